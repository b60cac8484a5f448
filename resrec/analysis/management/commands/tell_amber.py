"""`manage.py tell_amber`: write to those who froze an analysis of which figures turned amber."""

from django.core.management.base import BaseCommand

from resrec.analysis.freeze.amber_notices import tell_amber


class Command(BaseCommand):
    help = "Put a message into the outbox for whoever froze an analysis resting on what changed."

    def handle(self, *args, **options):
        self.stdout.write(f"Told: {tell_amber()}")
