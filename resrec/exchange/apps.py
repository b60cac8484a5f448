"""What comes from earlier pages, and the demonstration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "resrec.exchange"
    verbose_name = _("Imports")
