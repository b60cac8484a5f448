"""`manage.py import_texts FILE`: adopted texts from JSON Lines, CSV or XLSX."""

from django.core.management.base import BaseCommand, CommandError

from resrec.exchange.texts import files
from resrec.exchange.texts.importing import import_texts
from resrec.rules import RuleBroken


class Command(BaseCommand):
    help = (
        "Imports adopted texts, all of a file or nothing of it. Every mistake is told by its row. "
        "docs/formats.md describes the formats."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help=".jsonl, .jsonl.gz, .csv or .xlsx; - for standard input")
        parser.add_argument("--collection", default="", help="code of the collection of all rows")
        parser.add_argument("--format", choices=["jsonl", "csv", "xlsx"], help="by the file's name")
        parser.add_argument(
            "--update", action="store_true", help="change texts of the library that differ"
        )
        parser.add_argument("--dry-run", action="store_true", help="look for mistakes only")

    def handle(self, *, file, collection, update, dry_run, **options):
        try:
            with files.at_hand(file) as path:
                form = options["format"] or files.format_of(path)
                found = import_texts(
                    path, form, collection=collection, update=update, dry_run=dry_run
                )
        except RuleBroken as rule:
            raise CommandError(f"{rule} Nothing was imported.") from rule
        if found.wrong:
            for sentence in found.wrong:
                self.stderr.write(sentence)
            more = f" {found.untold:,} more are not listed." if found.untold else ""
            raise CommandError(f"Nothing was imported.{more}")
        self.stdout.write(
            f"{found.new:,} new, {found.changed:,} changed, {found.unchanged:,} unchanged."
            + (" This was a dry run: nothing was stored." if dry_run else "")
        )
