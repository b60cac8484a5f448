"""Quoted words sought in the corrected version of their source: exactly, else as they read now.

Exactly the same words are found by `anchors.locate`. Where they have been reworded, the stretch
of the new text that shares most words with them is taken, its surroundings deciding between
equals, and cut to where the shared words begin and end. What was found is *the same in substance*
when it differs in spelling, punctuation and words without meaning only, with the same figures and
the same denials: such a quotation follows its source. Anything else is for a person (amber).
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from resrec.library.search.words import stop_words
from resrec.people.folding import folded
from resrec.reporting.anchors import locate, normalised

WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+")
# Below this share of words in common it is another sentence.
LIKE = 0.5
# From this share of letters in common on, a word is another spelling of one.
SAME_WORD = 0.75
NEAR = 6  # words on either side that are compared with what stood around
SHORTEST = 3  # words; fewer are like too many places
LANGUAGES = ("en", "fr", "es")
DENIALS = set(
    "no not non never none nobody nothing without cannot ne ni pas jamais aucun aucune rien sans "
    "nunca jamas nada nadie ningun ninguno ninguna sin".split()
)


@dataclass(frozen=True)
class Found:
    """Words of the new text that stand where the quoted ones stood, and their first character."""

    exact: str
    start: int
    same_in_substance: bool

    @property
    def end(self):
        return self.start + len(self.exact)


def find_again(text, quotation):
    """Give the Found of a quotation's words in another version of its passage, or None.

    `quotation` has `exact`, `prefix` and `suffix`.
    """
    if place := locate(text, quotation.exact, quotation.prefix, quotation.suffix):
        return Found(quotation.exact, place[0], same_in_substance=True)
    source, wanted = normalised(text), _words(quotation.exact)
    if len(wanted) < SHORTEST:
        return None
    words = _words(source)
    stretch = _best_stretch(words, wanted, quotation)
    if stretch is None:
        return None
    first, last = words[stretch[0]], words[stretch[1] - 1]
    # What ends the sentence belongs to it, as it did to the words quoted.
    tail = re.match(r"[\w)\]»”\"'%.!?…]*", source[last.end :])[0]
    exact = source[first.start : last.end] + tail
    return Found(exact, first.start, _same_in_substance(wanted, words[slice(*stretch)]))


@dataclass(frozen=True)
class _Word:
    plain: str
    start: int
    end: int


def _words(text):
    return [_Word(_plain(one[0]), *one.span()) for one in WORD.finditer(text)]


def _plain(word):
    return re.sub(r"\D", "", word) if word[0].isdigit() else folded(word)


def _best_stretch(words, wanted, quotation):
    """Give (first, last + 1) of the words that answer to the wanted ones, or None."""
    size, plain = len(wanted), [word.plain for word in words]
    wanted_plain = [word.plain for word in wanted]
    shared = _shared_in_windows(plain, Counter(wanted_plain), size)
    most = max(shared, default=0)
    if most < LIKE * size:
        return None
    around = [[word.plain for word in _words(one)] for one in (quotation.prefix, quotation.suffix)]
    starts = [at for at, count in enumerate(shared) if count == most]
    start = max(starts, key=lambda at: _agreement(plain, at, at + size, around))
    # Words may have been put in: look half a sentence to either side, then cut.
    low, high = max(0, start - size // 2), min(len(plain), start + size + size // 2)
    matcher = SequenceMatcher(None, plain[low:high], wanted_plain, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < LIKE * size:
        return None
    before, after = blocks[0].b, size - (blocks[-1].b + blocks[-1].size)
    # A word that was replaced at either end still belongs to the stretch.
    first = max(low, low + blocks[0].a - before)
    last = min(high, low + blocks[-1].a + blocks[-1].size + after)
    return first, last


def _shared_in_windows(plain, wanted, size):
    """Count, for each window of `size` words, those that it shares with the wanted ones."""
    held, shared, counts = Counter(), 0, []
    for at, word in enumerate(plain):
        shared += held[word] < wanted[word]
        held[word] += 1
        if at >= size:
            held[plain[at - size]] -= 1
            shared -= held[plain[at - size]] < wanted[plain[at - size]]
        if at >= size - 1 or at == len(plain) - 1:
            counts.append(shared)
    return counts


def _agreement(plain, start, end, around):
    before, after = plain[max(0, start - NEAR) : start], plain[end : end + NEAR]
    return sum(
        (Counter(now) & Counter(then)).total()
        for now, then in zip((before, after), around, strict=True)
    )


def _same_in_substance(wanted, found):
    then, now = ([word.plain for word in words] for words in (wanted, found))
    if _that_count(then) != _that_count(now):
        return False
    changes = SequenceMatcher(None, then, now, autojunk=False).get_opcodes()
    return all(_same_words(then[a:b], now[c:d]) for kind, a, b, c, d in changes if kind != "equal")


def _that_count(plain):
    """The figures and denials among words: one more or less makes it another statement."""
    return Counter(word for word in plain if word.isdigit() or word in DENIALS)


def _same_words(then, now):
    return _same_spelt(then, now) or _same_spelt(_with_meaning(then), _with_meaning(now))


def _same_spelt(then, now):
    return len(then) == len(now) and all(
        sorted(one) == sorted(other) or SequenceMatcher(None, one, other).ratio() >= SAME_WORD
        for one, other in zip(then, now, strict=True)
    )


def _with_meaning(plain):
    return [word for word in plain if not any(word in stop_words(code) for code in LANGUAGES)]
