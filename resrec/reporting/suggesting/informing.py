"""How much a sentence tells that can be checked, and how far it is courtesy or scaffolding.

Nothing is read into a sentence: its figures, names, verbs of doing and words are counted, and
what reports of any subject say alike (thanks, pledges, headings, addresses) is held against it.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from resrec.library.search.words import LANGUAGES, stems_of, words_of
from resrec.reporting.suggesting.content import GLOSSARIES, Content
from resrec.reporting.suggesting.sentences import Sentence

ADDRESS = re.compile(r"https?://|www\.|\b[\w.+-]+@[\w-]+\.\w+|☎|\+\d[\d \u00a0().-]{7,}")
HEADING_WORDS = 7


@dataclass(frozen=True)
class Weights:
    """How much each thing that a sentence tells is worth. Figures beyond the first tell less."""

    any: float = 0.2
    figure: float = 1.0
    year: float = 0.3
    name: float = 0.5
    word: float = 0.09
    doing: float = 0.5
    more: float = 0.7  # power that further figures and names are taken to
    most_words: int = 12


WEIGHTS = Weights()


@lru_cache
def stems_of_kind(kind: str, code: str) -> frozenset[str]:
    """Give the stems of "do" (verbs of doing) or "courtesy" in a language."""
    with GLOSSARIES[-1].open(encoding="utf-8", newline="") as file:
        words = [
            word
            for row in csv.DictReader(file)
            if row["kind"] == kind
            for wording in row[code].split("|")
            for word in words_of(wording)
        ]
    return frozenset(stems_of(words, code))


def has_kind(kind: str, content: Content) -> int:
    """Count the stems of a kind in a sentence."""
    codes = [content.language] if content.language else LANGUAGES
    return max(len(content.stems.keys() & stems_of_kind(kind, code)) for code in codes)


def information(content: Content, weights: Weights = WEIGHTS) -> float:
    """How much a sentence tells, before what speaks against it."""
    years = sum(key[0] == "y" for key in content.figures)
    figures = len(content.figures) - years
    words = min(content.told - content.common, weights.most_words)
    return (
        weights.any
        + weights.figure * figures**weights.more
        + weights.year * min(years, 2)
        + weights.name * len(content.names) ** weights.more
        + weights.word * max(words, 0)
        + (weights.doing if has_kind("do", content) else 0.0)
    )


def plainness(sentence: Sentence, content: Content) -> float:
    """Give 1 for a sentence that only tells, down to nearly 0 for courtesy and scaffolding."""
    text = sentence.text.rstrip()
    telling = bool(content.figures) or len(content.names) > 1
    factor = 1.0
    if ADDRESS.search(text):
        factor *= 0.15
    if text.endswith("?"):
        factor *= 0.3
    if text.endswith(":"):
        factor *= 0.3
    if not telling and _is_heading(text, sentence, content):
        factor *= 0.2
    if courtesy := has_kind("courtesy", content):
        factor *= (0.7 if telling else 0.35) ** min(courtesy, 3)
    if content.told and not content.figures and content.common / content.told > 0.5:
        factor *= 0.4
    return factor


def _is_heading(text, sentence, content):
    ends = text[-1:] in ".!…;؟。।"
    return not ends and sentence.length <= HEADING_WORDS and not has_kind("do", content)


def worth(sentences: Sequence[Sentence], contents: Sequence[Content]) -> list[float]:
    """How much each sentence tells."""
    return [
        information(content) * plainness(sentence, content)
        for sentence, content in zip(sentences, contents, strict=True)
    ]
