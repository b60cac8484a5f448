"""The words of a line, as the lexicon knows them, and what stands between them."""

import re
import unicodedata
from functools import cached_property
from itertools import accumulate

# An elided word stands alone ("l'", "qu'"); other apostrophes, and hyphens, are inside words.
_WORD = re.compile(r"((?:[cdjlmnst]|(?:jus|lors|puis)?qu)'(?=[^\W_])|[^\W_]+(?:['-][^\W_]+)*)")
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


class Words:
    """The words of a text (NFC), folded; hyphens and apostrophes are inside words."""

    def __init__(self, text):
        self.text = text
        self.plain = fold(text)
        self.pieces = _WORD.split(self.plain)
        self.folded = self.pieces[1::2]

    def __len__(self):
        return len(self.folded)

    def before(self, place):
        """What stands between a word and the one before it."""
        return self.pieces[2 * place]

    @cached_property
    def ends(self):
        """Where each piece ends in the text: a gap, a word, a gap, and so on."""
        return list(accumulate(map(len, self.pieces)))

    def _start(self, place):
        return self.ends[2 * place]

    def _end(self, place):
        return self.ends[2 * place + 1]

    def after(self, place):
        """The letter or mark that follows a word, "" at the end."""
        end = self._end(place)
        return self.text[end : end + 1]

    def is_lower(self, place):
        """Whether a word begins with a small letter."""
        return self.text[self._start(place)].islower()

    def is_upper(self, place):
        """Whether a word begins with a capital."""
        return self.text[self._start(place)].isupper()

    def printed(self, start, end):
        """The text from one word up to another, as printed."""
        return self.text[self._start(start) : self._end(end - 1)]


def fold(text):
    """Lower case, without accents, apostrophes straight; as long as it was, letter for letter."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(letter.lower()[0] for letter in text)
    return lower.translate(_PLAIN)
