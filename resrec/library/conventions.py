"""How a union writes the codes of its texts, when its assemblies sat, and what to cut from titles.

They are data of its Collection, loaded by `manage.py add_collection` (docs/formats.md says how
such a file is written); the union whose facts come with the program has none.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from resrec.library.models import CollectionConventions
from resrec.web.held import held

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Symbol:
    """What a symbol says: the text's codes, its number, and the sitting that adopted it."""

    code: str
    official_number: str
    kind: str
    number: int
    assembly_kind: str
    session: int

    @property
    def assembly(self):
        """The code of the sitting: "UNGA-60"."""
        return f"{self.assembly_kind}-{self.session}"


class Conventions:
    def __init__(self, said):
        """`said` is that of a CollectionConventions; {} for a collection without."""
        self.said = said

    @property
    def language(self):
        """The language of texts that do not say theirs."""
        return self.said.get("language", "en")

    @cached_property
    def _symbols(self):
        return [(re.compile(one["pattern"]), one) for one in self.said.get("symbols", ())]

    @cached_property
    def _titles(self):
        return [(re.compile(one["cut"]), one) for one in self.said.get("titles", ())]

    def read(self, symbol):
        """Give the Symbol that a spelling says ("A_RES_60_134", "a/res/60/134"), or None."""
        plain = re.sub(r"\s+", " ", symbol).strip().upper()
        for given, meant in self.said.get("signs", {}).items():
            plain = plain.replace(given, meant)
        for pattern, one in self._symbols:
            if found := pattern.fullmatch(plain):
                return _symbol(one, {k: v or "" for k, v in found.groupdict().items()})
        return None

    def sitting(self, code):
        """Give (kind of assembly, session, what is said of its kind) for "UNGA-60", or None."""
        kind, _, session = code.rpartition("-")
        said = self.said.get("assemblies", {}).get(kind)
        return (kind, int(session), said) if said and session.isdecimal() else None

    def tidy_title(self, title):
        """Give a title without the number before it, without odd spaces and soft hyphens."""
        plain = " ".join(title.replace("\u00ad", "").split())
        for pattern, one in self._titles:
            left = pattern.sub(one["to"], plain).strip()
            plain = left if left or one.get("may_leave_nothing") else plain
        return plain


def read_symbol(text):
    """Give the Symbol that a spelling says by the conventions of any collection, or None."""
    read = (conventions.read(text) for conventions in _of_all())
    return next(filter(None, read), None)


@held
def _of_all():
    said = CollectionConventions.objects.order_by("collection__position").values_list("said")
    return [Conventions(one) for (one,) in said]


def year_of(session, years):
    """Give the year in which a session opened; None for one before the first that is known.

    `years` are dicts with `from` (a session), its `year`, and how often sessions came from then
    on: `a_year` (1 unless said) sessions a year, or one `every` so many years.
    """
    begun = [one for one in years if one["from"] <= session]
    if not begun:
        return None
    last = max(begun, key=lambda one: one["from"])
    away = session - last["from"]
    return last["year"] + away * last.get("every", 1) // last.get("a_year", 1)


def number_of_roman(letters):
    """Give 217 for "CCXVII".

    >>> number_of_roman("XXIX")
    29
    """
    values = [ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _symbol(one, groups):
    session = groups.get("session") or number_of_roman(groups.get("roman", ""))
    return Symbol(
        # A group that is empty leaves its hyphen or space behind.
        code=re.sub(r"-+", "-", one["code"].format(**groups)).strip("-"),
        official_number=" ".join(one["official_number"].format(**groups).split()),
        kind=one["kind"],
        number=int(groups["number"]),
        assembly_kind=one["assembly"],
        session=int(session),
    )
