"""Parsing a text with what officers put right in it.

Joining and splitting change the lines before they are parsed, so that verbs, addressees and
addresses follow; what was set is laid over what the parser found. A correction belongs to a line
by its words, whatever else has changed in the text.
"""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from resrec.library.models import CorrectedLine, ParagraphCorrection
from resrec.library.parsing import ParsedAddressee, ParsedDeadline, parse
from resrec.library.parsing.headings import begins_annex
from resrec.library.parsing.lines import lines_of
from resrec.library.parsing.numbers import read_number
from resrec.library.parsing.paths import Paths

What = ParagraphCorrection.What
ANNEX_TITLE = re.compile(r"annex-\d+")
# What an address depends on.
PLACING = {What.KIND, What.NUMBER, What.LEVEL}


@dataclass
class Tree:
    """A text in one language: its list of Parsed, what was corrected, what could not be.

    `fixes` are the CorrectedLines laid over each Parsed, by its place in the list; `unplaced`
    those whose line is no longer found.
    """

    parsed: list
    fixes: list[list[CorrectedLine]]
    unplaced: list[CorrectedLine]


@dataclass
class _Line:
    text: str
    fixes: list = field(default_factory=list)

    def is_worded(self, words):
        return words in (plain(self.text), plain(read_number(self.text)[1]))


def plain(text):
    """Give the words of a line as corrections remember them: composed, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def parse_corrected(text, language, title, fixes):
    """Parse a text under these CorrectedLines of its language, in the order they were made."""
    lines, unplaced = [_Line(line) for line in lines_of(text)], []
    for fix in fixes:
        place = _place_of(fix, lines)
        if place is None or not _apply(fix, lines, place):
            unplaced.append(fix)
    parsed = parse("\n".join(line.text for line in lines), language, title)
    laid = [line.fixes for line in lines]
    for one, over in zip(parsed, laid, strict=True):
        for fix in over:
            _set(one, fix.correction.what, fix.value)
    if any(fix.correction.what in PLACING for over in laid for fix in over):
        _address_again(parsed)
    return Tree(parsed, laid, unplaced)


def _place_of(fix, lines):
    places = [place for place, line in enumerate(lines) if line.is_worded(fix.words)]
    return places[fix.occurrence - 1] if fix.occurrence <= len(places) else None


def _apply(fix, lines, place):
    """Change the lines, or leave the setting on its line; tells whether it could be done."""
    line = lines[place]
    match fix.correction.what:
        case What.JOIN:
            if place == 0:
                return False
            before = lines[place - 1]
            before.text = f"{before.text} {line.text}"
            before.fixes.append(fix)
            del lines[place]
        case What.SPLIT:
            at = plain(line.text).find(fix.value)
            if at < 1 or not fix.value:
                return False
            rest = _Line(plain(line.text)[at:], [fix])
            line.text = plain(line.text)[:at].rstrip()
            lines.insert(place + 1, rest)
        case _:
            line.fixes.append(fix)
    return True


def _set(parsed, what, value):
    """Lay one setting over a Parsed. A value that cannot be read changes nothing."""
    match what:
        case What.KIND | What.VERB | What.VERB_TYPE:
            setattr(parsed, what, value)
        case What.NUMBER:
            parsed.number = value
            if value and parsed.text.startswith(f"{value} "):
                parsed.text = parsed.text[len(value) :].lstrip()
        case What.LEVEL:
            with suppress(ValueError):
                parsed.level = int(value)
        case What.DEADLINE:
            day = parsed.deadline and parsed.deadline.last
            parsed.deadline = ParsedDeadline(value, day) if value or day else None
        case What.DEADLINE_ON:
            words = parsed.deadline.words if parsed.deadline else ""
            day = None
            with suppress(ValueError):
                day = date.fromisoformat(value)
            parsed.deadline = ParsedDeadline(words, day) if words or day else None
        case What.ADDRESSEES:
            rows = [row.partition("\t") for row in value.splitlines()]
            parsed.addressees = [ParsedAddressee(name, code) for code, _tab, name in rows if name]


def _address_again(parsed):
    """Give each paragraph its address anew, since kinds, numbers or levels have moved."""
    paths = Paths()
    for one in parsed:
        if one.kind != "heading":
            number = read_number(f"{one.number} x")[0]
            one.path = paths.paragraph(one.kind, number, max(1, one.level))
        elif ANNEX_TITLE.fullmatch(one.path) or begins_annex(one.text):
            one.path = paths.annex()
        else:
            one.path = paths.heading()
