"""Submitted and published words are frozen in the database too."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ReportingConfig(AppConfig):
    name = "resrec.reporting"
    verbose_name = _("Reporting")

    def ready(self):
        from resrec.reporting.frozen_words import freeze

        post_migrate.connect(freeze, sender=self)
