"""`manage.py add_collection FILE.toml`: another union's collection, described in a file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from resrec.exchange.collections.description import FOLDER, described
from resrec.exchange.collections.loading import load
from resrec.rules import RuleBroken


class Command(BaseCommand):
    help = (
        "Adds a union's collection from its description: its assemblies, how its codes are read, "
        "its terms. Running it again brings its conventions up to date and leaves the rest alone."
    )

    def add_arguments(self, parser):
        shipped = ", ".join(sorted(path.stem for path in FOLDER.glob("*.toml")))
        parser.add_argument(
            "file", help=f"a TOML file, or the name of one that comes with the program: {shipped}"
        )

    def handle(self, *, file, **options):
        shipped = FOLDER / f"{Path(file).name}.toml"
        path = shipped if Path(file).name == file and shipped.exists() else Path(file)
        try:
            collection = load(described(path))
        except RuleBroken as rule:
            raise CommandError(str(rule)) from rule
        self.stdout.write(f"{collection.code}: “{collection.name_en}” is in the library.")
