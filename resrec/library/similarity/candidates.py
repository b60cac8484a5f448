"""Which texts share the telling stems of a text: asked of the database, and counted here.

So the answer is the same on each database.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import pairwise

from resrec.library.search.catalogue import Catalogue
from resrec.library.search.clause import Phrase
from resrec.library.search.engine import MOST_ASKED, engine
from resrec.library.similarity.stemmed import Line

LARGE = 20_000  # texts
# Words between two telling ones in a phrase, at most.
BETWEEN = 2

Weights = Mapping[Phrase, float]


@dataclass(frozen=True)
class Limits:
    """How many stems and phrases are asked for, and how many texts the stems may lead to.

    In a large library the texts may be more, in proportion.
    """

    stems: int
    texts: int
    phrases: int = 0

    def texts_in(self, catalogue: Catalogue) -> int:
        return max(self.texts, self.texts * len(catalogue.ids) // LARGE)


def telling_stems(
    telling: Mapping[str, float], language: str, catalogue: Catalogue, limits: Limits
) -> Weights:
    """Give those of the stems, which come in order, that lead to texts and are not too common.

    Where all are too common, the first is given, unless it would lead to `LARGE` texts.
    """
    known = [stem for stem in telling if catalogue.lexicon.knows(language, stem)]
    keep: list[str] = []
    left = limits.texts_in(catalogue)
    for stem in known:
        held = catalogue.lexicon.count(language, stem)
        if held <= left and len(keep) < limits.stems:
            keep.append(stem)
            left -= held
    first = [stem for stem in known[:1] if catalogue.lexicon.count(language, stem) < LARGE]
    return {(stem,): telling[stem] for stem in keep or first}


def telling_phrases(line: Line, language: str, catalogue: Catalogue, limits: Limits) -> Weights:
    """Give phrases of a line, from one telling stem to the next, that tell most.

    Those of common stems alone are left out, for they take the database long.
    """
    rarity, most = catalogue.lexicon.weights[language], limits.texts_in(catalogue) // 2
    places = [place for place, stem in enumerate(line) if rarity[stem]]
    found: dict[Phrase, float] = {}
    for first, last in pairwise(places):
        counts = [catalogue.lexicon.count(language, line[place]) for place in (first, last)]
        if last - first <= BETWEEN + 1 and 0 < min(counts) <= most and max(counts):
            weight = rarity[line[first]] + rarity[line[last]]
            found[line[first : last + 1]] = 2 * weight**2
    return dict(nlargest(limits.phrases, found.items(), key=lambda one: (one[1], one[0])))


def holders(phrases: Iterable[Phrase], language: str, *, in_title=False) -> dict[Phrase, list[int]]:
    """Give the ids of the texts that have each of the phrases."""
    asked = list(dict.fromkeys(phrases))
    found: dict[Phrase, list[int]] = {phrase: [] for phrase in asked}
    for start in range(0, len(asked), MOST_ASKED):
        part = asked[start : start + MOST_ASKED]
        for place, pk in engine().holding(language, part, in_title=in_title):
            found[part[place]].append(pk)
    return found


def sharing_most(
    weights: Weights,
    held: Mapping[Phrase, list[int]],
    catalogue: Catalogue,
    most: int,
    besides: int = 0,
) -> list[int]:
    """Give the ids of `most` texts that share most of the phrases by weight; of equals, the newer.

    `besides` is the id of a text that is left out.
    """
    shared: dict[int, float] = defaultdict(float)
    for phrase, weight in weights.items():
        for pk in held[phrase]:
            shared[pk] += weight
    shared.pop(besides, None)
    known = {pk: round(weight, 6) for pk, weight in shared.items() if pk in catalogue.places}
    least = min(nlargest(most, known.values()), default=0.0)
    more = [pk for pk, weight in known.items() if weight > least]
    more.sort(key=lambda pk: (-known[pk], catalogue.places[pk]))
    equal = (pk for pk, weight in known.items() if weight == least)
    return more + nsmallest(most - len(more), equal, key=catalogue.places.__getitem__)
