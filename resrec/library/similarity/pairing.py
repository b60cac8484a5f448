"""Which passages of two texts match: the same words, nearly the same, or many telling ones.

A passage is a line of a `Stemmed`, named by its place. The work grows with the number of lines
that share a telling stem, and is bounded.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from resrec.library.search.rarity import Rarity
from resrec.library.similarity.stemmed import Line

SAME, NEARLY, CLOSE = LEVELS = ("same", "nearly", "close")
# The share of their telling words, by weight, that two passages have in common at least; with so
# little, the runs of three words in common have to make up this share of the shorter one as well.
LIKE, IN_RUNS = 0.4, 0.4
# This share of telling words is enough by itself.
VERY_LIKE = 0.6
# So much of both in such runs are nearly the same words.
NEARLY_ALL = 0.8
# A stem in more passages of one text than so many does not tell them apart.
MOST_PLACES = 20
# Lines of one text that are looked at; the longest text of the sample has some 640.
MOST_LINES = 1000


@dataclass(frozen=True)
class Pair:
    """Two passages: their places, how alike they are (0 to 1), how much they share by weight."""

    mine: int
    theirs: int
    level: str
    likeness: float
    shared: float


class Passages:
    """The lines of a text with what each tells: `told[place]` is {stem: weight}."""

    def __init__(self, lines: Sequence[Line], rarity: Rarity):
        self.lines = lines[:MOST_LINES]
        self.told = [
            {stem: weight for stem in dict.fromkeys(line) if (weight := rarity[stem])}
            for line in self.lines
        ]
        self.weights = [sum(told.values()) for told in self.told]

    @cached_property
    def vocabulary(self) -> set[str]:
        return {stem for told in self.told for stem in told}

    def places(self, stems: set[str], least: float) -> dict[str, list[int]]:
        """Give the places of the lines that have each of these stems, unless too many have it.

        Lines that tell less than `least` are left out.
        """
        places = defaultdict(list)
        for place, told in enumerate(self.told):
            if self.weights[place] >= least:
                for stem in told.keys() & stems:
                    places[stem].append(place)
        return {stem: at for stem, at in places.items() if len(at) <= MOST_PLACES}


def pairs_of(mine: Passages, theirs: Passages, *, least: float = 0.0) -> list[Pair]:
    """Give the pairs of two texts, each passage in one at most, in the order of the first text.

    Pairs that share less than `least` by weight are left out.
    """
    found = [*_with_same_words(mine, theirs), *_alike(mine, theirs, least)]
    found.sort(key=lambda one: (-one[2], abs(one[0] - one[1]), one[0]))
    taken, matched, kept = set(), set(), []
    for place, other, likeness, shared in found:
        if shared < least or place in taken or other in matched:
            continue
        if level := level_of(mine.lines[place], theirs.lines[other], likeness):
            taken.add(place)
            matched.add(other)
            kept.append(Pair(place, other, level, likeness, shared))
    return sorted(kept, key=lambda pair: pair.mine)


def weight_of(line: Line, rarity: Rarity) -> float:
    """How much a passage tells: the weights of its stems, each counted once."""
    return sum(rarity[stem] for stem in dict.fromkeys(line))


def level_of(one: Line, other: Line, likeness: float) -> str:
    """Say how near two passages are; empty if they have words in common, but are not near."""
    if one == other:
        return SAME
    runs = set(runs_of(one)) & set(runs_of(other))
    covered = [len(places_in(runs, line)) / len(line) for line in (one, other)]
    if min(covered) >= NEARLY_ALL:
        return NEARLY
    return CLOSE if likeness >= VERY_LIKE or max(covered) >= IN_RUNS else ""


def runs_of(line: Line) -> Iterator[Line]:
    """Give each run of three stems."""
    return zip(line, line[1:], line[2:], strict=False)


def places_in(runs: set[Line], line: Line) -> set[int]:
    """Give the places of the stems of a line that stand in one of these runs."""
    return {at + n for at, run in enumerate(runs_of(line)) if run in runs for n in range(3)}


def _with_same_words(mine, theirs):
    """Give (place, other place, 1, weight) of passages with the same words."""
    places = defaultdict(list)
    for place, line in enumerate(theirs.lines):
        if line:
            places[line].append(place)
    for place, line in enumerate(mine.lines):
        for other in places.get(line, ())[:MOST_PLACES]:
            yield place, other, 1.0, mine.weights[place]


def _alike(mine, theirs, least):
    """Give (place, other place, likeness, weight in common) of passages with other words."""
    places = theirs.places(mine.vocabulary, least)
    for place, told in enumerate(mine.told):
        if mine.weights[place] < least:
            continue
        shared: dict[int, float] = defaultdict(float)
        for stem, weight in told.items():
            for other in places.get(stem, ()):
                shared[other] += weight
        own = mine.weights[place]
        for other, weight in shared.items():
            likeness = 2 * weight / (own + theirs.weights[other])
            if likeness >= LIKE and mine.lines[place] != theirs.lines[other]:
                # The same stems in another order are not the same words.
                yield place, other, min(likeness, 0.999), weight
