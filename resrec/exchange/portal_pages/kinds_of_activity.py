"""Kinds of activity as they are printed, in three languages and with broken letters.

The vocabulary is that of reporting/facts/activity_kinds.csv with all its names; whatever is
printed comes out as the English label.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from resrec import facts, reporting
from resrec.exchange.portal_pages.printed import is_cut_from, pattern, same


@dataclass(frozen=True)
class PrintedKind:
    """One name of one kind: its English label, the name, and that name at the start of a line."""

    label: str
    name: str
    begins: re.Pattern

    @property
    def is_one_word(self):
        return " " not in self.name and "/" not in self.name and "-" not in self.name


def _names(row):
    labels = [row["label_en"], row["label_fr"], row["label_es"]]
    return [name for name in [*labels, *row["other_names"].split("|")] if name]


# Longer names first: a name may begin with another.
PRINTED_KINDS = tuple(
    sorted(
        (
            PrintedKind(row["label_en"], name, re.compile(pattern(name)))
            for row in facts.rows(Path(reporting.__file__).parent / "facts", "activity_kinds")
            for name in dict.fromkeys(_names(row))
        ),
        key=lambda kind: -len(kind.name),
    )
)


def kind_named(text):
    """Give the English label of the kind that a text names, or None."""
    return next((kind.label for kind in PRINTED_KINDS if same(text, kind.name)), None)


def is_cut_kind(text):
    """Tell whether a text is the beginning of a kind's name, cut off before its end."""
    return not kind_named(text) and any(is_cut_from(text, kind.name) for kind in PRINTED_KINDS)


def leading_kind(line, *, row_expected):
    """Find a kind glued to what follows: gives (English label, name as printed, the rest) or None.

    Cells are glued without a blank. Where no row is expected, words that only begin as a kind's
    name does ("Field activities in Kenya …") are prose.
    """
    for kind in PRINTED_KINDS:
        if (found := kind.begins.match(line)) and _is_glued(
            kind, line[found.end() :], row_expected
        ):
            return kind.label, found[0].strip(), line[found.end() :].lstrip(": ")
    return None


def _is_glued(kind, rest, row_expected):
    if not rest:
        return row_expected or not kind.is_one_word
    if rest[0].isspace():
        return row_expected and not kind.is_one_word and not rest.lstrip()[:1].islower()
    if rest[0] == ":":
        return row_expected
    if rest[0] in ".,;)":
        return False
    return not (rest[0].islower() and kind.is_one_word)
