"""Passages that seem to speak of the same thing: a suggestion for themes, and no more.

Deterministic and offline: words are compared by their stems (`library.search`), rare ones tell
more. Each language is grouped by itself. Pure: no database.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from resrec.library.search.rarity import Rarity
from resrec.library.search.words import LANGUAGES, stems_of, words_of
from resrec.library.similarity.stemmed import Stemmed

LEAST, MOST_GROUPS = 2, 12  # passages in a group, and groups
# A passage is put beside a theme that has this share of its telling words, by weight.
NEAR = 0.3
NAMING = 3  # words that name a group
SHORTEST = 3  # letters of a stem that tells anything
TOO_COMMON = 0.6  # share of the passages; what stands in more of them tells nothing


@dataclass(frozen=True)
class Group:
    """Passages that share a telling word. `words` are the ones that most of them have."""

    words: tuple[str, ...]
    language: str
    passages: tuple


class Telling:
    """The telling stems of passages (anything with `exact` and `language`)."""

    def __init__(self, passages):
        self.passages = list(passages)

    @cached_property
    def stems(self):
        """[{stem: weight}] in the order of the passages."""
        read = [Stemmed.of_words(_known(one), "", [one.exact]) for one in self.passages]
        counts = defaultdict(Counter)
        for one, stemmed in zip(self.passages, read, strict=True):
            counts[_known(one)].update(set(stemmed.stems))
        rarity = {language: Rarity(counts[language], language) for language in LANGUAGES}
        number = Counter(map(_known, self.passages))
        return [
            {
                stem: rarity[_known(one)][stem]
                for stem in sorted(set(stemmed.stems))
                if len(stem) >= SHORTEST
                and stem.isalpha()
                and rarity[_known(one)][stem]
                and counts[_known(one)][stem] <= max(LEAST, TOO_COMMON * number[_known(one)])
            }
            for one, stemmed in zip(self.passages, read, strict=True)
        ]


def groups_of(passages):
    """Give the Groups, the largest first, and the passages that are in none."""
    telling = Telling(passages)
    left = dict(enumerate(telling.stems))
    found = []
    while len(found) < MOST_GROUPS:
        best = _best(telling.passages, left)
        if best is None:
            break
        language, stem = best
        places = [
            place
            for place, stems in left.items()
            if stem in stems and _known(telling.passages[place]) == language
        ]
        members = tuple(telling.passages[place] for place in places)
        named = _named([left.pop(place) for place in places], stem, members, language)
        found.append(Group(named, language, members))
    found.sort(key=lambda group: -len(group.passages))
    return found, [telling.passages[place] for place in left]


def _best(passages, left):
    """The (language, stem) that most passages share, by weight; None when no two share one."""
    counts, weights = Counter(), Counter()
    for place, stems in left.items():
        language = _known(passages[place])
        for stem, weight in stems.items():
            counts[language, stem] += 1
            weights[language, stem] += weight
    shared = [pair for pair, number in counts.items() if number >= LEAST]
    return min(shared, key=lambda pair: (-weights[pair], pair), default=None)


def _named(stems, first, members, language):
    """The words, as they are written, of the stem and of those that go most often with it."""
    counts = Counter(stem for one in stems for stem in one if stem != first)
    beside = [
        stem
        for stem, number in sorted(counts.items(), key=lambda p: (-p[1], p[0]))
        if number >= LEAST
    ]
    return tuple(_word(stem, members, language) for stem in [first, *beside][:NAMING])


def _word(stem, members, language):
    """The word that is most often written for a stem."""
    written = Counter(
        word
        for one in members
        for word in words_of(one.exact)
        if stems_of([word], language) == [stem]
    )
    return min(written.items(), key=lambda pair: (-pair[1], pair[0]), default=(stem, 0))[0]


def near(passages, placed):
    """Give {place in passages: theme} for those that share most words with a theme.

    `placed` are (theme, passage) of what is under themes already.
    """
    passages, placed = list(passages), list(placed)
    telling = Telling([*passages, *(one for _theme, one in placed)])
    having = defaultdict(set)
    for (theme, one), stems in zip(placed, telling.stems[len(passages) :], strict=True):
        having[theme, _known(one)].update(stems)
    found = {}
    for place, (one, stems) in enumerate(zip(passages, telling.stems, strict=False)):
        whole = sum(stems.values())
        shares = {
            theme: sum(weight for stem, weight in stems.items() if stem in theirs) / whole
            for (theme, language), theirs in having.items()
            if language == _known(one) and whole
        }
        if shares and max(shares.values()) >= NEAR:
            found[place] = min(shares, key=lambda theme: (-shares[theme], theme))
    return found


def _known(passage):
    """The language whose stems are read; English for others."""
    return passage.language if passage.language in LANGUAGES else "en"
