from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0005_paragraphs_ask_whom"),
        ("reporting", "0003_names_in_three_languages"),
    ]

    operations = [
        # Scopes belong to the library now; table and rows are the same.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="activityreport",
                    name="scopes",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="reports",
                        to="library.geographicscope",
                        verbose_name="Geographic scope",
                    ),
                ),
                migrations.DeleteModel(name="GeographicScope"),
            ],
        ),
        migrations.AddField(
            model_name="focalpoint",
            name="paragraphs",
            field=models.ManyToManyField(
                blank=True,
                related_name="focal_points",
                to="library.paragraph",
                verbose_name="paragraphs",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="paragraphs",
            field=models.ManyToManyField(
                blank=True,
                related_name="statements",
                to="library.paragraph",
                verbose_name="paragraphs",
            ),
        ),
    ]
