"""What the library says already about each paragraph of a draft.

The work is bounded: so many paragraphs of a draft are looked up, and so many texts read.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

from resrec.library.search.catalogue import Catalogue
from resrec.library.search.words import LANGUAGES, stop_words, words_of
from resrec.library.similarity.candidates import (
    Limits,
    holders,
    sharing_most,
    telling_phrases,
    telling_stems,
)
from resrec.library.similarity.nearest import least_shared
from resrec.library.similarity.pairing import CLOSE, LEVELS, level_of, weight_of
from resrec.library.similarity.stemmed import Line, Stemmed, wordings

# Paragraphs that are looked up, and what is asked for of each.
MOST_LOOKED_UP = 60
ASKED = Limits(stems=6, texts=4000, phrases=10)
# Of all together; many paragraphs share it.
ASKED_TOGETHER = Limits(stems=360, texts=80_000, phrases=240)
# A passage is close to a paragraph when it has this share of its telling words, by weight, …
COVERED = 0.5
# … and when those are this share of its own: a very long one has many words of everything.
OWN = 0.15
# Words that stand in more passages of the texts read do not lead to any.
MOST_PLACES = 600
# Texts that each paragraph leads to, and passages of them that are given.
TEXTS, GIVEN = 6, 3


@dataclass(frozen=True)
class Said:
    """A passage of the library that says nearly what a paragraph of a draft says.

    `pk` is the text's id, `place` that of the line. `covered` is the share of the paragraph's
    telling words, by weight, that the passage has; `also` are passages of other texts with the
    same words.
    """

    pk: int
    place: int
    level: str
    covered: float
    line: Line
    also: "tuple[Said, ...]" = ()


def language_of(text: str, otherwise: str) -> str:
    """Give the language whose little words stand most often in a text."""
    words = Counter(words_of(text))
    found = {language: sum(words[word] for word in stop_words(language)) for language in LANGUAGES}
    best = max(found.values())
    likeliest = [language for language in LANGUAGES if found[language] == best]
    return otherwise if otherwise in likeliest or not best else likeliest[0]


def said_about(lines: Sequence[Line], language: str, catalogue: Catalogue) -> list[list[Said]]:
    """Give for each line what is nearest to it, at most `GIVEN` passages of different texts.

    The same words come first, then nearly the same, then what has most of the telling words; of
    equals, the newest. No more than `MOST_LOOKED_UP` lines may be asked for.
    """
    rarity = catalogue.lexicon.weights[language]
    ids = _texts(lines, language, catalogue)
    passages = _Passages(ids, lines, language, rarity)
    return [_best(passages.near(line), catalogue) for line in lines]


def _texts(lines, language, catalogue):
    """The ids of the texts that share most telling stems and phrases with any of the lines."""
    limits = _share(len(lines))
    asked = []
    for line in lines:
        telling = Stemmed(" ".join(line), "").telling(catalogue.lexicon.weights[language])
        phrases = telling_phrases(line, language, catalogue, limits)
        asked.append(telling_stems(telling, language, catalogue, limits) | phrases)
    held = holders((phrase for weights in asked for phrase in weights), language)
    return {pk for weights in asked for pk in sharing_most(weights, held, catalogue, TEXTS)}


def _share(lines):
    """The limits for each of so many lines."""
    return Limits(
        *(
            min(one, together // max(lines, 1))
            for one, together in zip(astuple(ASKED), astuple(ASKED_TOGETHER), strict=True)
        )
    )


def _best(found, catalogue):
    """The first passages in order, each of another text; with each, the same words elsewhere."""

    def order(said):
        tenths = -round(said.covered, 1)
        return LEVELS.index(said.level), tenths, catalogue.places[said.pk], said.place

    worded: dict[Line, dict[int, Said]] = {}
    taken: set[int] = set()
    for said in sorted(found, key=order):
        if said.line in worded:
            worded[said.line].setdefault(said.pk, said)
        elif said.pk not in taken and len(worded) < GIVEN:
            worded[said.line] = {said.pk: said}
        taken.add(said.pk)
    return [
        replace(first, also=tuple(others))
        for first, *others in (list(of_text.values()) for of_text in worded.values())
    ]


class _Passages:
    """The lines of some texts, found by the telling stems that the lines of a draft have."""

    def __init__(self, ids, asked, language, rarity):
        self.rarity, self.least = rarity, least_shared(rarity)
        self.lines: list[tuple[int, int, Line]] = []
        self.places = defaultdict(list)
        vocabulary = {stem for line in asked for stem in line if rarity[stem]}
        for pk, wording in wordings(ids, [language]).items():
            for place, line in enumerate(wording[language].lines):
                for stem in vocabulary.intersection(line):
                    self.places[stem].append(len(self.lines))
                self.lines.append((pk, place, line))

    def near(self, line):
        """Yield Said for each passage that is alike."""
        told = {stem: self.rarity[stem] for stem in dict.fromkeys(line) if self.rarity[stem]}
        own, shared = sum(told.values()), defaultdict(float)
        for stem, weight in told.items():
            at = self.places.get(stem, ())
            for place in at if len(at) <= MOST_PLACES else ():
                shared[place] += weight
        least = max(self.least, own * COVERED)
        for at, weight in shared.items():
            if weight >= least:
                pk, place, other = self.lines[at]
                if weight >= OWN * weight_of(other, self.rarity):
                    level = level_of(line, other, weight / own) or CLOSE
                    yield Said(pk, place, level, round(weight / own, 6), other)
