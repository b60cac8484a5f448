from django.db import migrations

from resrec.library import facts


def load(apps, schema_editor):
    facts.load(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0002_initial"),
        ("people", "0002_facts"),
    ]
    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
