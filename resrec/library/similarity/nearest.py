"""The texts nearest to one, and the passages that they have in common with it.

The telling stems lead to candidates; those are compared stem by stem in each language that both
have; for the nearest, passages are paired.
"""

import math
from collections import defaultdict
from dataclasses import dataclass, field, replace

from resrec.library.models import Paragraph
from resrec.library.search.catalogue import Catalogue
from resrec.library.search.rarity import Rarity
from resrec.library.similarity.candidates import Limits, holders, sharing_most, telling_stems
from resrec.library.similarity.pairing import Pair, Passages, pairs_of
from resrec.library.similarity.stemmed import Stemmed, Wording, wordings

NEAREST = 8
# What is asked for, of the whole text and of its title; how many candidates each gives.
WHOLE, CANDIDATES = Limits(stems=24, texts=6000), 16
TITLE, TITLE_CANDIDATES = Limits(stems=10, texts=2000), 8
# Stems in common that are named.
MOST_SHARED = 8
# A text that shares less, of what a text shares with itself, is not near; with no passage in
# common it has to share more.
LEAST, LEAST_OF_WORDS = 0.12, 0.15
# Shorter ones count as if they had so many stems.
SHORT, SHORT_TITLE = 500, 6
# Of titles more has to be common, and it tells less.
LEAST_OF_TITLE, TITLE_TELLS = 0.3, 0.5


@dataclass(frozen=True)
class Near:
    """A text (its id) near another in one language; `nearness` is 1 for a text and itself.

    `pairs` are the passages in common: in each, `mine` is the place in the other text, `theirs`
    the place in this one. `shared` are the stems in common that tell most.
    """

    pk: int
    language: str
    nearness: float
    mine: Stemmed = field(repr=False)
    theirs: Stemmed = field(repr=False)
    pairs: tuple[Pair, ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def most_telling(self) -> list[Pair]:
        """The pairs, those that share most first."""
        return sorted(self.pairs, key=lambda one: (-one.shared * one.likeness, one.mine))


class Measure:
    """How near other texts are to one in one language.

    Of a text that `is_held`, words that stand in no other are left out of account.
    """

    def __init__(self, mine: Stemmed, rarity: Rarity, *, is_held: bool):
        self.mine, self.rarity = mine, rarity
        self.whole, self.title = (
            {
                stem: weight
                for stem, weight in words.telling(rarity).items()
                if not is_held or rarity.texts.get(stem, 0) > 1
            }
            for words in (mine, Stemmed(mine.title, ""))
        )
        self.most = _common(self.whole, mine.stems, SHORT) or 1.0
        self.most_of_title = _common(self.title, mine.title.split(), SHORT_TITLE) or 1.0

    def nearness(self, theirs: Stemmed) -> float:
        """Compare the whole texts, and the titles, which are all that some have; 0 if not near."""
        whole = titles = 0.0
        if self.mine.body and theirs.body:
            whole = _common(self.whole, theirs.stems, SHORT) / self.most
        if self.title and theirs.title:
            titles = _common(self.title, theirs.title.split(), SHORT_TITLE) / self.most_of_title
        return max(
            whole if whole >= LEAST else 0.0,
            TITLE_TELLS * titles if titles >= LEAST_OF_TITLE else 0.0,
        )


def _common(weights, stems, short):
    """The weight of what is common; tempered in long texts, which have more of everything."""
    shared = math.fsum(weights[stem] for stem in weights.keys() & stems)
    return shared / math.sqrt(max(len(stems), short))


def nearest(wording: Wording, catalogue: Catalogue, *, prefer="", besides=0) -> list[Near]:
    """Give the texts nearest to these words, the nearest first, with the passages in common.

    Of a text that is near in several languages, passages are paired in the one to `prefer`, else
    in the nearest. `besides` is the id of the text itself.
    """
    measures = {
        language: Measure(mine, catalogue.lexicon.weights[language], is_held=bool(besides))
        for language, mine in wording.items()
    }
    found = {
        pk
        for language, measure in measures.items()
        for pk in _candidates(measure, language, catalogue, besides)
    }
    near = [
        one
        for pk, theirs in wordings(found, wording).items()
        if (one := _near(pk, theirs, measures, prefer))
    ]
    near.sort(key=lambda one: (-round(one.nearness, 6), catalogue.places[one.pk]))
    paired = _paired(near[:NEAREST], measures, besides)
    return [one for one in paired if one.pairs or one.nearness >= LEAST_OF_WORDS]


def _candidates(measure, language, catalogue, besides):
    """The ids of the texts that share most telling stems, anywhere or in the title."""
    for weights, limits, most, in_title in (
        (measure.whole, WHOLE, CANDIDATES, False),
        (measure.title, TITLE, TITLE_CANDIDATES, True),
    ):
        asked = telling_stems(weights, language, catalogue, limits)
        held = holders(asked, language, in_title=in_title)
        yield from sharing_most(asked, held, catalogue, most, besides)


def _near(pk, theirs, measures, prefer):
    """Give the Near of a text, in the language where it is nearest or that is preferred."""
    found = {language: measures[language].nearness(one) for language, one in theirs.items()}
    language = max(found, key=lambda code: (round(found[code], 6), code))
    if not found[language]:
        return None
    shown = prefer if found.get(prefer) else language
    return Near(pk, shown, found[language], measures[shown].mine, theirs[shown])


def _paired(near, measures, besides):
    """The same with the passages in common; headings, and who adopts the texts, are none."""
    headings = _headings([besides, *(one.pk for one in near)])
    mine = {
        language: Passages(_without(headings[besides], measure.mine.lines), measure.rarity)
        for language, measure in measures.items()
    }
    paired = []
    for one in near:
        rarity = measures[one.language].rarity
        theirs = Passages(_without(headings[one.pk], one.theirs.lines), rarity)
        pairs = pairs_of(mine[one.language], theirs, least=least_shared(rarity))
        there = set(one.theirs.stems)
        shared = [stem for stem in measures[one.language].whole if stem in there][:MOST_SHARED]
        paired.append(replace(one, pairs=tuple(pairs), shared=tuple(shared)))
    return paired


def _headings(ids):
    """Give the places of the headings of each of these texts."""
    places = defaultdict(set)
    rows = Paragraph.objects.filter(resolution__in=ids, kind=Paragraph.Kind.HEADING).order_by()
    for pk, position in rows.values_list("resolution_id", "position"):
        places[pk].add(position - 1)
    return places


def _without(places, lines):
    return [() if place in places else line for place, line in enumerate(lines)]


def least_shared(rarity: Rarity) -> float:
    """What passages have to share, by weight: a word that stands in one text of four hundred."""
    return min(6.0, rarity.most)
