"""Freeze a yearly analysis as it stands: `manage.py freeze_analysis WCC-2016 2026`."""

from django.core.management.base import BaseCommand, CommandError

from resrec.analysis.analyses import find
from resrec.analysis.freeze.freezing import freeze
from resrec.rules import RuleBroken


class Command(BaseCommand):
    help = "Freezes the analysis of a Congress in a cycle, as the officers' page does."

    def add_arguments(self, parser):
        parser.add_argument("assembly", help="code of the Congress, as WCC-2016")
        parser.add_argument("year", type=int, help="year of the reporting cycle")
        parser.add_argument(
            "--notice", default="", help="what it changes, where one is frozen already"
        )

    def handle(self, *, assembly, year, notice, **options):
        congress, cycle = find(assembly, year)
        if cycle is None:
            raise CommandError(f"There is no analysis of {assembly} for {year}.")
        try:
            analysis = freeze(congress, cycle, by=None, notice=notice)
        except RuleBroken as rule:
            raise CommandError(str(rule)) from rule
        self.stdout.write(
            f"{assembly} {year}, version {analysis.version}: {analysis.figures.count()} figures, "
            f"{analysis.records.count()} records\nFingerprint: {analysis.fingerprint}"
        )
