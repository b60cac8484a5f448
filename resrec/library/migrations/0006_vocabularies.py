from django.db import migrations

from resrec.library import facts


def load(apps, schema_editor):
    facts.load_vocabularies(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0005_paragraphs_ask_whom"),
        ("people", "0002_facts"),
    ]
    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
