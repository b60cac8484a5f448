"""`manage.py tell_followers`: write to those who follow something on which there is news."""

from django.core.management import BaseCommand

from resrec.public.following.telling import tell_followers


class Command(BaseCommand):
    help = "Put a message into the outbox for everyone who follows something with news."

    def handle(self, *args, **options):
        self.stdout.write(f"Told: {tell_followers()}")
