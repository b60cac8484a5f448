"""Documents to take away."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "resrec.documents"
    verbose_name = _("Documents")
