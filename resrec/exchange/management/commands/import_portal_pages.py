"""manage.py import_portal_pages PATH... [--dry-run] [--json]"""

import json

from django.core.management.base import BaseCommand, CommandError

from resrec.exchange.portal_pages.files import files_at, read_file


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

    def handle(self, *, paths, json, dry_run, **options):
        files, complaints = files_at(paths)
        readings = [read_file(file) for file in files]
        for path, sentence in complaints:
            self.stderr.write(f"{path}: {sentence}")
        for reading in readings:
            if not reading.is_report:
                self.stderr.write(f"{reading.file}: {reading.problems[0].sentence}")
        if json:
            self._write_json(readings)
        missing = [path for path, _sentence in complaints if not path.exists()]
        if missing:
            raise CommandError(f"Not found: {', '.join(map(str, missing))}")
        if all(reading.is_refused for reading in readings):
            raise CommandError("No page could be read.")

    def _write_json(self, readings):
        found = [reading.as_json() for reading in readings]
        self.stdout.write(json.dumps(found, indent=2))
