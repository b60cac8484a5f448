"""What an analysis was when it was frozen cannot be changed in the database either."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AnalysisConfig(AppConfig):
    name = "resrec.analysis"
    verbose_name = _("Analysis")

    def ready(self):
        from resrec.analysis.freeze.frozen_rows import freeze

        post_migrate.connect(freeze, sender=self)
