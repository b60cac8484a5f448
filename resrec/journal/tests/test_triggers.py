"""Triggers are lifted before a migration and stand again after it."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models.signals import post_migrate, pre_migrate

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL alters tables under triggers"
)
SENT = {"app_config": apps.get_app_config("journal"), "verbosity": 0, "interactive": False}


def triggers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {name for (name,) in cursor.fetchall() if name.startswith("frozen_")}


def test_a_table_can_be_rebuilt_although_another_s_trigger_names_it(db):
    before = triggers()
    assert "frozen_reporting_activity_insert" in before
    pre_migrate.send(sender=SENT["app_config"], using="default", **SENT)
    assert not triggers()
    for app in ("journal", "reporting", "analysis"):
        sent = SENT | {"app_config": apps.get_app_config(app)}
        post_migrate.send(sender=sent["app_config"], using="default", **sent)
    assert triggers() == before
