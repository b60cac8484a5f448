"""`manage.py make_documents`: make the documents that were asked for and wait, and end."""

from django.core.management import BaseCommand

from resrec.documents.making import keep_set, make_due


class Command(BaseCommand):
    # It answers no page: without these checks it does not take in any.
    requires_system_checks = []
    help = "Make the large documents that wait. The worker starts it when there are any."
    is_program = False  # rather than called by another command, which has more to do

    def add_arguments(self, parser):
        parser.add_argument("--keep", metavar="FOLDER", help="first keep what was set in a folder")

    def run_from_argv(self, argv):
        self.is_program = True
        super().run_from_argv(argv)

    def handle(self, *args, keep, **options):
        made = keep_set(keep) if keep else 0
        self.stdout.write(f"Made: {made + make_due(alone=self.is_program)}")
