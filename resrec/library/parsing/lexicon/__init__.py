"""The words that a parser must know, read from the files beside this one.

`en.csv`, `fr.csv`, `es.csv`: a row is an English base form, its class, and the forms in which it
is found in that language, separated by vertical bars. `words.toml` holds the small words.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resrec.facts import rows

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr", "es")
MOODS = ("finite", "participle", "plain", "passive")

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")


@dataclass(frozen=True)
class Form:
    """One form of a verb: its words, and in which mood an assembly says it.

    finite: "requests"; participle: "requesting"; plain: "(we) request"; passive: "(are) requested".
    """

    words: tuple[str, ...]
    base: str
    verb_type: str
    mood: str


@dataclass(frozen=True)
class Lexicon:
    """What is known of one language; `forms` by their first word, the longest first."""

    forms: dict[str, tuple[Form, ...]]
    words: dict[str, frozenset[str]]


def fold(text):
    """Lower case, without accents, apostrophes straight: as the lexicon is compared."""
    text = text.lower().replace("’", "'").replace("ʼ", "'")
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def words_of(text):
    """Give the matches of the words of a text; hyphens and apostrophes are inside words."""
    return _WORD.finditer(text)


@cache
def lexicon(language):
    """The Lexicon of a language; English for one that is not known here."""
    if language not in LANGUAGES:
        language = "en"
    forms: dict[str, list[Form]] = {}
    for row in rows(HERE, language):
        for mood in MOODS:
            for printed in filter(None, row[mood].split("|")):
                words = tuple(fold(printed).split())
                forms.setdefault(words[0], []).append(Form(words, row["base"], row["class"], mood))
    longest_first = {
        first: tuple(sorted(found, key=lambda form: -len(form.words)))
        for first, found in forms.items()
    }
    small = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))[language]
    return Lexicon(longest_first, {k: frozenset(map(fold, v)) for k, v in small.items()})
