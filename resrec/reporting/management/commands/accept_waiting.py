"""`manage.py accept_waiting`: accept what has waited its period, of constituents trusted so."""

from django.core.management import BaseCommand

from resrec.reporting.judging.acceptance_by_rule import accept_waiting, due


class Command(BaseCommand):
    help = (
        "Accept reports that have waited their period without objection, of the constituents that "
        "officers trust so; hold a share for a spot check. It can be run again at any time."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say whose period is over")

    def handle(self, *args, dry_run, **options):
        if dry_run:
            for report, trust in due():
                self.stdout.write(
                    f"{report}: {trust.days} days from {report.submitted_at:%Y-%m-%d}"
                )
            return
        done = accept_waiting()
        self.stdout.write(
            f"Accepted: {done['accepted']}; held for a spot check: {done['held']}; "
            f"left to a person: {done['doubted']}"
        )
