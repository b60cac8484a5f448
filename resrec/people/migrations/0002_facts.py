from django.db import migrations

from resrec.people import facts


def load(apps, schema_editor):
    facts.load(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]
    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
