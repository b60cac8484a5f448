"""`manage.py export_texts [FILE]`: adopted texts as JSON Lines, CSV or XLSX."""

import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from resrec.exchange.texts import files
from resrec.exchange.texts.writing import export_texts
from resrec.rules import RuleBroken


class Command(BaseCommand):
    help = (
        "Writes adopted texts to a file that import_texts takes. JSON Lines hold everything, "
        "tables what fits one; docs/formats.md says which."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", default=files.STANDARD_INPUT, help="standard output unless given"
        )
        parser.add_argument("--collection", default="", help="only this one; its code")
        parser.add_argument(
            "--format",
            choices=["jsonl", "csv", "xlsx"],
            help="by the file's name unless given; jsonl for standard output",
        )

    def handle(self, *, file, collection, **options):
        try:
            if file == files.STANDARD_INPUT:
                self._to_standard_output(options["format"] or "jsonl", collection)
                return
            path = Path(file)
            count = export_texts(
                path, options["format"] or files.format_of(path), collection=collection
            )
        except RuleBroken as rule:
            raise CommandError(str(rule)) from rule
        self.stderr.write(f"{count:,} texts in {path}.")

    def _to_standard_output(self, form, collection):
        with tempfile.TemporaryDirectory(prefix="resrec-") as folder:
            path = Path(folder) / f"texts.{form}"
            export_texts(path, form, collection=collection)
            files.copy_out(path)
