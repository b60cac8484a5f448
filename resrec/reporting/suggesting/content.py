"""What a sentence tells: its figures, its names and its words, within and across languages."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from resrec.library.search import words as searched
from resrec.library.search.words import LANGUAGES, WORD, folded, stems_of, stop_words
from resrec.reporting.suggesting.figures import figures_in, within
from resrec.reporting.suggesting.sentences import Sentence

# Weights of what a sentence tells, a word of its subject being 1.
FIGURE, NAME, COMMON = 3.0, 1.6, 0.35
# Letters in which the cognates of the three languages agree most often.
COGNATE = 5
LOOK_BACK = 40  # characters before a word that may all be blanks and quotation marks
LONGEST_KEPT = 1_000  # characters
SHORTEST = 4  # letters of a word that may have a cognate
_SPELT = [
    (re.compile(old), new)
    for old, new in [
        ("ph", "f"), ("th", "t"), ("ch|qu|k|c(?=[aoulrt])", "c"), ("y", "i"), ("w", "v"),
        (r"(.)\1", r"\1"), ("ou|oo", "u"), ("^es(?=[cpt])", "s"), ("z", "s"), ("v", "b"),
        ("x", "s"),
    ]
]  # fmt: skip
# Words for what nobody can count or see.
ABSTRACT = re.compile(
    r"(?:[^aeiou]tions?|sions?|ations?|itions?|utions?|ments?|it(?:y|ies)|ness|ances?|ences?|isms?"
    r"|ités?|ismes?|c?iones|ción|sión|mientos?|dad(?:es)?|anzas?|encias?|ismos?|tud(?:es)?)$"
)
_folded = lru_cache(maxsize=50_000)(folded)
GLOSSARIES = [Path(searched.__file__).parent / "glossary.csv", Path(__file__).parent / "words.csv"]


@dataclass(frozen=True)
class Content:
    """What one sentence tells.

    `figures` are keys of `figures.figures_in`, years among them; `names` and `words` stand for
    words in whatever language, `stems` for those of its own; all with their weights.
    """

    figures: frozenset[str]
    names: frozenset[str]
    words: dict[str, float]
    stems: dict[str, float]
    language: str
    common: float  # words that any report has; those for what nobody can see count half
    told: int  # words that tell what it is about
    named: int  # those of them that are names

    @property
    def keys(self) -> Iterable[str]:
        """What leads from one sentence to those like it."""
        return chain(self.figures, self.words)


def content_of(sentence: Sentence) -> Content:
    """Read a sentence; one that is not very long once, for several questions are asked of it."""
    read = _read_once if len(sentence.text) <= LONGEST_KEPT else _read
    return read(sentence.text, sentence.language)


def _read(text, language):
    found = list(figures_in(text, language))
    is_of_figure = within((start, end) for _key, start, end in found)
    code = language if language in LANGUAGES else ""
    names: set[str] = set()
    words: dict[str, float] = {}
    stems: dict[str, float] = {}
    common, told, named = 0.0, 0, 0
    for printed in WORD.finditer(text):
        word = _folded(printed.group())
        if len(word) < 2 or _is_stop(word, code) or _has_digit(word):
            continue
        if is_of_figure(printed.start()):
            continue
        stem = stems_of([word], code)[0] if code else word
        key = meaning_of(word, stem, code)
        if _is_name(text, printed, language):
            names.add(key)
            named += 1
            weight = NAME
        elif stem in common_stems(code):
            weight = COMMON
            common += 1
        else:
            weight = 1.0
            common += 0.5 * bool(ABSTRACT.search(word))
        told += 1
        words[key] = max(weight, words.get(key, 0.0))
        stems[stem] = max(weight, stems.get(stem, 0.0))
    figures = frozenset(key for key, _start, _end in found)
    return Content(figures, frozenset(names), words, stems, code, common, told, named)


_read_once = lru_cache(maxsize=4_096)(_read)


def _has_digit(word):
    """A number, a code or a part of one: it tells as a figure or not at all."""
    return not word.isalpha() and any(sign.isdigit() for sign in word)


def _is_stop(word, code):
    if code:
        return word in stop_words(code)
    return any(word in stop_words(one) for one in LANGUAGES)


def _is_name(text, printed, language):
    """Whether a word is a name by its capital, which does not only begin the sentence.

    German writes every noun so.
    """
    word = printed.group()
    if not word[0].isupper() or text.isupper():
        return False
    if len(word) > 1 and word[1].isupper():
        return True
    if language == "de":
        return False
    before = text[max(0, printed.start() - LOOK_BACK) : printed.start()].rstrip(" «“\"'(’‘–—-")
    return bool(before) and before[-1] not in ".!?:•\n\t|"


@lru_cache(maxsize=100_000)
def meaning_of(word: str, stem: str, code: str) -> str:
    """Give a key that words of different languages with one meaning share, where it is known.

    That is their row in a glossary, else the beginning of the word in one spelling.
    """
    beginning = cognate(word)
    if not code:
        return beginning
    glossary = _glossary()[code]
    return glossary.get(stem) or glossary.get(f"{beginning}-") or beginning


def cognate(word: str) -> str:
    """Give the beginning of a folded word in the spelling that three languages agree on."""
    for old, new in _SPELT:
        word = old.sub(new, word)
    return (word.rstrip("aeos") if len(word) > SHORTEST else word)[:COGNATE]


@lru_cache
def _glossary():
    """{language: {stem: row}} of meanings that are one word; "begin-" for words that begin so.

    A beginning that two meanings share leads to neither.
    """
    found: dict[str, dict[str, str]] = {code: {} for code in LANGUAGES}
    for code, word, row in _wordings():
        rows = found[code]
        meaning = rows.setdefault(stems_of([word], code)[0], row)
        beginning = f"{cognate(word)}-"
        if len(beginning) > COGNATE:
            rows[beginning] = meaning if rows.get(beginning, meaning) == meaning else ""
    return found


def _wordings():
    """Yield (language, folded word, key of the row) of the glossaries' meanings of one word."""
    for path in reversed(GLOSSARIES):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file)):
                for code in LANGUAGES:
                    for wording in (row[code] or "").split("|"):
                        words = searched.words_of(wording)
                        if len(words) == 1:
                            yield code, words[0], f"={path.stem[0]}{number}"


@lru_cache
def common_stems(code: str) -> frozenset[str]:
    """Give the stems that stand in every report and tell nothing about this one."""
    if not code:
        return frozenset()
    path = Path(__file__).parent / "common_words" / f"{code}.txt"
    return frozenset(stems_of(searched.words_of(path.read_text(encoding="utf-8")), code))
