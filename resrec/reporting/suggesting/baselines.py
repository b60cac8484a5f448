"""Three plain ways to draft, of equal length, to hold the draft against.

Each fills the length as the draft does: a sentence that does not fit is passed over, and where
none fits, the first in its order is given alone.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest

from resrec.library.search.words import LANGUAGES, stems_of, stop_words, words_of
from resrec.reporting.suggesting.ranking import walk
from resrec.reporting.suggesting.sentences import Sentence

# As Mihalcea and Tarau have it.
DAMPING = 0.85
# A word in more sentences makes no edge: the graph would have one between any two.
MOST_NEAR = 200


def first_sentences(sentences: Sequence[Sentence], words: int) -> list[Sentence]:
    """Take the first sentence of each source, then the second of each, and so on."""
    by_source = _by_source(sentences)
    rows = zip_longest(*by_source.values())
    return _filled((one for one in chain.from_iterable(rows) if one), words)


def longest_report(sentences: Sequence[Sentence], words: int) -> list[Sentence]:
    """Take the sentences of the longest source in order."""
    by_source = _by_source(sentences)
    lengths = {place: sum(s.length for s in own) for place, own in by_source.items()}
    longest = max(lengths, key=lambda place: lengths[place], default=None)
    return _filled([] if longest is None else by_source[longest], words)


def textrank(sentences: Sequence[Sentence], words: int) -> list[Sentence]:
    """Take the sentences that plain TextRank ranks highest, by the words they have in common."""
    told = [_stems(sentence) for sentence in sentences]
    places = defaultdict(list)
    for place, stems in enumerate(told):
        for stem in stems:
            places[stem].append(place)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for at in places.values():
        if len(at) <= MOST_NEAR:
            for number, one in enumerate(at):
                for other in at[number + 1 :]:
                    shared[one, other] += 1
    edges: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), count in shared.items():
        sizes = math.log(len(told[one]) + 1) + math.log(len(told[other]) + 1)
        edges[one][other] = edges[other][one] = count / sizes
    ranks = walk(edges, [1 / len(sentences)] * len(sentences), DAMPING)
    order = sorted(range(len(sentences)), key=lambda place: (-ranks[place], place))
    return _filled((sentences[place] for place in order), words)


BASELINES: dict[str, Callable[[Sequence[Sentence], int], list[Sentence]]] = {
    "first_sentences": first_sentences,
    "longest_report": longest_report,
    "textrank": textrank,
}


def _by_source(sentences):
    found: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        found[sentence.source].append(sentence)
    return found


def _stems(sentence):
    """The stems of a sentence, each once and in order: sums of a set would differ by run."""
    words = dict.fromkeys(words_of(sentence.text))
    if sentence.language not in LANGUAGES:
        return words
    little = stop_words(sentence.language)
    return dict.fromkeys(stems_of((w for w in words if w not in little), sentence.language))


def _filled(sentences: Iterable[Sentence], words: int) -> list[Sentence]:
    taken, left, first = [], words, None
    for sentence in sentences:
        first = first or sentence
        if sentence.length <= left:
            taken.append(sentence)
            left -= sentence.length
    return taken or ([first] if first and words > 0 else [])
