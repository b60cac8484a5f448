import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0004_code_may_hold_a_dot'),
        ('people', '0003_names_in_three_languages'),
        ('reporting', '0003_names_in_three_languages'),
    ]

    operations = [
        migrations.CreateModel(
            name='Addressee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish')], max_length=2, verbose_name='language')),
                ('name', models.CharField(max_length=300, verbose_name='name, as printed')),
            ],
            options={
                'verbose_name': 'addressee',
                'verbose_name_plural': 'addressees',
                'ordering': ['paragraph', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AddresseeClass',
            fields=[
                ('code', models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name='code')),
                ('label_en', models.CharField(max_length=200, verbose_name='label in English')),
                ('label_fr', models.CharField(blank=True, max_length=200, verbose_name='label in French')),
                ('label_es', models.CharField(blank=True, max_length=200, verbose_name='label in Spanish')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
            ],
            options={
                'verbose_name': 'class of addressees',
                'verbose_name_plural': 'classes of addressees',
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        # The table has stood among the reports; it is the same table.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='GeographicScope',
                    fields=[
                        ('code', models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name='code')),
                        ('label_en', models.CharField(max_length=200, verbose_name='label in English')),
                        ('label_fr', models.CharField(blank=True, max_length=200, verbose_name='label in French')),
                        ('label_es', models.CharField(blank=True, max_length=200, verbose_name='label in Spanish')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ],
                    options={
                        'verbose_name': 'geographic scope',
                        'verbose_name_plural': 'geographic scopes',
                        'db_table': 'reporting_geographicscope',
                        'ordering': ['position', 'code'],
                        'abstract': False,
                    },
                ),
            ],
        ),
        migrations.CreateModel(
            name='Keyword',
            fields=[
                ('code', models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name='code')),
                ('label_en', models.CharField(max_length=200, verbose_name='label in English')),
                ('label_fr', models.CharField(blank=True, max_length=200, verbose_name='label in French')),
                ('label_es', models.CharField(blank=True, max_length=200, verbose_name='label in Spanish')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
            ],
            options={
                'verbose_name': 'keyword',
                'verbose_name_plural': 'keywords',
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='assembly',
            name='one_assembly_a_year',
        ),
        migrations.AddField(
            model_name='paragraph',
            name='deadline',
            field=models.CharField(blank=True, max_length=200, verbose_name='deadline, as printed'),
        ),
        migrations.AddField(
            model_name='paragraph',
            name='deadline_on',
            field=models.DateField(blank=True, null=True, verbose_name='last day it can mean'),
        ),
        migrations.AddField(
            model_name='paragraph',
            name='verb_type',
            field=models.CharField(blank=True, choices=[('directive', 'directive'), ('deciding', 'deciding'), ('evaluative', 'evaluative'), ('reinforcing', 'reinforcing'), ('observing', 'observing')], max_length=11, verbose_name='class of the verb'),
        ),
        migrations.AddField(
            model_name='resolution',
            name='countries',
            field=models.ManyToManyField(blank=True, related_name='resolutions', to='people.country', verbose_name='country or territory'),
        ),
        migrations.AddField(
            model_name='addressee',
            name='constituent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.constituent', verbose_name='constituent'),
        ),
        migrations.AddField(
            model_name='addressee',
            name='paragraph',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addressees', to='library.paragraph'),
        ),
        migrations.AddField(
            model_name='addresseeclass',
            name='constituent_kind',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.constituentkind', verbose_name='kind of constituent'),
        ),
        migrations.AddField(
            model_name='addressee',
            name='addressee_class',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='addressees', to='library.addresseeclass', verbose_name='class'),
        ),
        migrations.AddField(
            model_name='resolution',
            name='scopes',
            field=models.ManyToManyField(blank=True, related_name='resolutions', to='library.geographicscope', verbose_name='geographic scope'),
        ),
        migrations.AddField(
            model_name='resolution',
            name='keywords',
            field=models.ManyToManyField(blank=True, related_name='resolutions', to='library.keyword', verbose_name='keywords'),
        ),
        migrations.AddConstraint(
            model_name='addressee',
            constraint=models.UniqueConstraint(fields=('paragraph', 'language', 'name'), name='one_addressee_a_name'),
        ),
    ]
