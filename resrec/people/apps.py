"""People, and the constituents they work for."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "resrec.people"
    verbose_name = _("People")
