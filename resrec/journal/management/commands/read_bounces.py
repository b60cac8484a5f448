"""`manage.py read_bounces [PATH]`: take in what mail servers sent back.

PATH is one message, a folder of messages, or a maildir, of which the new ones are read and then
lie among the read ones. Without PATH it is the folder in the settings, if there is one; so the
worker calls it daily.
"""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from resrec.journal.bounces import take_back


class Command(BaseCommand):
    help = "Note which messages came back, from notifications of delivery (RFC 3464)."

    def add_arguments(self, parser):
        parser.add_argument(
            "path", nargs="?", type=Path, help="a message, a folder of them, or a maildir"
        )

    def handle(self, *args, path=None, **options):
        path = path or (settings.BOUNCES and Path(settings.BOUNCES))
        if not path:
            self.stdout.write("No folder is configured (RESREC_BOUNCES).")
            return
        if not path.exists():
            raise CommandError(f"{path} is not there.")
        is_maildir = (path / "new").is_dir() and (path / "cur").is_dir()
        folder = path / "new" if is_maildir else path
        files = (
            sorted(one for one in folder.iterdir() if one.is_file()) if folder.is_dir() else [path]
        )
        for file in files:
            self.stdout.write(f"{file.name}: {take_back(file.read_bytes())}")
            if is_maildir:
                file.rename(path / "cur" / f"{file.name.partition(':')[0]}:2,S")
        if not files:
            self.stdout.write("Nothing came back.")
