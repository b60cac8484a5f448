"""manage.py import_portal_pages PATH... [--dry-run] [--json]"""

import json
from collections import Counter
from contextlib import suppress

from django.core.management.base import BaseCommand, CommandError

from resrec.exchange.portal_pages.files import files_at, read_file
from resrec.journal.recording import journalled

# What became of the pages of a report: as the command says it, now and for a dry run.
WORDS = {
    "stored": "stored as a new report",
    "replaced": "stored as the next version of their report",
    "kept": "kept; they change no report",
    "unchanged": "read before; nothing changed",
    "failed": "not stored",
}


class _NothingIsKept(Exception):
    """Takes a dry run back."""


class Command(BaseCommand):
    """Read report pages of the earlier platform and store them as reports.

    A file that cannot be read is named on standard error and the others go on. The exit code is
    1 when a path is missing, or when nothing at all could be read.
    """

    help = (
        "Reads report pages of the earlier platform (texts and saved HTML) and stores them as "
        "reports: accepted, public, entered by import. Running it again changes nothing."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a page, or a folder of pages")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be stored, store nothing"
        )
        parser.add_argument(
            "--json",
            action="store_true",
            help="store nothing; write what each page says as one JSON array",
        )

    def handle(self, *, paths, **options):
        files, complaints = files_at(paths)
        readings = [read_file(file) for file in files]
        for path, sentence in complaints:
            self.stderr.write(f"{path}: {sentence}")
        for reading in readings:
            if not reading.is_report:
                self.stderr.write(f"{reading.file}: {reading.problems[0].sentence}")
        if options["json"]:
            self.stdout.write(json.dumps([one.as_json() for one in readings], indent=2))
        else:
            self._store(readings, dry_run=options["dry_run"])
        missing = [path for path, _sentence in complaints if not path.exists()]
        if missing:
            raise CommandError(f"Not found: {', '.join(map(str, missing))}")
        if all(reading.is_refused for reading in readings):
            raise CommandError("No page could be read.")

    def _store(self, readings, *, dry_run):
        # Storing knows the database, which `--json` does without.
        from resrec.exchange.portal_pages.storing import store

        outcomes = []
        if dry_run:
            with suppress(_NothingIsKept), journalled():
                outcomes = store(readings)
                raise _NothingIsKept
        else:
            outcomes = store(readings)
        self._tell(readings, outcomes)
        if dry_run:
            self.stdout.write("This was a dry run: nothing was stored.")

    def _tell(self, readings, outcomes):
        odd = {reading.file: list(reading.problems) for reading in readings if reading.is_report}
        for outcome in outcomes:
            self.stdout.write(f"{', '.join(outcome.files)}: {WORDS[outcome.what]}")
            of_pages = [problem for file in outcome.files for problem in odd[file]]
            for problem in [*of_pages, *outcome.problems] if outcome.is_news else ():
                self.stdout.write(f"  {problem.sentence}")
        counts = Counter(outcome.what for outcome in outcomes)
        for what, words in WORDS.items():
            if counts[what]:
                self.stdout.write(f"{counts[what]} {words}.")
