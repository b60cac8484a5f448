"""Until when something is asked, and the last date that those words can mean."""

import re
import tomllib
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

from resrec.library.parsing.parsed import ParsedDeadline
from resrec.library.parsing.words import fold

FILE = Path(__file__).parent / "lexicon" / "deadlines.toml"
# No deadline is looked for beyond so many letters: one line may hold a whole book.
FURTHEST = 20_000
_HAPPENED = re.compile(
    r"\b(?:[a-z]+ed|held|made|taken|given|begun|set|[a-z]+(?:ee?s?|[iu]e?s?)|tenu[es]*|[a-z]+(?:ad|id)[ao]s?)"
    r",?\s(?:by\s\S+\s)?$"
)


def deadline_of(text, language):
    """Give the first ParsedDeadline that a paragraph names, None if it names none."""
    text = text[:FURTHEST]
    known = fold(text)
    dated, *others = _patterns(language)
    found = list(islice(dated.finditer(known), 1))
    for pattern in others:
        found += islice((m for m in pattern.finditer(known) if not _is_past(known, m)), 1)
    if not found:
        return None
    first = min(found, key=lambda match: (match.start(), -match.end()))
    words = " ".join(text[first.start() : first.end()].split()).rstrip(",; ")
    return ParsedDeadline(words, _last(first, language))


def _is_past(known, match):
    """Whether something happened then: "adopted at its tenth session"."""
    return bool(_HAPPENED.search(known, max(match.start() - 24, 0), match.start()))


@cache
def _words(language):
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found.get(language) or found["en"]


@cache
def _patterns(language):
    """The dated deadline and the others of a language, compiled."""
    words = _words(language)
    months = "|".join(words["months"].split())
    quarters = "|".join(f"(?P<q{n}>{quarter})" for n, quarter in enumerate(words["quarters"], 1))
    year = rf"(?:(?P<ends>{words['ends']}) |(?P<middle>{words['middle']}) ?|(?:{quarters}) )?"
    day = r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th|o|º)?(?: de)? )?"
    month = rf"(?:{day}(?:(?P<month>{months})(?: de| del)?,? ))?"
    dated = (
        rf"(?:(?P<until>{words['until']})|(?P<before>{words['before']})) "
        rf"(?:{words['articles']})?{year}{month}(?P<year>(?:19|20|21)\d\d)"
    )
    return [
        re.compile(rf"\b(?:{pattern})\b".replace(" ", r"\s+").replace(r"\s+?", r"\s*"))
        for pattern in (dated, *words["others"])
    ]


def _last(match, language):
    """The last date that a dated deadline can mean; None for one without a date."""
    parts = match.groupdict()
    if not parts.get("year"):
        return None
    year, first = int(parts["year"]), date(int(parts["year"]), 1, 1)
    last = date(year, 12, 31)
    if parts["month"]:
        month = _words(language)["months"].split().index(parts["month"]) + 1
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if parts["day"]:
            if not 1 <= int(parts["day"]) <= last.day:
                return None
            first = last = date(year, month, int(parts["day"]))
    elif parts["middle"]:
        last = date(year, 6, 30)
    for number in (1, 2, 3, 4):
        if parts[f"q{number}"]:
            last = date(year, 3 * number, monthrange(year, 3 * number)[1])
    if parts["before"] and not parts["ends"]:
        return first - timedelta(days=1)
    return last
