"""Figures bound into sentences: `{moved_up}` stands for the figure of that key.

The number is never written: it is put in when the sentence is shown, so that it is always the one
behind which the list stands. What the writer read is kept, and a number that has moved since is
told. Pure: no database.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from resrec.analysis.figures import Sum
from resrec.rules import RuleBroken

MARK = re.compile(r"\{([^{}\n]*)\}")
BLANK_LINE = re.compile(r"\n\s*\n")
# A sentence ends before a blank that follows one of these.
END = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Piece:
    """Words of a sentence; or a Figure in it by its key, and its number in words.

    `was` is the number that the writer read, where it has moved. Of a figure that is not counted
    any more the words are the number read.
    """

    words: str = ""
    figure: object = None
    was: str = ""
    key: str = ""

    @property
    def is_gone(self):
        return bool(self.key) and self.figure is None


@dataclass(frozen=True)
class Sentence:
    pieces: tuple[Piece, ...]

    @property
    def has_moved(self):
        return any(piece.is_gone or piece.was for piece in self.pieces)


def keys_in(text):
    """Give the keys bound into a text, each once, in order."""
    return list(dict.fromkeys(key.strip() for key in MARK.findall(text)))


def refuse_unknown(text, figures):
    """Raise RuleBroken for the first key that no figure has, with those that are near it."""
    for key in keys_in(text):
        if key in figures:
            continue
        near = get_close_matches(key, figures, n=3, cutoff=0.5)
        if near:
            words = _("No figure is called {%(key)s}. Perhaps you mean %(near)s.")
            told = ", ".join(f"{{{one}}}" for one in near)
            raise RuleBroken(words % {"key": key, "near": told})
        words = _(
            "No figure is called {%(key)s}. Choose one from the list, or leave the braces out."
        )
        raise RuleBroken(words % {"key": key})


def reading(figure):
    """Give what is kept of a figure that somebody read: its number, or of a Sum its amount."""
    return f"{figure.amount} {figure.currency}" if isinstance(figure, Sum) else figure.value


def _in_words(read):
    """Give a number that was read as words; an amount is told as it was kept."""
    return number_format(read, force_grouping=True) if isinstance(read, int) else str(read)


def paragraphs(text, figures, read, *, of_then=False):
    """Give the text as a list of lists of Sentences, for {key: Figure} and {key: what was read}.

    `of_then` gives the numbers as they were read, and none has moved.
    """
    return [
        [_sentence(one, figures, read, of_then) for one in END.split(part.strip()) if one]
        for part in BLANK_LINE.split(text)
        if part.strip()
    ]


def moved(text, figures, read):
    """Give the Sentences in which a number has moved since it was read."""
    found = paragraphs(text, figures, read)
    return [sentence for part in found for sentence in part if sentence.has_moved]


def _sentence(words, figures, read, of_then):
    pieces, at = [], 0
    for mark in MARK.finditer(words):
        key = mark[1].strip()
        figure, was = figures.get(key), read.get(key)
        if figure is None and was is None:
            continue
        if words[at : mark.start()]:
            pieces.append(Piece(words[at : mark.start()]))
        if figure is None or of_then:
            pieces.append(Piece(_in_words(was), figure, key=key))
        else:
            moved_from = "" if was == reading(figure) else _in_words(was)
            pieces.append(Piece(figure.shown, figure, moved_from, key))
        at = mark.end()
    if words[at:]:
        pieces.append(Piece(words[at:]))
    return Sentence(tuple(pieces))
