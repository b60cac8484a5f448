"""`manage.py make_documents`: make the documents that were asked for and wait, and end."""

from django.core.management import BaseCommand

from resrec.documents.making import make_due


class Command(BaseCommand):
    # It answers no page: without these checks it does not take in any.
    requires_system_checks = []
    help = "Make the large documents that wait. The worker starts it when there are any."

    def handle(self, *args, **options):
        self.stdout.write(f"Made: {make_due()}")
