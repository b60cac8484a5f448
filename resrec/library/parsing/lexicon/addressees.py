"""What is known of addressees, from `addressees.toml`: their classes, and where names begin."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "addressees.toml"


@dataclass(frozen=True)
class NameWords:
    """The words by which names are told apart in one language; `inner` finds long names."""

    heads: frozenset[str]
    modifiers: frozenset[str]
    drop: frozenset[str]
    astray: frozenset[str]
    for_example: frozenset[str]
    back: frozenset[str]
    relative: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    anybody: frozenset[str]
    inner: re.Pattern


@cache
def _file():
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def name_words(language):
    """Give the NameWords of a language; English for one that is not known here."""
    found = _file().get(language) or _file()["en"]
    sets = {
        key: frozenset(found[key].split()) for key in NameWords.__annotations__ if key != "inner"
    }
    return NameWords(**sets, inner=re.compile(rf"\b(?:{'|'.join(found['inner'])})\b"))


@cache
def patterns(of_the_un):
    """Give the (code, pattern) pairs for a kind of text, in the order in which they are tried."""
    first = "un" if of_the_un else "union"
    return tuple(
        (_code(one, of_the_un), re.compile("|".join(one[key])))
        for key in (first, "both")
        for one in _file()["class"]
        if one.get(key)
    )


def _code(one, of_the_un):
    return one.get("in_un", one["code"]) if of_the_un else one["code"]


@cache
def labels():
    """Give the label of each class by its code."""
    return {one["code"]: one["label"] for one in _file()["class"]}
