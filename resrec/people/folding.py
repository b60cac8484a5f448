"""Comparing names as people do: case, accents, apostrophes and spacing make no difference."""

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("`´’‘ʻʼ′", "'"))


def folded(name):
    """Give the form of a name under which its spellings are one.

    >>> folded("Asociación SOTZ`IL ") == folded("asociacion Sotz'il")
    True
    """
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\s\u00a0]+", " ", plain).strip(" .,;")
