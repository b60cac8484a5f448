"""The texts nearest to one, and why, as the page shows them."""

from collections import Counter
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from resrec.library.models import Resolution
from resrec.library.search import catalogue
from resrec.library.similarity.marking import PRINTED, line_of, shared
from resrec.library.similarity.nearest import Near, nearest
from resrec.library.similarity.pairing import SAME
from resrec.library.similarity.passages import read
from resrec.library.similarity.stemmed import wording_of
from resrec.public.quoted import Beside, Quoted, html_of, read_texts

SHOWN = 3  # pairs of passages of each text


@dataclass(frozen=True)
class SimilarText:
    """A near text: its title with what both titles share marked, and the passages in common.

    `words` are the telling words in common, where no passage is.
    """

    text: Resolution
    near: Near
    title: SafeString
    title_language: str
    pairs: list[Beside]
    words: list[str]

    @property
    def passages(self):
        """How many passages are in common."""
        return len(self.near.pairs)

    @property
    def is_by_title(self):
        """Whether nothing but the titles could be compared."""
        return not (self.near.mine.body and self.near.theirs.body)

    @property
    def in_same_words(self):
        return Counter(pair.level for pair in self.near.pairs)[SAME]


def similar_texts(text: Resolution) -> list[SimilarText]:
    """Give the texts nearest to this one, the nearest first, in a fixed number of queries."""
    known = catalogue.current()
    wording = wording_of(text)
    found = nearest(wording, known, prefer=get_language() or "en", besides=text.pk)
    texts = read_texts([near.pk for near in found])
    passages = read(place for near in found for place in _places(text, wording, near))
    return [
        _similar(text, texts[near.pk], near, known.lexicon.weights[near.language], passages)
        for near in found
        if near.pk in texts
    ]


def _places(text, wording, near):
    """The passages that are shown; where none is in common, those that have the shared words."""
    for pair in near.most_telling[:SHOWN]:
        yield text.pk, near.language, pair.mine
        yield near.pk, near.language, pair.theirs
    for stem in () if near.pairs else near.shared:
        lines = wording[near.language].lines
        place = next((at for at, line in enumerate(lines) if stem in line), None)
        if place is not None:
            yield text.pk, near.language, place


def _similar(text, other, near, rarity, passages):
    pairs = []
    for pair in near.most_telling[:SHOWN]:
        mine = passages.get((text.pk, near.language, pair.mine))
        theirs = passages.get((near.pk, near.language, pair.theirs))
        if mine and theirs:
            quoted = Quoted.of(mine, text), Quoted.of(theirs, other)
            pairs.append(Beside.of(*quoted, pair.level, rarity).excerpt())
    title, language = _title(text, other, rarity)
    return SimilarText(
        text=other,
        near=near,
        title=title,
        title_language=language,
        pairs=pairs,
        words=[] if pairs else _words(text, near, passages),
    )


def _title(text, other, rarity):
    """The other text's title; marked where both have one in the language it is shown in."""
    title = other.title
    if title is None:
        return SafeString(""), ""
    own = text.current_texts.get(title.language)
    line = line_of(own.title, title.language) if own else ()
    return html_of(shared(title.title, title.language, [line], rarity)), title.language


def _words(text, near, passages):
    """The shared words as this text prints them, in the order of how much they tell."""
    own = text.current_texts.get(near.language)
    held = [one.words for place, one in passages.items() if place[:2] == (text.pk, near.language)]
    printed: dict[str, str] = {}
    for words in [own.title if own else "", *sorted(held)]:
        for word in PRINTED.findall(words):
            for stem in line_of(word, near.language):
                printed.setdefault(stem, word)
    return [printed[stem] for stem in near.shared if stem in printed and stem.isalpha()]
