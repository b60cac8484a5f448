from django.db import migrations

from resrec.library import facts


def load(apps, schema_editor):
    facts.load_citations(apps)


class Migration(migrations.Migration):
    dependencies = [("library", "0011_citations")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
