"""`manage.py verify_journal`: whether every entry still follows from the one before."""

from django.core.management import BaseCommand, CommandError

from resrec.journal.models import Entry


class Command(BaseCommand):
    help = "Check the chain of the journal from its first entry to its last."

    def handle(self, *args, **options):
        if broken := Entry.objects.first_broken():
            raise CommandError(
                f"The journal was changed from outside: entry {broken} does not follow from what "
                "it says and from the entry before it."
            )
        self.stdout.write(f"The journal is whole: {Entry.objects.count()} entries.")
