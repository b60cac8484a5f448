"""The words of a line, as the lexicon knows them, and what stands between them."""

import re
import unicodedata
from dataclasses import dataclass

# An elided word stands alone ("l'", "qu'"); other apostrophes, and hyphens, are inside words.
_WORD = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis)?qu)'(?=[^\W_])|[^\W_]+(?:['-][^\W_]+)*")
# Each accented letter of the Latin alphabet to the plain one, and every apostrophe to one.
_PLAIN = (
    {
        code: base
        for code in range(0xC0, 0x250)
        if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii()
    }
    | dict.fromkeys(map(ord, "’ʼ‘`´"), "'")
    | dict.fromkeys(map(ord, "‐‑"), "-")
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: folded, and where each begins and ends in it."""

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self):
        return len(self.folded)

    def before(self, place):
        """What stands between a word and the one before it."""
        return self.text[self.ends[place - 1] if place else 0 : self.starts[place]]

    def printed(self, start, end):
        """The text from one word up to another, as printed."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def fold(text):
    """Lower case, without accents, apostrophes straight; as long as it was, letter for letter."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(letter.lower()[0] for letter in text)
    return lower.translate(_PLAIN)


def words_of(text):
    """Give the Words of a text (NFC); hyphens and apostrophes are inside words."""
    known = fold(text)
    spans = [match.span() for match in _WORD.finditer(known)]
    starts = [start for start, _end in spans]
    ends = [end for _start, end in spans]
    return Words(text, [known[start:end] for start, end in spans], starts, ends)
