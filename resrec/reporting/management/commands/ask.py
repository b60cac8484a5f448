"""`manage.py ask`: remind those who have not answered; twice on one day is once."""

from datetime import date

from django.core.management import BaseCommand, CommandError

from resrec.reporting.asking.digest import ask
from resrec.reporting.asking.due import plan

WHY = {
    "answered": "teams have answered",
    "vacant": "posts are vacant",
    "nobody_to_ask": "teams with nobody who takes reminders",
    "no_rung_yet": "teams whose first reminder is still to come",
    "asked_before": "gaps were asked on this step before",
    "asked_today": "people have had their message of the day",
    "quiet_day": "people are not reminded on this day",
    "waits": "people want reminders less often",
    "cap": "people have had their messages of the month",
    "paused": "cycles are paused",
}


class Command(BaseCommand):
    help = "Remind those who have not answered for their texts. It can be run again at any time."

    def add_arguments(self, parser):
        parser.add_argument("--on", help="the day, as 2026-11-27; today without it")
        parser.add_argument("--dry-run", action="store_true", help="only say who would be asked")

    def handle(self, *args, on, dry_run, **options):
        try:
            day = date.fromisoformat(on) if on else None
        except ValueError as error:
            raise CommandError("--on needs a day as 2026-11-27.") from error
        if not dry_run:
            self.stdout.write(f"Asked: {ask(day)}")
            return
        found = plan(day)
        for one in found.asks:
            codes = ", ".join(gap.text.code for gap in one.gaps)
            self.stdout.write(f"{one.person.email}: {codes}")
        self.stdout.write(f"Would be asked: {len(found.asks)}")
        for why, number in sorted(found.left.items()):
            if number:
                self.stdout.write(f"Not asked: {number} {WHY[why]}")
