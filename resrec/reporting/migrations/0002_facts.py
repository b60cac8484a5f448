from django.db import migrations

from resrec.reporting import facts


def load(apps, schema_editor):
    facts.load(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0001_initial"),
        ("library", "0003_facts"),
    ]
    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
