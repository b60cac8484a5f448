"""`manage.py load_demonstration`: an invented assembly and invented reports to look around in."""

from django.core.management.base import BaseCommand, CommandError

from resrec.exchange.demonstration.loading import load
from resrec.rules import RuleBroken


class Command(BaseCommand):
    help = "Load the demonstration into an installation that holds no real reports."

    def handle(self, *args, **options):
        try:
            loaded = load()
        except RuleBroken as rule:
            raise CommandError(str(rule)) from rule
        self.stdout.write(
            "The demonstration is loaded; every page of it says so."
            if loaded
            else "The demonstration is there already."
        )
