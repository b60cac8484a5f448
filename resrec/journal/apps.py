"""The journal's entries are append-only in the database too."""

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from resrec.journal.triggers import changed, lift, refuse

# What a digest covers. `personal` and `salt` may go when a person is forgotten.
SEALED = [
    "sequence",
    "at",
    "by_id",
    "verb",
    "subject_type",
    "subject_id",
    "content",
    "personal_digest",
    "previous_digest",
    "digest",
]


class JournalConfig(AppConfig):
    name = "resrec.journal"
    verbose_name = _("Journal")

    def ready(self):
        pre_migrate.connect(lift_triggers, sender=self)
        post_migrate.connect(seal_entries, sender=self)


def lift_triggers(using, **kwargs):
    lift(connections[using])


def seal_entries(using, **kwargs):
    connection = connections[using]
    refuse(connection, "journal_entry", "UPDATE", changed(connection, SEALED))
    refuse(connection, "journal_entry", "DELETE", "1 = 1")
