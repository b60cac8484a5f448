"""Quotations as in the W3C Web Annotation model: the exact words with what stands around them.

A text quote is held against the normalised source (NFC, newlines as \\n), so that the same
words are found whatever system stored them. See https://www.w3.org/TR/annotation-model/
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

CONTEXT = 32  # characters of prefix and suffix, as the model's examples have


@dataclass(frozen=True)
class Anchor:
    """A place in a text: the exact words, and up to 32 characters before and after them."""

    exact: str
    prefix: str
    suffix: str


def passage_id(field):
    """Give the id of a passage on its report's page: "activity:7f3/description" has
    "passage-activity-7f3-description"."""
    return "passage-" + field.replace(":", "-").replace("/", "-")


def normalised(text):
    """Give the text in the form that quotations are held against."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def source_digest(text):
    """Give the SHA-256 of the normalised text, which tells whether a source is still the same."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()


def anchor(text, exact, *, near=0):
    """Give the Anchor of `exact` in `text`, at the occurrence nearest to character `near`.

    Blank space around the words selected does not count, and runs of it match each other, since
    a browser's selection does not keep newlines. Returns None when the words are not there.
    """
    source, wanted = normalised(text), normalised(exact).split()
    if not wanted:
        return None
    found = [m.span() for m in _pattern(wanted).finditer(source)]
    if not found:
        return None
    start, end = min(found, key=lambda span: abs(span[0] - near))
    return Anchor(
        exact=source[start:end],
        prefix=source[max(0, start - CONTEXT) : start],
        suffix=source[end : end + CONTEXT],
    )


def locate(text, exact, prefix="", suffix=""):
    """Give (start, end) of an anchor's words in a text, or None.

    Of several occurrences the one whose surroundings agree best is taken.
    """
    source = normalised(text)
    starts = []
    at = source.find(exact)
    while at >= 0 and exact:
        starts.append(at)
        at = source.find(exact, at + 1)
    if not starts:
        return None
    best = max(starts, key=lambda s: _agreement(source, s, s + len(exact), prefix, suffix))
    return best, best + len(exact)


def _agreement(source, start, end, prefix, suffix):
    """Count the characters around a place that are as the anchor says."""
    before = source[max(0, start - len(prefix)) : start][::-1]
    return _common(before, prefix[::-1]) + _common(source[end : end + len(suffix)], suffix)


def _common(one, other):
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _pattern(words):
    return re.compile(r"\s+".join(re.escape(word) for word in words))
