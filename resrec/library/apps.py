"""Assemblies, motions and adopted texts."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "resrec.library"
    verbose_name = _("Library")

    def ready(self):
        from resrec.library.search.indexing import install

        post_migrate.connect(install, sender=self)
