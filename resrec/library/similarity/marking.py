"""What two passages share, or in what they differ, marked as it is printed."""

import re
from collections.abc import Iterable

from resrec.library.search.passages import Marked
from resrec.library.search.rarity import Rarity
from resrec.library.search.words import stems_of, words_of
from resrec.library.similarity.pairing import places_in, runs_of
from resrec.library.similarity.stemmed import Line

# A word in more than a third of all texts is marked only where its neighbours are shared too.
TELLS = 1.0
# A word as it is printed, with the accents that stand beside its letters.
PRINTED = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


def shared(words: str, language: str, others: Iterable[Line], rarity: Rarity) -> Marked:
    """Take a passage apart; marked is what it shares with others.

    That are telling words, and any words that stand in a run of three in both.
    """
    printed, line = _read(words, language)
    places = {
        place
        for other in others
        for place in places_in(set(runs_of(line)) & set(runs_of(other)), line)
    }
    telling = {stem for other in others for stem in other if rarity[stem] >= TELLS}
    places |= {place for place, stem in enumerate(line) if stem in telling}
    return _apart(words, printed, places)


def differing(words: str, language: str, other: Line) -> Marked:
    """Take a passage apart; marked are the words that another, nearly the same, does not have."""
    printed, line = _read(words, language)
    there = set(other)
    return _apart(words, printed, {at for at, stem in enumerate(line) if stem not in there})


def line_of(words: str, language: str) -> Line:
    """Give the stems of printed words."""
    return tuple(stems_of(words_of(words), language))


def _read(words, language):
    """The words as they are printed (matches), and the stem of each."""
    printed = list(PRINTED.finditer(words))
    # A sign that falls apart when folded ("½") is one printed word all the same.
    return printed, tuple(" ".join(line_of(word.group(), language)) for word in printed)


def _apart(words, printed, places):
    parts: Marked = []
    at = 0
    for first, last in _stretches(sorted(places)):
        start, end = printed[first].start(), printed[last].end()
        parts += [(words[at:start], False), (words[start:end], True)]
        at = end
    parts.append((words[at:], False))
    return [part for part in parts if part[0]]


def _stretches(places):
    """Give (first, last) of each row of places that follow one another."""
    first = last = None
    for place in places:
        if last is not None and place == last + 1:
            last = place
            continue
        if first is not None:
            yield first, last
        first = last = place
    if first is not None:
        yield first, last
