"""Choosing sentences: maximal marginal relevance within a number of words.

Carbonell and Goldstein 1998 take next what is relevant and unlike what is taken. Here relevance
counts by the word (a budget of words buys more of short sentences), and "unlike" is what a
sentence tells that none of those taken tells (Lin and Bilmes 2010 on the cost of sentences).
"""

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from resrec.reporting.suggesting.content import Content
from resrec.reporting.suggesting.likeness import contained


@dataclass(frozen=True)
class Rules:
    """How sentences are chosen.

    `by_word` is the power of the length that relevance is divided by; sentences told so far as
    `same` are not taken; each further sentence of a source counts `further` of the one before.
    """

    by_word: float = 0.85
    same: float = 0.5
    further: float = 0.95
    exchange: float = 2.0


RULES = Rules()
# Sentences left out, the most relevant first, that are tried in the place of others.
MOST_EXCHANGED = 40


@dataclass(frozen=True)
class Candidate:
    """A sentence to choose: what it tells, how relevant it is, its words, whose it is."""

    content: Content
    relevance: float
    length: int
    source: int


def chosen(
    candidates: Sequence[Candidate],
    words: int,
    stated: Sequence[Content] = (),
    rules: Rules = RULES,
) -> list[int]:
    """Give the places of sentences, the most telling first, of no more than `words` in all.

    `stated` is what is said already. Where every sentence is longer than `words`, the shortest is
    given alone, unless something is stated.
    """
    if candidates and not stated and all(one.length > words for one in candidates):
        return [min(range(len(candidates)), key=lambda at: candidates[at].length)]
    choice = _Choice(candidates, stated, rules)
    # Gains only shrink, so the first whose gain is still what it was is the best of all.
    heap = [(-choice.gain(at), at) for at, one in enumerate(candidates) if one.length <= words]
    heapq.heapify(heap)
    while heap:
        was, place = heapq.heappop(heap)
        now = choice.gain(place)
        if now <= 0 or candidates[place].length > words:
            continue
        if -was > now:
            heapq.heappush(heap, (-now, place))
            continue
        choice.take(place)
        words -= candidates[place].length
    return _exchanged(candidates, choice.taken, words, stated, rules)


def _exchanged(candidates, taken, left, stated, rules):
    """Give up the least telling sentences where what they leave room for tells more.

    Taken by the word, short sentences of little weight keep out a long one of much.
    """
    taken = list(taken)
    value = _values(candidates, taken, stated, rules)
    others = sorted(
        (at for at in range(len(candidates)) if at not in value),
        key=lambda at: (-candidates[at].relevance, at),
    )[:MOST_EXCHANGED]
    for place in others:
        one, room, out = candidates[place], left, []
        for at in sorted(taken, key=lambda at: (value[at], at)):
            if room >= one.length:
                break
            out.append(at)
            room += candidates[at].length
        kept = [at for at in taken if at not in out]
        if (
            not out
            or room < one.length
            or one.relevance < rules.exchange * sum(value[at] for at in out)
        ):
            continue
        after = _values(candidates, [*kept, place], stated, rules)
        if after[place] and sum(after.values()) > sum(value.values()):
            taken, value, left = [*kept, place], after, room - one.length
    return taken


def _values(candidates, taken, stated, rules):
    """{place: what it tells that none before it in `taken` tells}."""
    before = [*stated]
    values = {}
    for place in taken:
        one = candidates[place]
        told = max((contained(one.content, other) for other in before), default=0.0)
        values[place] = 0.0 if told >= rules.same else one.relevance * (1 - told)
        before.append(one.content)
    return values


class _Choice:
    """What is taken, and how far each candidate is told by it; reckoned when asked."""

    def __init__(self, candidates, stated, rules):
        self.candidates, self.rules = candidates, rules
        self.said = list(stated)
        self.told = [0.0] * len(candidates)
        self.heard = [0] * len(candidates)  # how many of `said` each was held against
        self.of_source = Counter()
        self.taken = []

    def gain(self, place):
        one, told = self.candidates[place], self._told(place)
        if told >= self.rules.same:
            return 0.0
        spread = self.rules.further ** self.of_source[one.source]
        return one.relevance * (1 - told) * spread / max(one.length, 1) ** self.rules.by_word

    def take(self, place):
        one = self.candidates[place]
        self.taken.append(place)
        self.said.append(one.content)
        self.of_source[one.source] += 1

    def _told(self, place):
        content, said = self.candidates[place].content, self.said
        for at in range(self.heard[place], len(said)):
            if self.told[place] >= self.rules.same:
                break
            self.told[place] = max(self.told[place], contained(content, said[at]))
        self.heard[place] = len(said)
        return self.told[place]
