"""How good a draft is: the share of known facts that it tells, beside plain ways to draft."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from resrec.reporting.anchors import CONTEXT, locate, normalised
from resrec.reporting.suggesting.baselines import BASELINES
from resrec.reporting.suggesting.drafting import drafted
from resrec.reporting.suggesting.pairs import Pair
from resrec.reporting.suggesting.patience import TooSlow, found
from resrec.reporting.suggesting.sentences import Sentence, length_of, sentences_of

BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Score:
    """What one way to draft reaches on a pair. Shares are None where nothing is counted.

    `facts` are the ids of those told, `repeating` the number of sentences that tell a fact and
    only facts that an earlier one tells, `at_anchor` of those found word for word at their place.
    """

    sentences: int
    words: int
    facts: list[str]
    known: int
    repeating: int
    at_anchor: int
    seconds: float

    @property
    def coverage(self) -> float | None:
        return len(self.facts) / self.known if self.known else None

    @property
    def redundancy(self) -> float | None:
        return self.repeating / self.sentences if self.sentences and self.known else None

    @property
    def anchored(self) -> float | None:
        return self.at_anchor / self.sentences if self.sentences else None


@dataclass(frozen=True)
class Measured:
    """A pair's draft and the Scores of it and of each baseline by name."""

    draft: list[Sentence]
    score: Score
    baselines: dict[str, Score]

    @property
    def best_baseline(self) -> float | None:
        """The coverage of the best baseline."""
        shares = [score.coverage for score in self.baselines.values() if score.coverage is not None]
        return max(shares, default=None)

    def is_over(self, length: int) -> bool:
        """Whether every sentence is longer than the length asked for."""
        return self.score.words > length


def measured(pair: Pair) -> Measured:
    """Draft a pair in each way, and score it."""
    began = time.perf_counter()
    draft = drafted(pair.sources, pair.length)
    score = _scored(pair, draft, time.perf_counter() - began)
    baselines = {}
    for name, way in BASELINES.items():
        began = time.perf_counter()
        sentences = sentences_of(pair.sources)
        baselines[name] = _scored(
            pair, way(sentences, pair.length) if sentences else [], time.perf_counter() - began
        )
    return Measured(draft, score, baselines)


def _scored(pair, draft, seconds):
    told: list[str] = []
    repeating = 0
    for sentence in draft:
        here = [fact.id for fact in pair.facts if _tells(sentence.text, fact, pair)]
        fresh = [one for one in here if one not in told]
        repeating += bool(here and not fresh)
        told += fresh
    # A pattern may reach over two sentences, so the whole draft is asked as well.
    whole = " ".join(sentence.text for sentence in draft)
    facts = [fact.id for fact in pair.facts if fact.id in told or _tells(whole, fact, pair)]
    return Score(
        sentences=len(draft),
        words=sum(length_of(sentence.text) for sentence in draft),
        facts=facts,
        known=len(pair.facts),
        repeating=repeating,
        at_anchor=sum(_is_at_anchor(pair, sentence) for sentence in draft),
        seconds=round(seconds, 4),
    )


def _tells(words, fact, pair):
    """Blank space of any kind and width is as good as one space. A pattern that takes too long is
    left out from then on."""
    plain = BLANK.sub(" ", words)
    for pattern in list(fact.patterns):
        try:
            if found(pattern, plain) or (plain != words and found(pattern, words)):
                return True
        except TooSlow:
            fact.patterns.remove(pattern)
            complaint = f"fact {fact.id}: {pattern.pattern!r} takes longer than a second: left out"
            pair.complaints.append(complaint)
    return False


def _is_at_anchor(pair: Pair, sentence: Sentence):
    """Whether the words stand at the place that is given, and are found again by quotation."""
    source = pair.sources[sentence.source].text
    text = normalised(source)
    before = text[max(0, sentence.start - CONTEXT) : sentence.start]
    after = text[sentence.end : sentence.end + CONTEXT]
    stands = text[sentence.start : sentence.end] == sentence.text
    return stands and locate(source, sentence.text, before, after) is not None


def in_all(scores: Sequence[Score]) -> dict[str, float | None]:
    """Give shares over all pairs: each pair counts alike in `coverage`, each sentence elsewhere."""
    coverages = [score.coverage for score in scores if score.coverage is not None]
    counted = [score for score in scores if score.redundancy is not None]
    sentences = sum(score.sentences for score in scores)
    of_known = sum(score.sentences for score in counted)
    return {
        "coverage": sum(coverages) / len(coverages) if coverages else None,
        "redundancy": sum(s.repeating for s in counted) / of_known if of_known else None,
        "anchored": sum(s.at_anchor for s in scores) / sentences if sentences else None,
        "seconds": round(sum(score.seconds for score in scores), 4),
    }
