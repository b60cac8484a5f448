"""Read texts as JSON Lines on standard input, write their paragraphs as JSON Lines."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError

from resrec.library.parsing import parse
from resrec.library.parsing.addressees import label_of_class
from resrec.library.parsing.lexicon import LANGUAGES


class Command(BaseCommand):
    """One line out for each line in; a line that cannot be read is named on standard error."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser):
        """`--jsonl` is the only form there is so far; it is asked for so that others can come."""
        parser.add_argument("--jsonl", action="store_true", required=True, help="JSON Lines")

    def handle(self, *args, **options):
        """Stream: nothing but the line at hand is held."""
        refused = 0
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if not line.strip():
                continue
            try:
                answer = paragraphs_of(read(line))
            except ValueError as reason:
                refused += 1
                self.stderr.write(f"Line {number}: {reason}.")
                # A line all the same: whoever reads both side by side stays in step.
                answer = {"symbol": None, "error": str(reason), "paragraphs": []}
            # ASCII, so that no locale and no lone surrogate can stop the stream.
            self.stdout.write(json.dumps(answer))
            self.stdout.flush()
        if refused:
            raise CommandError(f"Lines that could not be read: {refused}.")


def read(line):
    """Give the text on a line (bytes) as a dict; ValueError says what is wrong with it."""
    try:
        given = json.loads(line)
    except UnicodeDecodeError:
        raise ValueError("not in UTF-8") from None
    except (ValueError, RecursionError) as wrong:
        raise ValueError(f"not JSON ({wrong})") from None
    if not isinstance(given, dict):
        raise ValueError('an object {"symbol", "title", "text"} was expected')
    if not isinstance(given.get("text"), str):
        raise ValueError('"text" is missing, or is not a string')
    for key in ("symbol", "title", "language"):
        if not isinstance(given.get(key, ""), str | None):
            raise ValueError(f'"{key}" is not a string')
    if (language := given.get("language") or "en") not in LANGUAGES:
        raise ValueError(f'the language "{language}" is not one of {", ".join(LANGUAGES)}')
    return given


def paragraphs_of(given):
    """Give the answer for a text: its symbol and its paragraphs, as they are written out."""
    found = parse(given["text"], given.get("language") or "en", given.get("title") or "")
    return {"symbol": given.get("symbol"), "paragraphs": [_as_written(one) for one in found]}


def _as_written(one):
    return {
        "kind": one.kind,
        "number": one.number,
        "level": one.level,
        "text": one.text,
        "verb": one.verb,
        "verb_type": one.verb_type,
        "addressees": [{"name": a.name, "class": label_of_class(a.kind)} for a in one.addressees],
    }
