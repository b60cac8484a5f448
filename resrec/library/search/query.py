"""What was typed into the box: words, phrases in quotes, and what to leave out.

Nothing typed is an error; what cannot be used is named in `ignored`, for the page to say so.
"""

import re
from dataclasses import dataclass

from resrec.library.search.words import LANGUAGES, stop_words, words_of

LONGEST = 400  # characters
MOST_TERMS = 16
LONG = 4  # words that tell something
QUOTES = "“«„‟”»"
STRAIGHT = str.maketrans(QUOTES, '"' * len(QUOTES))
# A phrase in quotes or a run without blanks, either with a minus before it.
PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<run>[^\s"]+))')


@dataclass(frozen=True)
class Term:
    """Folded words that belong together: one word, or the words of a phrase in their order."""

    words: tuple[str, ...]
    is_phrase: bool = False

    def __str__(self):
        words = " ".join(self.words)
        return f"“{words}”" if self.is_phrase else words


@dataclass(frozen=True)
class Query:
    """Terms that a text must have, terms that it must not have, and what was not understood.

    `words` are all words as they were typed, folded; one typed twice stands there twice. `is_cut`
    tells that more was typed than is read.
    """

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    ignored: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_cut: bool = False

    def __bool__(self):
        return bool(self.wanted or self.unwanted)

    @property
    def tells_nothing(self):
        """Whether one language has all its words in every text: articles, prepositions …"""
        if any(term.is_phrase for term in self.wanted):
            return False
        words = {term.words[0] for term in self.wanted}
        return any(words <= stop_words(language) for language in LANGUAGES)

    @property
    def is_long(self):
        """Whether it reads like a sentence: many plain words, nothing in quotes or left out."""
        plain = not self.unwanted and not any(term.is_phrase for term in self.wanted)
        telling = min(
            sum(term.words[0] not in stop_words(language) for term in self.wanted)
            for language in LANGUAGES
        )
        return plain and telling >= LONG


def read(typed: str) -> Query:
    """Read what was typed. Never raises, whatever it is."""
    text = "".join(c if c.isprintable() else " " for c in typed[:LONGEST])
    text = text.translate(STRAIGHT)
    wanted: list[Term] = []
    unwanted: list[Term] = []
    ignored: list[str] = []
    for part in PART.finditer(text):
        terms = _terms(part)
        if not terms:
            ignored.append(part.group())
        (unwanted if part["minus"] else wanted).extend(terms)
    kept = tuple(dict.fromkeys(wanted))
    return Query(
        wanted=kept[:MOST_TERMS],
        unwanted=tuple(dict.fromkeys(unwanted))[:MOST_TERMS],
        ignored=tuple(dict.fromkeys(ignored)),
        words=tuple(words_of(text)),
        is_cut=len(typed) > LONGEST or len(kept) > MOST_TERMS,
    )


def _terms(part):
    """The terms of one part; a run such as "capacity-building" holds several words."""
    words = words_of(part["phrase"] or part["run"] or "")
    if part["phrase"] is not None and len(words) > 1:
        return [Term(tuple(words), is_phrase=True)]
    # To leave out "capacity-building" is to leave out the two together.
    if part["minus"] and len(words) > 1:
        return [Term(tuple(words), is_phrase=True)]
    return [Term((word,)) for word in words]
