"""`manage.py load_facts`: add the facts that are missing; never overwrite what is there."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from resrec.library import facts as library
from resrec.library.search.indexing import index_missing
from resrec.people import facts as people
from resrec.reporting import facts as reporting
from resrec.web.models import PublicRevision


class Command(BaseCommand):
    help = "Add missing vocabularies, bodies, assemblies and texts from the project's data files."

    @transaction.atomic
    def handle(self, *args, **options):
        for part in (people, library, reporting):
            part.load(apps)
        library.load_vocabularies(apps)
        library.load_citations(apps)
        index_missing()
        # Facts have no entries in the journal, and are to be seen at once.
        PublicRevision.move()
        self.stdout.write("Facts are loaded; what was there already has been left as it was.")
