"""Reading a code in whatever spelling people use: "WCC-2016-Res-087-EN", "Résolution 6.87" …

Nothing here knows a union: series, kinds and their words come from the vocabularies. What a
spelling *can mean* among the texts of the library is asked in `codes.py`.
"""

import re
from dataclasses import dataclass

from django.conf import settings

from resrec.library.conventions import read_symbol
from resrec.library.models import AssemblyKind, Collection, ResolutionKind
from resrec.people.folding import folded
from resrec.web.held import held

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LONGEST = 100  # characters; what comes after them is not read
FEWEST_LETTERS = 3  # of a kind's name cut short: "Res.", "Recom."
MOST_DIGITS = 5
# Between the number of a sitting and that of a text: 6.087, 16/5.
PAIR = re.compile(r"(?<![0-9])([0-9]{1,3})(?:[.,]|\s*/\s*)([0-9]{1,5})(?![0-9])")
TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")
SILENT = set("n no nr nro num numero number of the de del du la le l el".split())


@dataclass(frozen=True)
class Code:
    """What a spelling says. None and empty stand for what it leaves open.

    `series` are codes of AssemblyKind (one word can name several unions' assemblies), `sitting`
    is the number of the sitting within its series, `kind` a code of ResolutionKind.
    """

    series: tuple[str, ...] = ()
    year: int | None = None
    sitting: int | None = None
    kind: str = ""
    number: int | None = None
    language: str = ""

    @property
    def names_a_sitting(self):
        return bool(self.series or self.year or self.sitting)


def tidy(text):
    """Cut a spelling to a bounded length, without control characters and double spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[:LONGEST]).split())


def read(text):
    """Give the Code that a spelling says, or None when it is not one: words, or nothing at all."""
    if symbol := read_symbol(tidy(text)):
        return Code((symbol.assembly_kind,), None, symbol.session, symbol.kind, symbol.number)
    text, words = folded(tidy(text)), _words()
    for phrase, one_word in words.phrases:
        text = re.sub(rf"\b{re.escape(phrase)}\b", one_word, text)
    pairs = PAIR.findall(text)
    tokens = TOKEN.findall(PAIR.sub(" ", text))
    said = _in_words([token for token in tokens if not token.isdecimal()], words)
    if said is None:
        return None
    figures = [token for token in tokens if token.isdecimal()]
    counted = _in_figures(pairs, figures, has_series="series" in said)
    if counted is None:
        return None
    code = Code(**said, **counted)
    return code if code.number is not None or code.names_a_sitting else None


@held
def _words():
    return _Words()


class _Words:
    """What people write for series and kinds, folded, as the vocabularies have it."""

    def __init__(self):
        self.series = {}
        for kind in AssemblyKind.objects.select_related("collection"):
            for name in _names_of(kind):
                self.series[name] = (*self.series.get(name, ()), kind.code)
        # A name of several words is read as one, so that it can be looked up like a code.
        several = sorted((name for name in self.series if " " in name), key=len, reverse=True)
        self.phrases = [(name, name.replace(" ", "")) for name in several]
        self.series |= {one_word: self.series[name] for name, one_word in self.phrases}
        self.kinds = [
            (kind.code, {folded(name) for name in (kind.code, *labels(kind))})
            for kind in ResolutionKind.objects.all()
        ]
        self.silent = SILENT.union(*map(_own_names, Collection.objects.all()))

    def kind(self, word):
        """The kind that this word names, whole, in the plural or cut short; "" when none does."""
        named = {code for code, names in self.kinds if any(_names(word, name) for name in names)}
        return named.pop() if len(named) == 1 else ""


def _names(word, name):
    cut_short = len(word) >= FEWEST_LETTERS and name.startswith(word)
    return cut_short or word in (name, f"{name}s", f"{name}es")


def _names_of(kind):
    """A kind of assembly by its code and names, the union's own left out or not."""
    names = {folded(name) for name in (kind.code, *labels(kind))}
    union = folded(kind.collection.publisher)
    return names | {" ".join(name.replace(union, " ").split()) for name in names if union} - {""}


def labels(row):
    return [label for label in (getattr(row, f"label_{lang}") for lang in LANGUAGES) if label]


def _own_names(collection):
    """The union's own acronyms may stand before a code: "Résolution UICN 6.087"."""
    names = " ".join(getattr(collection, f"name_{lang}") for lang in LANGUAGES)
    return {folded(collection.code), *map(folded, re.findall(r"\b[A-Z]{2,}\b", names))}


def _in_words(letters, words):
    """Give series, kind and language as said in words; None when a word is not understood."""
    said = {}
    for word in letters:
        if word in words.series:
            part, value = "series", words.series[word]
        elif kind := words.kind(word):
            part, value = "kind", kind
        elif word in words.silent:
            continue
        elif word in LANGUAGES:
            part, value = "language", word
        else:
            return None
        if said.setdefault(part, value) != value:
            return None
    return said


def _in_figures(pairs, figures, *, has_series):
    """Give year, sitting and number as said in figures; None when they do not add up."""
    if any(len(figure) > MOST_DIGITS for figure in figures):
        return None
    years = {int(f) for f in figures if len(f) == 4 and f[:2] in ("19", "20")}
    plain = [int(f) for f in figures if int(f) not in years]
    pairs = {(int(sitting), int(number)) for sitting, number in pairs}
    if len(years) > 1 or len(pairs) > 1 or len(plain) > 2:
        return None
    year = next(iter(years), None)
    if pairs:
        sitting, number = pairs.pop()
        fits = all(figure == number for figure in plain)
    elif len(plain) == 2:
        # "GA 16 9": after a series and without a year, the first figure is the sitting.
        (sitting, number), fits = plain, has_series and year is None
    else:
        sitting, number, fits = None, (plain or [None])[0], True
    return {"year": year, "sitting": sitting, "number": number} if fits else None
