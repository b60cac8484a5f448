"""`manage.py find_citations`: read the words of all texts, or of some, for what they cite."""

import time
from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from resrec.journal.recording import journalled, record
from resrec.library.citations.refreshing import refresh
from resrec.library.models import Citation, Collection, Resolution


class Command(BaseCommand):
    help = "Find which texts cite which. What an officer has decided stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("--collection", help="only the texts of this collection, by its code")

    def handle(self, *args, **options):
        texts = Resolution.objects.order_by("pk")
        if code := options["collection"]:
            if not Collection.objects.filter(code=code).exists():
                raise CommandError(f"No collection is called “{code}”.")
            texts = texts.filter(assembly__kind__collection__code=code)
        begun = time.monotonic()
        with journalled():
            read = refresh(texts.values_list("pk", flat=True))
            # The public pages show what was found: the entry moves their revision.
            for collection in Collection.objects.filter(**({"code": code} if code else {})):
                record(collection, "collection.citations_found", by=None)
        states = Counter(Citation.objects.values_list("state", flat=True))
        told = ", ".join(f"{states[state.value]} {state.value}" for state in Citation.State)
        took = time.monotonic() - begun
        self.stdout.write(f"{read} texts read in {took:.1f} s. Citations in all: {told}.")
