import django.db.models.deletion
from django.db import migrations, models

from resrec.people import facts


def load(apps, schema_editor):
    facts.load(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_mail_choices"),
    ]
    operations = [
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label_en", models.CharField(max_length=200, verbose_name="label in English")),
                (
                    "label_fr",
                    models.CharField(blank=True, max_length=200, verbose_name="label in French"),
                ),
                (
                    "label_es",
                    models.CharField(blank=True, max_length=200, verbose_name="label in Spanish"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "region",
                "verbose_name_plural": "regions",
                "ordering": ["position", "code"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="country",
            name="region",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="countries",
                to="people.region",
                verbose_name="region",
            ),
        ),
        migrations.RunPython(load, migrations.RunPython.noop, elidable=False),
    ]
