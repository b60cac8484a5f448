"""Recognising printed words whatever has become of their spacing, apostrophes and accents.

Pages of the present platform lose accents (U+FFFD, or two letters for one), double or drop
blanks and mix ’ with '. Two devices cope with that: a *pattern* for words at the start of a line
with more text behind them, and a *key* for whole lines.
"""

import re
import unicodedata
from functools import lru_cache

# What may stand where a letter with an accent or a typographic sign was: U+FFFD, once or once a
# byte; its bytes read as Latin letters ("Ã©", "â€™"); some other sign; a question mark.
_BROKEN = r"\ufffd{1,3}|Ã.|â..|[^\x00-\x7f]|\?"
_LONGEST = 400  # characters; no printed words of a form are longer
_APOSTROPHES = "'’‘´`ʼ"
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O"})


def pattern(words):
    """Give the source of a regular expression for printed words, tolerant of what breaks them.

    "…" in the words stands for anything up to 200 characters without a colon; "this Resolution"
    also stands for a Recommendation and a Decision, on whose pages another word may be printed.
    """
    source = "".join(_one(char) for char in unicodedata.normalize("NFC", words))
    return source.replace(r"this\s*Resolution", r"this\s*(?:Resolution|Recommendation|Decision)")


def _one(char):
    if char == "…":
        return r"[^:]{0,200}?"
    if char.isspace():
        return r"\s*"
    if char in _APOSTROPHES:
        return rf"(?:[{_APOSTROPHES}]|{_BROKEN})?"
    if char in "-–":
        return rf"\s*(?:-|{_BROKEN})?\s*"
    if char in "/?:":
        return rf"\s*{re.escape(char)}?\s*"
    if char.isascii():
        return re.escape(char)
    return f"(?:{char}|{''.join(_plain(char))}|{_BROKEN})"


def key(text):
    """Give the letters and digits of a text, lower case and without accents.

    >>> key("Réseautage / Capacity building") == key("réseautage/Capacity-building")
    True
    """
    return _letters(_plain(unicodedata.normalize("NFC", text)))


def _plain(text):
    apart = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(char for char in apart if not unicodedata.combining(char))


def _skeleton(text):
    """Give the ASCII letters and digits only: what is left when accents are broken."""
    return _letters(unicodedata.normalize("NFC", text))


def _letters(text):
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


@lru_cache(maxsize=4096)
def _keys(text):
    return key(text), _skeleton(text)


def same(text, printed):
    """Tell whether a text is these printed words."""
    if len(text) > _LONGEST:
        return False
    (whole, bare), (wanted, bare_wanted) = _keys(text), _keys(printed)
    return whole == wanted or (_is_broken(text) and bare == bare_wanted)


def is_cut_from(text, printed):
    """Tell whether a text is the beginning of these printed words and not the whole of them."""
    if len(text) > _LONGEST:
        return False
    (whole, bare), (wanted, bare_wanted) = _keys(text), _keys(printed)
    if whole and whole != wanted and wanted.startswith(whole):
        return True
    return _is_broken(text) and bare != bare_wanted and bool(bare) and bare_wanted.startswith(bare)


def _is_broken(text):
    return not text.isascii() or "?" in text
