"""Which kind of paragraph a line is, from its number, its first word and the lines about it."""

from collections import Counter
from dataclasses import dataclass

from resrec.library.parsing.forms import Clause, opening_clause
from resrec.library.parsing.headings import (
    begins_annex,
    ends_open,
    is_running_head,
    looks_like_heading,
    names_the_assembly,
    says_who_sits,
)
from resrec.library.parsing.numbers import NONE, PLAIN, UPPER, Number, read_number
from resrec.library.parsing.words import Words

HEADING, PREAMBULAR, OPERATIVE, ANNEX = "heading preambular operative annex".split()
LONGEST_TITLE = 120
# A line of a broken-off text is at least so long; a sentence without its full stop as well.
SHORTEST_BROKEN = 40
SHORTEST_OPEN = 60
# A line that comes back so often is the head of a page.
TOO_OFTEN = 4


@dataclass
class Line:
    """A line with its Number taken off, the Form it opens with, and the kind it turns out to be."""

    number: Number
    text: str
    words: Words
    opening: Clause | None = None
    kind: str = ""
    begins_annex: bool = False

    def repeats(self, title):
        """Whether it is the text's own title (folded words), printed above it."""
        return bool(title) and self.words.folded == title

    @property
    def form(self):
        """The Form of the verb that it opens with, None if it opens with none."""
        return self.opening.form if self.opening else None

    @property
    def is_said(self):
        """Whether it opens as an assembly speaks: "Requests", "Requesting"."""
        return self.form is not None and self.form.mood in ("finite", "participle")


def told_apart(lines, known, house, title=""):
    """Give a Line for each of these lines of a text of that House, with its kind."""
    told = _read(lines, known)
    text = _Text(told, Counter(lines), house)
    own_title = Words(title).folded
    state, in_annex = PREAMBULAR, False
    for place, line in enumerate(told):
        line.kind = HEADING if line.repeats(own_title) else _kind(text, place, state)
        in_annex = in_annex or line.begins_annex
        if line.kind != HEADING:
            state = line.kind
            if in_annex:
                line.kind = ANNEX
    return told


class _Text:
    """The lines of a text as they are told apart: what stands where, and how often."""

    def __init__(self, told, times, house):
        self.told = told
        self.times = times
        self.house = house
        decimal = [place for place, line in enumerate(told) if line.number.is_decimal]
        self.last_decimal = decimal[-1] if decimal else -1

    def at(self, place):
        """The Line at a place, None outside the text."""
        return self.told[place] if 0 <= place < len(self.told) else None

    def speaks(self, place, mood=None):
        """Whether an unnumbered line opens there as an assembly speaks (in that mood)."""
        line = self.at(place)
        if line is None or line.number or not line.is_said:
            return False
        return mood is None or line.form.mood == mood


def _read(lines, known):
    """Take off the numbers. A bare "12" is one only where a twelfth paragraph is due."""
    told, last = [], 0
    for printed in lines:
        number, text = read_number(printed)
        words = Words(text)
        opening = opening_clause(words, known)
        if _is_no_number(number, printed, opening, last):
            number, text, opening, words = NONE, printed, None, Words(printed)
        if number.is_decimal:
            last = int(number.value.split(".")[0])
        told.append(
            Line(number, text, words, opening, begins_annex=not number and begins_annex(text))
        )
    return told


def _is_no_number(number, printed, opening, last):
    if number.style == PLAIN:
        return not opening or int(number.value) != last + 1
    return number.style == UPPER and is_running_head(printed)


def _kind(text, place, state):
    """A numbered paragraph is operative; what is numbered under one is what stands above it."""
    line = text.told[place]
    if line.begins_annex or _leads_over(text, place):
        return HEADING
    if line.number.style == UPPER and not line.is_said:
        return HEADING if ends_open(line.text) else state
    if line.number:
        if _is_numbered_title(text, place):
            return HEADING
        return OPERATIVE if line.number.is_decimal or line.number.style == UPPER else state
    if line.is_said and not (ends_open(line.text) and len(line.text) < SHORTEST_OPEN):
        return OPERATIVE if _decides(text, place) else PREAMBULAR
    return HEADING if _is_title(text, place) else PREAMBULAR


def _leads_over(text, place):
    """Whether a line names the sitting between what it recalls and what it decides."""
    below = text.at(place + 1)
    decides = below is not None and below.number.is_decimal
    return decides and not text.told[place].number and says_who_sits(text.told[place].text)


def _decides(text, place):
    """Whether an unnumbered line is operative: "Decides …".

    Not where "Noting …" comes after it, nor, at the United Nations, where numbered paragraphs do:
    there all that leads up to them counts as the preamble, "Adopts the following:" as well.
    """
    line = text.told[place]
    if line.form.mood != "finite" or not line.text[0].isupper():
        return False
    if text.house.of_the_un and place < text.last_decimal:
        return False
    return not text.speaks(place + 1, "participle")


def _is_title(text, place):
    """Whether an unnumbered line is a heading."""
    line = text.told[place]
    if not looks_like_heading(line.text) or text.times[line.text] >= TOO_OFTEN:
        return False
    if names_the_assembly(line.text) and text.speaks(place + 1):
        return False
    return not _is_broken(text, place)


def _is_broken(text, place):
    """Whether a line goes on from the one above, or into the one below: broken off, no heading."""
    above, below = text.at(place - 1), text.at(place + 1)
    if below and not below.number and below.text[0].islower():
        return True
    if not above or above.number or above.kind == HEADING or len(above.text) < SHORTEST_BROKEN:
        return False
    return ends_open(above.text)


def _is_numbered_title(text, place):
    """Whether a number belongs to a title: short, open at its end, and no list goes on after it."""
    line, below = text.told[place], text.at(place + 1)
    if len(line.text) > LONGEST_TITLE or line.form or not ends_open(line.text):
        return False
    if not below or not line.text[:1].isupper():
        return False
    if line.number.is_decimal:
        return below.number.is_decimal and not _follows(line.number, below.number)
    return below.number.is_decimal


def _follows(number, after):
    """Whether a decimal number comes next after another: "5." after "4.", "4.2" after "4.1"."""
    *stem, last = number.value.split(".")
    return after.value in (".".join([*stem, str(_next(last))]), f"{number.value}.1")


def _next(value):
    return int(value) + 1 if value.isdigit() else chr(ord(value[0]) + 1)
