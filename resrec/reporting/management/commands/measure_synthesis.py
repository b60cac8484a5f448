"""`manage.py measure_synthesis PAIRS.jsonl`: how much of what is known a suggested draft tells.

docs/synthesis.md says what is read and what the columns mean.
"""

import json
import sys
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from resrec.reporting.suggesting.measuring import measured
from resrec.reporting.suggesting.pairs import Unreadable, pairs_in
from resrec.reporting.suggesting.telling import heading, lines_in_all, lines_on, told_to_programs


class Command(BaseCommand):
    help = (
        "Draft from the sources of each pair at its length in words, and print the share of its "
        "facts that the draft tells, beside three plain ways to draft."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("pairs", metavar="PAIRS.jsonl", help="one pair a line, as JSON")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead")
        parser.add_argument("--drafts", action="store_true", help="print the drafts as well")

    def execute(self, *args, **options):
        # Names and sentences are printed as far as the terminal knows their letters.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        return super().execute(*args, **options)

    def handle(self, *args, pairs, drafts, **options):
        try:
            lines = Path(pairs).read_bytes().split(b"\n")
        except (OSError, ValueError) as error:
            raise CommandError(f"{pairs} cannot be read: {error}.") from error
        results, unread = [], []
        for number, pair in pairs_in(lines):
            if isinstance(pair, Unreadable):
                unread.append((number, str(pair)))
                self.stderr.write(f"Line {number}: {pair}. Left out.")
                continue
            found = measured(pair)
            for complaint in pair.complaints:
                self.stderr.write(f"Line {number}: {complaint}.")
            results.append((number, pair, found))
            if not options["json"]:
                self.say(pair, found, drafts=drafts, first=len(results) == 1)
        if options["json"]:
            self.stdout.write(json.dumps(told_to_programs(results, unread), indent=1))
        if not results:
            raise CommandError(f"{pairs} holds no pair that can be measured.")
        if not options["json"]:
            for line in lines_in_all([(pair, found) for _number, pair, found in results]):
                self.stdout.write(line)

    def say(self, pair, found, *, drafts, first):
        if first:
            self.stdout.write(heading())
        for line in lines_on(pair, found):
            self.stdout.write(line)
        for sentence in found.draft if drafts else ():
            source = pair.sources[sentence.source].id
            self.stdout.write(f"    [{source} {sentence.start}-{sentence.end}] {sentence.text}")
