"""Which titles hold these words: accents and case forgiven, each word matched from its start.

Compared in Python, alike on every database; a few thousand titles take some milliseconds.
"""

import re
from functools import lru_cache

from resrec.people.folding import folded

MOST_WORDS = 12


def words_of(text):
    """Give the folded words of a query, the first twelve: letters and figures, no punctuation."""
    return re.findall(r"\w+", folded(text))[:MOST_WORDS]


def holds(title, words):
    """Whether each of these words (from `words_of`) begins a word of the title."""
    spread = _spread(title)
    return all(f" {word}" in spread for word in words)


@lru_cache(maxsize=20_000)
def _spread(title):
    return " " + " ".join(re.findall(r"\w+", folded(title)))
