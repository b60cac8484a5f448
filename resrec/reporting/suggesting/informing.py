"""How much a sentence tells that can be checked, and how far it is courtesy or scaffolding.

Nothing is read into a sentence: its figures, names, verbs of doing and words are counted, and
what reports of any subject say alike (thanks, pledges, headings, addresses) is held against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from resrec.reporting.suggesting.content import Content
from resrec.reporting.suggesting.cues import (
    ABOUT_ITSELF,
    ABOUT_REPORT,
    ADDRESS,
    CHANGE,
    THANKS_TO,
    count_of_kind,
    has_deed,
    is_past,
)
from resrec.reporting.suggesting.likeness import is_small
from resrec.reporting.suggesting.sentences import Sentence

HEADING_WORDS = 7
ENDS = tuple(".!…;؟。।")


@dataclass(frozen=True)
class Weights:
    """How much each thing that a sentence tells is worth. Figures beyond the first tell less."""

    any: float = 0.3
    figure: float = 1.0
    small_figure: float = 0.6  # 20 at most
    year: float = 0.4
    name: float = 0.5
    word: float = 0.14
    doing: float = 0.3
    past: float = 0.3
    change: float = 0.3
    more: float = 0.7  # power that further figures and names are taken to
    most_words: int = 10


WEIGHTS = Weights()


def information(sentence: Sentence, content: Content, weights: Weights = WEIGHTS) -> float:
    """How much a sentence tells, before what speaks against it."""
    years = sum(key[0] == "y" for key in content.figures)
    small = sum(is_small(key) for key in content.figures)
    figures = len(content.figures) - years - small * (1 - weights.small_figure / weights.figure)
    words = min(content.told - content.common, weights.most_words)
    return (
        weights.any
        + weights.figure * figures**weights.more
        + weights.year * min(years, 2)
        + weights.name * len(content.names) ** weights.more
        + weights.word * max(words, 0)
        + weights.doing * bool(count_of_kind("do", content))
        + weights.past * is_past(sentence.text, content)
        + weights.change * bool(CHANGE.search(sentence.text))
    )


def plainness(sentence: Sentence, content: Content) -> float:
    """Give 1 for a sentence that only tells, down to nearly 0 for courtesy and scaffolding."""
    text = sentence.text.rstrip()
    telling = bool(content.figures) or len(content.names) > 1
    factor = 1.0
    if ADDRESS.search(text):
        factor *= 0.15
    if ABOUT_REPORT.search(text):
        factor *= 0.25
    if ABOUT_ITSELF.search(text):
        factor *= 0.5
    if text.endswith(("?", ":")):
        factor *= 0.3
    plain = content.told - content.named
    if plain <= 0:
        factor *= 0.1  # a name, a code or a number alone
    elif text[-1:] not in ENDS and not has_deed(text, content):
        if content.named > plain:
            factor *= 0.2  # the title of something, or a list of names
        elif not telling and sentence.length <= HEADING_WORDS:
            factor *= 0.2
    courtesy = count_of_kind("courtesy", content) - bool(THANKS_TO.search(text))
    if courtesy > 0:
        factor *= (0.7 if telling else 0.35) ** min(courtesy, 3)
    if not content.figures:
        factor *= 1 - 0.85 * _commonness(content)
    return factor


def _commonness(content):
    """0 where three words in ten are such as any report has, 1 where all are."""
    share = content.common / content.told if content.told else 1.0
    return max(0.0, share - 0.3) / 0.7


def worth(sentences: Sequence[Sentence], contents: Sequence[Content]) -> list[float]:
    """How much each sentence tells."""
    return [
        information(sentence, content) * plainness(sentence, content)
        for sentence, content in zip(sentences, contents, strict=True)
    ]
