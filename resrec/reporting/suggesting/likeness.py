"""Whether two sentences tell the same, in one language or in two.

In one language their stems are held against each other; across languages what both can share:
figures, names, months, meanings of the glossary and the beginnings of cognates.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum

from resrec.reporting.suggesting.content import FIGURE, Content

# Half of the words of a translation are cognates or in the glossary, as a rule.
ACROSS = 2.1
# Figures and words that are both alike strengthen each other by so much.
BOTH = 0.35
# One word in common makes no two sentences the same.
ONE_WORD = 0.45
# A figure below it, or a round one, stands in many sentences by chance.
SMALL, SMALL_FIGURE = 20, 1.2
# How far two sentences with a figure in common, and no other, are taken to be the same: by the
# digits of the figure that are not noughts at its end; a small one tells less.
SAME_SMALL, SAME_BY_DIGITS = 0.2, (0.0, 0.3, 0.45, 0.62)
# How far they can be the same if one has figures that the other has not (none of them, all but
# one), or each has names of its own.
NONE_OF_THEM, ALL_BUT = 0.3, 0.45


def weight_of_figure(key: str) -> float:
    """A figure that hardly stands in two sentences by chance tells more than 5 or a year."""
    if key[0] == "y":
        return 1.0
    return SMALL_FIGURE if is_small(key) else FIGURE


def _sameness(key):
    """How far a figure in common, by itself, tells that two sentences say the same."""
    if key[0] == "y":
        return 0.0
    if is_small(key):
        return SAME_SMALL
    digits = len(key.rstrip("%").replace(".", "").strip("0"))
    return SAME_BY_DIGITS[min(digits, len(SAME_BY_DIGITS) - 1)]


def is_small(key: str) -> bool:
    """Whether a figure is one that stands in many sentences by chance."""
    return key[0] != "y" and "." not in key and float(key.rstrip("%")) <= SMALL


def contained(one: Content, other: Content) -> float:
    """Give how far (0 to 1) what one sentence tells is told by another."""
    words, room = _words(one, other)
    if _name_others(one, other):
        words = min(words, ALL_BUT)
    if not one.figures:
        return words
    here = one.figures & other.figures
    if here != one.figures:
        share = fsum(map(weight_of_figure, here)) / fsum(map(weight_of_figure, one.figures))
        return min(words, NONE_OF_THEM + share * (ALL_BUT - NONE_OF_THEM))
    least = max(map(_sameness, here)) * room
    return min(1.0, max(least, words) + BOTH * min(least, words))


def _name_others(one, other):
    """Whether each names somebody or some place that the other does not."""
    return not (one.names <= other.words.keys() or other.names <= one.words.keys())


def _words(one, other):
    """The share of the words of a sentence, by weight, that another has; and how far it has room:
    a short sentence does not tell all that a long one does."""
    if one.language and one.language == other.language:
        mine, theirs, factor = one.stems, other.stems, 1.0
    else:
        mine, theirs, factor = one.words, other.words, ACROSS
    if not mine:
        return float(bool(one.figures)), 1.0
    shared = mine.keys() & theirs.keys()
    if not shared and one.figures.isdisjoint(other.figures):
        return 0.0, 0.0
    size = sum(mine.values())
    room = min(1.0, sum(theirs.values()) / size)
    most = room if len(shared) > 1 or len(mine) == 1 else min(room, ONE_WORD)
    # Summed in the order of the words, not of a set, so that each run gives the same.
    both = sum(weight for key, weight in mine.items() if key in shared)
    return min(most, factor * both / size), room


class Likenesses:
    """Finds the sentences that share anything with a given one, without asking all of them."""

    def __init__(self, contents: Sequence[Content]):
        self.contents = contents
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, content in enumerate(contents):
            for key in set(content.keys):
                self.places[key].append(place)

    def near(self, place: int, most: int = 0) -> Iterator[int]:
        """Yield the places of the sentences that share a key with this one.

        Keys in more than `most` sentences are passed over, unless 0.
        """
        found: set[int] = set()
        for key in self.contents[place].keys:
            if not most or len(self.places[key]) <= most:
                found.update(self.places[key])
        found.discard(place)
        yield from sorted(found)

    def nearest(self, place: int, most: int) -> Iterator[int]:
        """Yield the places of later sentences that share two keys with this one.

        Keys in more than `most` sentences are passed over, so that the work stays in proportion.
        """
        once: set[int] = set()
        twice: set[int] = set()
        for key in self.contents[place].keys:
            at = self.places[key]
            if 1 < len(at) <= most:
                later = at[bisect_right(at, place) :]
                twice.update(once.intersection(later))
                once.update(later)
        yield from sorted(twice)
