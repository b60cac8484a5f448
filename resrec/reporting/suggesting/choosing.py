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
from resrec.reporting.suggesting.likeness import Likenesses, contained


@dataclass(frozen=True)
class Rules:
    """How sentences are chosen.

    `by_word` is the power of the length that relevance is divided by; sentences told so far as
    `same` are not taken; each further sentence of a source counts `further` of the one before.
    """

    by_word: float = 0.85
    same: float = 0.62
    further: float = 0.95


RULES = Rules()


def chosen(
    contents: Sequence[Content],
    relevance: Sequence[float],
    lengths: Sequence[int],
    sources: Sequence[int],
    words: int,
    rules: Rules = RULES,
) -> list[int]:
    """Give the places of sentences, the most telling first, of no more than `words` in all.

    Where every sentence is longer than that, the shortest is given alone.
    """
    able = [place for place, length in enumerate(lengths) if length <= words]
    if not able:
        return [min(range(len(lengths)), key=lambda at: lengths[at])] if lengths else []
    index = Likenesses(contents)
    told = [0.0] * len(contents)
    taken: list[int] = []
    of_source: Counter[int] = Counter()
    left = words

    def gain(place):
        fresh = 0.0 if told[place] >= rules.same else 1.0 - told[place]
        return (
            relevance[place]
            * fresh
            * rules.further ** of_source[sources[place]]
            / max(lengths[place], 1) ** rules.by_word
        )

    # Gains only shrink, so the first whose gain is still what it was is the best of all.
    heap = [(-gain(place), place) for place in able]
    heapq.heapify(heap)
    while heap and left > 0:
        was, place = heapq.heappop(heap)
        now = gain(place)
        if now <= 0 or lengths[place] > left:
            continue
        if -was > now:
            heapq.heappush(heap, (-now, place))
            continue
        taken.append(place)
        left -= lengths[place]
        of_source[sources[place]] += 1
        for other in index.near(place):
            if told[other] < rules.same:
                told[other] = max(told[other], contained(contents[other], contents[place]))
    return taken
