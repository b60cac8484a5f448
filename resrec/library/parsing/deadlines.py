"""Until when something is asked, and the last date that those words can mean."""

import re
import tomllib
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

from resrec.library.parsing.parsed import ParsedDeadline

FILE = Path(__file__).parent / "lexicon" / "deadlines.toml"
# No deadline is looked for beyond so many letters: one line may hold a whole book.
FURTHEST = 20_000
_YEAR = re.compile(r"(?:19|20|21)\d\d")


def deadline_of(words, language):
    """Give the first ParsedDeadline that a paragraph (Words) names, None if it names none."""
    text, known = words.text[:FURTHEST], words.plain[:FURTHEST]
    dated, *others = _patterns(language)
    found = list(islice(dated.finditer(known), 1)) if _YEAR.search(known) else []
    for pattern in others if _triggers(language) & {*words.folded} else ():
        found += islice((m for m in pattern.finditer(known) if not _is_past(known, m, language)), 1)
    if not found:
        return None
    first = min(found, key=lambda match: (match.start(), -match.end()))
    words = " ".join(text[first.start() : first.end()].split()).rstrip(",; ")
    return ParsedDeadline(words, _last(first, language))


def _is_past(known, match, language):
    """Whether something happened then: "adopted at its tenth session"."""
    happened = re.compile(rf"\b(?:{_words(language)['happened']}),?\s(?:(?:by|par|por)\s\S+\s)?$")
    return bool(happened.search(known, max(match.start() - 24, 0), match.start()))


@cache
def _words(language):
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found.get(language) or found["en"]


@cache
def _triggers(language):
    """Words without one of which there is no deadline but a dated one."""
    return frozenset(_words(language)["triggers"].split())


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
