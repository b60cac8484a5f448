"""Which texts a code can mean, in whatever spelling it comes, and which come close to it.

A number of a sitting ("6.087") can belong to several series of assemblies; then all of them are
given, with or without a text of that number, and none is guessed.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from django.db.models import F, Q
from django.db.models.functions import Abs, Upper

from resrec.library.batches import batched
from resrec.library.models import Assembly, Resolution
from resrec.library.spelling import Code, read, tidy
from resrec.people.folding import folded
from resrec.web.public_state import as_of, read_number

__all__ = ["Code", "Found", "candidates", "look_up", "look_up_each", "nearest", "read"]

AROUND = 500
LOT = 400  # spellings that are asked for in one query


@dataclass(frozen=True)
class Found:
    """What the library holds under one spelling: the sittings it can mean, and their texts.

    `text` is the spelling; `code` is None where it is a code as it is stored, or no code at all.
    """

    text: str
    code: Code | None
    sittings: list[Assembly]
    texts: list[Resolution]

    @property
    def is_code(self):
        """Whether the spelling is one of a code at all: that of a text, or of a sitting."""
        return self.code is not None or bool(self.texts)

    @property
    def only(self):
        """The one text this can mean, or None when there is none or another reading is open."""
        sure = self.code is None or len(self.sittings) == 1
        return self.texts[0] if sure and len(self.texts) == 1 else None

    @property
    def is_open(self):
        """Whether the number of one text can belong to several sittings."""
        return self.code is not None and bool(self.code.number) and len(self.sittings) > 1

    @property
    def assemblies(self):
        """The sittings that were meant themselves, where no number of a text was given."""
        return self.sittings if self.code is not None and self.code.number is None else []

    @property
    def by_sitting(self):
        """Pairs of a sitting and its texts; a sitting of which no such text is known has none."""
        return [(a, [t for t in self.texts if t.assembly_id == a.pk]) for a in self.sittings]


def look_up(text):
    """Give what a spelling can mean (Found). Never raises, whatever the text."""
    text = tidy(text)
    texts = Resolution.objects.for_display()
    if exact := _in_capitals(texts, "code", _with_hyphens(text), _hyphens_only(text)).first():
        return Found(text, None, [exact.assembly], [exact])
    code = read(text)
    if code is None:
        # Another union's official numbers need not be of any form that `read` understands.
        numbered = list(_in_capitals(texts, "official_number", text)) if text else []
        return Found(text, None, [], numbered)
    sittings = list(_sittings(code))
    return Found(text, code, sittings, _of_kind(code, texts.filter(_meant(code, sittings))))


def look_up_each(texts):
    """Give {text: Found} for many spellings, as `look_up` does, without the words of the texts.

    The number of queries grows with the sittings that are named, and with every 400 texts.
    """
    spelt = {text: tidy(text) for text in texts}
    in_capitals = {
        t: (_with_hyphens(s).upper(), _hyphens_only(s).upper()) for t, s in spelt.items()
    }
    by_code = _each("code", {one for both in in_capitals.values() for one in both})
    exact = {t: [x for one in both for x in by_code[one]][:1] for t, both in in_capitals.items()}
    with as_of(read_number()):  # else each asks for itself whether its words are still those
        codes = {text: read(text) for text, found in exact.items() if not found}
    by_number = _each(
        "official_number", {spelt[t].upper() for t, code in codes.items() if not code}
    )
    numbered = _numbered({code.number for code in codes.values() if code and code.number})
    sittings = cache(lambda named: list(_sittings(named)))
    return {
        text: Found(spelt[text], None, [found[0].assembly], found)
        if found
        else _found_among(spelt[text], codes[text], sittings, by_number, numbered)
        for text, found in exact.items()
    }


def _found_among(text, code, sittings, by_number, numbered):
    if code is None:
        return Found(text, None, [], by_number[text.upper()])
    # Only what names a sitting counts, so that many codes of one sitting ask once.
    named = sittings(Code(code.series, code.year, code.sitting))
    there = [one for one in numbered[code.number] if _is_meant(one, code, named)]
    return Found(text, code, named, _of_kind(code, there))


def candidates(text):
    """Give every Resolution of the library that a spelling can mean; [] when none."""
    return look_up(text).texts


def nearest(text, limit=5):
    """Give up to `limit` Resolutions whose codes are close to one that is not known.

    Where the sitting is known, those with the nearest numbers; else those that look alike.
    """
    text = tidy(text)
    texts = Resolution.objects.for_display()
    code = read(text)
    if code and code.number is not None:
        away = Abs(F("number") - code.number)
        near = texts.filter(assembly__in=_sittings(code)).order_by(away, "number")[:limit]
        if near:
            return list(near)
    return _look_alike(text, texts, limit)


def _sittings(code):
    """The assemblies that a Code can mean; none when it says nothing of the kind."""
    if not code.names_a_sitting:
        return Assembly.objects.none()
    found = Assembly.objects.select_related("kind__collection")
    if code.series:
        found = found.filter(kind__code__in=code.series)
    if code.year:
        # The Congress of Marseille is coded 2020 and was held in 2021: people write either.
        found = found.filter(Q(year_coded=code.year) | Q(year_held=code.year))
    if code.sitting:
        found = found.filter(number=code.sitting)
    return found.order_by("year_coded", "code")


def _meant(code, sittings):
    """The condition for the texts that a Code can mean."""
    if code.number is None:
        return Q(pk=None)
    meant = Q(number=code.number)
    if code.names_a_sitting:
        meant &= Q(assembly__in=sittings)
    elif code.kind:
        meant &= Q(kind=code.kind) | Q(kind=None)
    return meant


def _is_meant(text, code, sittings):
    """As `_meant`, of a text that has the number."""
    if code.names_a_sitting:
        return any(text.assembly_id == one.pk for one in sittings)
    return not code.kind or text.kind_id in (code.kind, None)


def _numbered(numbers):
    """Give {number: texts that bear it}."""
    found = defaultdict(list)
    for lot in batched(sorted(numbers), LOT):
        for text in _of_many().filter(number__in=lot):
            found[text.number].append(text)
    return found


def _each(field, spellings):
    """Give {spelling in capitals: texts of which a code is spelt so}."""
    found = defaultdict(list)
    for lot in batched(sorted(spellings - {""}), LOT):
        for text in _in_capitals(_of_many(), field, *lot):
            found[getattr(text, field).upper()].append(text)
    return found


def _of_many():
    """Without their words: of many texts they are much."""
    return Resolution.objects.select_related("assembly__kind__collection", "kind")


def _of_kind(code, texts):
    """Leave out, in each sitting, texts of another kind than the one named, if it has that one.

    Else the number decides: kinds mostly share one row of numbers, sources disagree on a kind
    now and then, and people say "Resolution" of them all.
    """
    named = [text for text in texts if not code.kind or text.kind_id in (code.kind, None)]
    settled = {text.assembly_id for text in named}
    return [text for text in texts if text in named or text.assembly_id not in settled]


def _look_alike(text, texts, limit):
    sought = _with_hyphens(folded(text))[:40]
    codes = {code.lower(): code for code in _around(sought.upper())}
    close = get_close_matches(sought, codes, n=limit, cutoff=0.6)
    rank = {codes[one]: place for place, one in enumerate(close)}
    return sorted(texts.filter(code__in=rank), key=lambda found: rank[found.code])


def _around(sought):
    """Codes that stand about this one in the order of codes: comparing with all takes too long."""
    codes = Resolution.objects.alias(in_capitals=Upper("code")).values_list("code", flat=True)
    yield from codes.filter(in_capitals__gte=sought).order_by("in_capitals")[:AROUND]
    yield from codes.filter(in_capitals__lt=sought).order_by("-in_capitals")[:AROUND]


def _in_capitals(texts, field, *spellings):
    """The texts of which a code is spelt so, whatever its case; there is an index for it."""
    asked = texts.alias(in_capitals=Upper(field))
    return asked.filter(in_capitals__in={spelling.upper() for spelling in spellings})


def _with_hyphens(text):
    return re.sub(r"[\s_]+", "-", text)


def _hyphens_only(text):
    """As the codes of unions are made that write them with strokes: "A/RES/217 (III)"."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-")
