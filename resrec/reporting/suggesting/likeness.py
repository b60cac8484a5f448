"""Whether two sentences tell the same, in one language or in two.

In one language their stems are held against each other; across languages what both can share:
figures, names, months, meanings of the glossary and the beginnings of cognates.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from resrec.reporting.suggesting.content import FIGURE, Content

# Half of the words of a translation are cognates or in the glossary, as a rule.
ACROSS = 1.7
# A figure below it, or a round one, stands in many sentences by chance.
SMALL, SMALL_FIGURE = 20, 1.2
# How far two sentences with a telling figure in common, and no other, are taken to be the same.
SAME_FIGURES, SAME_SMALL_FIGURES = 0.6, 0.25
# How far they can be the same if one has figures that the other has not.
OTHER_FIGURES = 0.35


def weight_of_figure(key: str) -> float:
    """A figure that hardly stands in two sentences by chance tells more than 5 or a year."""
    if key[0] == "y":
        return 1.0
    return SMALL_FIGURE if _is_small(key) else FIGURE


def _is_small(key):
    return "." not in key and float(key.rstrip("%")) <= SMALL


def contained(one: Content, other: Content) -> float:
    """Give how far (0 to 1) what one sentence tells is told by another."""
    words = _shared_words(one, other)
    if one.figures:
        mine = {key: weight_of_figure(key) for key in one.figures}
        both = sum(weight for key, weight in mine.items() if key in other.figures)
        all_of_it = sum(mine.values())
        if both == all_of_it:
            telling = any(key[0] != "y" and not _is_small(key) for key in mine)
            least = SAME_FIGURES if telling else SAME_SMALL_FIGURES if both > 1.0 else 0.0
            return max(words, least + (1 - least) * words) if words else 0.0
        return min(words, OTHER_FIGURES + both / all_of_it * (1 - OTHER_FIGURES))
    return words


def _shared_words(one, other):
    """The share of the words of a sentence, by weight, that another has."""
    if one.language and one.language == other.language:
        mine, theirs, factor = one.stems, other.stems, 1.0
    else:
        mine, theirs, factor = one.words, other.words, ACROSS
    total = sum(mine.values())
    if not total:
        return 1.0 if one.figures else 0.0
    both = sum(weight for key, weight in mine.items() if key in theirs)
    return min(1.0, factor * both / total)


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
            at = self.places[key]
            if not most or len(at) <= most:
                found.update(at)
        found.discard(place)
        yield from sorted(found)
