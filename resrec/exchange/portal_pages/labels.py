"""Titles, headings and labels of report pages, and how a line is recognised as one.

The words stand in labels.toml. Where a line can be a label as well as a value or prose, this
module says so and the caller decides by what stands around it.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from resrec.exchange.portal_pages.printed import is_cut_from, pattern, same

ACTIVITY, PROGRESS = "activity", "progress"

# Fields about who and where: in every form they stand before the narrative.
HEAD_FIELDS = frozenset(
    "resolution constituent constituent_type period scope countries members commissions "
    "secretariat other_orgs".split()
)
# Fields of free text, in which a line may look like a label by chance.
NARRATIVE_FIELDS = frozenset("results challenges future future_activities description".split())

_FACTS = tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))
_LONGEST = 320  # characters; no label is longer, so a longer line without a colon is none


@dataclass(frozen=True)
class Label:
    """One wording of one field's label; `form` is None where both forms print it."""

    field: str
    printed: str
    form: str | None
    short: bool
    only_in_c: bool
    matches: re.Pattern

    def is_of(self, form):
        """Tell whether this form prints it; a form of None is one not known."""
        return self.form is None or form is None or self.form == form

    def begins_as(self, line):
        """Tell whether a line is this label with its end (the colon included) missing."""
        first, *more = (part.strip() for part in self.printed.split("…"))
        if is_cut_from(line, first):
            return True
        if more:
            return bool(re.match(r"[¿\s]*" + pattern(first), line, re.IGNORECASE))
        return same(line, first) and ":" not in line


@dataclass(frozen=True)
class LabelledLine:
    """A line that begins as a label does: the label, whether a colon follows, and what is left."""

    label: Label
    has_colon: bool
    rest: str


def _label(field, printed, form=None, layout=None, short=False):
    # Words left open end with the colon and nowhere else.
    needs_colon = "" if printed.endswith("…") else "?"
    words = re.compile(
        rf"[¿\s]*{pattern(printed)}\s*\??\s*(?:(?P<colon>[:：])\s*(?P<rest>.*)){needs_colon}$",
        re.IGNORECASE,
    )
    return Label(field, printed, form, short, layout == "C", words)


def _first_words():
    printed = [words for group in _FACTS["labels"] for words in group["printed"]]
    return {pattern(words.split()[0]) for words in [*printed, *_FACTS["headings"]]}


LABELS = tuple(
    _label(**{**group, "printed": printed})
    for group in _FACTS["labels"]
    for printed in group["printed"]
)
_HEADINGS = tuple(
    (words, re.compile(rf"\s*([IVX]{{1,4}}\s*\.\s*)?{pattern(words)}\s*[:.…]*\s*$", re.IGNORECASE))
    for words in _FACTS["headings"]
)
# One look at the first word spares most lines the looks at every label.
_FIRST_WORD = re.compile(
    rf"[¿\s]*(?:[IVX]{{1,4}}\s*\.|{'|'.join(sorted(_first_words()))})", re.IGNORECASE
)
_ROMAN = re.compile(r"[IVX]{1,4}(?:\s*\.\s*|$)")
_TITLE = re.compile(
    r"\s*(WCC|GA)[\s-]*(\d{4})[\s-]*(Res|Rec|Dec)[\s-]*0*(\d{1,3})(?:-(?:EN|FR|ES))?\s*[-–—:|]\s*"
    r"(?:(?P<progress>Progress\s+Report|Rapport\s+d.avancement|Informe\s+de\s+progreso)"
    r"|Activity\s+Report|Rapport\s+d.activit|Informe\s+de\s+actividad)",
    re.IGNORECASE,
)


def labelled(line):
    """Give every LabelledLine that a line can be read as: one per form and layout, often none."""
    if not _FIRST_WORD.match(line) or (len(line) > _LONGEST and ":" not in line[:_LONGEST]):
        return ()
    return _labelled(line)


@lru_cache(maxsize=512)
def _labelled(line):
    return tuple(
        LabelledLine(label, bool(found["colon"]), (found["rest"] or "").strip())
        for label in LABELS
        if (found := label.matches.match(line))
    )


def heading(line):
    """Give (the heading's words, whether a Roman number precedes them), or None."""
    if len(line) > _LONGEST or not _FIRST_WORD.match(line):
        return None
    for words, matches in _HEADINGS:
        if found := matches.match(line):
            return words, bool(found[1])
    return None


def begins_as_label(line, form, seen):
    """Tell whether a line may be the beginning of a heading or of a label not in `seen`."""
    numbered = _ROMAN.match(line)
    words = line[numbered.end() :] if numbered else line
    if not words or any(is_cut_from(words, heading) for heading in _FACTS["headings"]):
        return True
    return any(
        label.is_of(form) and label.field not in seen and label.begins_as(line) for label in LABELS
    )


def title(line):
    """Give (code, form) of a title line such as `WCC 2016 Res 087 - Progress Report`, or None."""
    if not (found := _TITLE.match(line)):
        return None
    assembly, year, kind, number = found.group(1, 2, 3, 4)
    if not int(number):
        return None
    code = f"{assembly.upper()} {year} {kind.capitalize()} {int(number):03d}"
    return code, PROGRESS if found["progress"] else ACTIVITY


def is_landmark(line):
    """Tell whether a line is a title, or a label so long or so marked that it is nothing else."""
    if title(line):
        return True
    return any(not one.rest and (one.has_colon or not one.label.short) for one in labelled(line))
