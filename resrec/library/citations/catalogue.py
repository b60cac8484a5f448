"""The library's texts in memory, by all that can name one: for reading many citations at once."""

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from typing import NamedTuple

from resrec.library import spelling
from resrec.library.citations.body_names import BodyNames
from resrec.library.models import Assembly, Resolution, ResolutionKind, ResolutionText
from resrec.people.folding import folded

LANGUAGES = spelling.LANGUAGES
# What an official number carries of the body that adopted the text: "A/HRC/RES/" before "12/10".
SYMBOL = re.compile(r"(?:[A-Z][A-Z0-9.-]*/)*[A-Z]{2,}/")
PAIR = re.compile(r"([0-9]{1,3})[./]([0-9]{1,5})")
ROMAN = re.compile(r"\((?:E?S-)?[IVXLC]+")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
LETTER = re.compile(r"(?<=[0-9])[A-Z](?=$|\()")  # "48/141 A", a part of one document


class Held(NamedTuple):
    """One text of the library."""

    pk: int
    code: str
    kind: str
    number: int
    official_number: str
    assembly: int

    @property
    def tail(self):
        """Its number without the symbol of its body: "60/134"; "" for a number without symbol."""
        symbol = SYMBOL.match(self.official_number)
        return self.official_number[symbol.end() :] if symbol else ""

    @property
    def body(self):
        """The symbol of its body: "A" of "A/RES/60/134", whichever session it was."""
        symbol = SYMBOL.match(self.official_number)
        return symbol[0].rstrip("/").rpartition("/")[0] if symbol else ""


class Sitting(NamedTuple):
    """One assembly: its series and collection by code, the years it is known by, its places."""

    pk: int
    series: str
    collection: str
    number: int
    coded: int
    held: int
    places: tuple[str, ...]


class Catalogue:
    """Asks the database a fixed number of times, however many texts there are."""

    def __init__(self):
        kinds = ResolutionKind.objects.all()
        self.kinds = tuple((kind.code, tuple(spelling.labels(kind))) for kind in kinds)
        sittings = Assembly.objects.select_related("kind__collection")
        self.sittings = {row.pk: _sitting(row) for row in sittings}
        rows = Resolution.objects.order_by().values_list(
            "pk", "code", "kind", "number", "official_number", "assembly"
        )
        self.texts = {row[0]: Held(row[0], row[1], row[2] or "", *row[3:]) for row in rows}
        self.by_code, self.by_symbol = {}, {}
        self.by_place, self.by_tail = defaultdict(list), defaultdict(list)
        self.by_number = defaultdict(list)
        # Symbols of bodies by series; and by collection and the form of their numbers.
        self.bodies, self.forms = defaultdict(set), defaultdict(set)
        # Collections whose official numbers name the body: alone, a number is no whole name.
        self.symbolic = set()
        self.names = BodyNames()
        for sitting in self.sittings.values():
            self.by_number[sitting.number].append(sitting)
        for held in self.texts.values():
            self._add(held)

    def _add(self, held):
        self.by_code[held.code.casefold()] = held
        self.by_place[held.assembly, held.number].append(held)
        if held.tail:
            sitting = self.sittings[held.assembly]
            self.by_symbol[close(held.official_number)] = held
            self.by_tail[close(held.tail)].append(held)
            self.symbolic.add(sitting.collection)
            self.bodies[sitting.series].add(held.body)
            self.forms[sitting.collection, form_of(held.tail)].add(held.body)

    def sitting_of(self, held):
        return self.sittings[held.assembly]

    def with_tail(self, number):
        """Texts whose symbol ends in this number; else those of the document it is a part of."""
        number = close(number)
        return self.by_tail.get(number) or self.by_tail.get(LETTER.sub("", number), [])

    def numbers_of(self, held):
        """The numbers, as `number_of` gives them, under which a text can be cited."""
        sitting = self.sitting_of(held)
        said = (held.code, f"{sitting.number}/{held.number}", held.official_number, held.tail)
        return {number_of(one) for one in said if one}

    def at(self, sittings, number):
        return [
            held for sitting in sittings for held in self.by_place.get((sitting.pk, number), [])
        ]

    @lru_cache(maxsize=10_000)  # noqa: B019  lives as long as one run
    def coded(self, text):
        """Texts that a code means in whatever spelling: "WCC 2016 Res 87-EN"."""
        tidy = re.sub(r"[\s_]+", "-", text)
        if held := self.by_code.get(tidy.casefold()):
            return [held]
        code = spelling.read(text)
        if code is None or not code.names_a_sitting or code.number is None:
            return []
        sittings = [
            sitting
            for sitting in self.sittings.values()
            if sitting.series in code.series and code.year in (sitting.coded, sitting.held)
        ]
        texts = self.at(sittings, code.number)
        return [held for held in texts if held.kind in (code.kind, "")] or texts

    @cached_property
    def titles(self):
        """The folded titles of each text, by its pk."""
        titles = defaultdict(set)
        rows = ResolutionText.objects.filter(title__gt="").order_by()
        for pk, title in rows.values_list("resolution", "title"):
            titles[pk].add(folded(title))
        return titles

    @cached_property
    def by_title(self):
        found = defaultdict(list)
        for pk, titles in self.titles.items():
            for title in titles:
                found[title].append(self.texts[pk])
        return found


def close(number):
    """A number without the spaces in which printings differ."""
    return re.sub(r"\s+", "", number).upper()


def number_of(printed):
    """One form for the spellings of a number, code or symbol: "6.087" and "6/87" give "6/87"."""
    if pair := PAIR.fullmatch(printed):
        return f"{int(pair[1])}/{int(pair[2])}"
    return re.sub(r"[\s_-]+", "", re.sub(r"[-_](?i:en|fr|es)$", "", printed)).upper()


def form_of(number):
    """How a number is written: "1325 (2000)" gives "9(Y)", "217 A (III)" gives "9A(I)"."""
    return re.sub(r"[0-9]+", "9", ROMAN.sub("(I", YEAR.sub("Y", close(number))))


def _sitting(row):
    places = {folded(getattr(row, f"place_{lang}")) for lang in LANGUAGES} - {""}
    return Sitting(
        row.pk,
        row.kind.code,
        row.kind.collection.code,
        row.number,
        row.year_coded,
        row.year_held,
        tuple(places),
    )
