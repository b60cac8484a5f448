"""The words that a parser must know, read from the files beside this one.

`en.csv`, `fr.csv`, `es.csv`: a row is an English base form, its class, and the forms in which it
is found in that language, separated by vertical bars. `words.toml` holds the small words.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resrec.facts import rows
from resrec.library.parsing.words import words_of

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr", "es")
MOODS = ("finite", "participle", "plain", "passive")


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

    language: str
    forms: dict[str, tuple[Form, ...]]
    words: dict[str, frozenset[str]]

    def begins_what_is_asked(self, words, place):
        """Whether what is asked begins at a word: "to report", "de présenter", "que presente"."""
        word = words.folded[place]
        if word in self.words["asking_alone"]:
            return True
        if word not in self.words["asking"]:
            return False
        if place + 1 == len(words):
            return True
        after = words.folded[place + 1]
        if after in self.words["articles"] or not words.text[words.starts[place + 1]].islower():
            return False
        return not self.words["infinitives"] or after.endswith(tuple(self.words["infinitives"]))


@cache
def bases(which):
    """Give the base forms of one list of `bases.toml`, as a frozenset."""
    found = tomllib.loads((HERE / "bases.toml").read_text(encoding="utf-8"))[which]
    return frozenset(base.strip() for base in found.replace("\n", "|").split("|") if base.strip())


@cache
def lexicon(language):
    """The Lexicon of a language; English for one that is not known here."""
    if language not in LANGUAGES:
        language = "en"
    forms: dict[str, list[Form]] = {}
    for row in rows(HERE, language):
        for mood in MOODS:
            for printed in filter(None, row[mood].split("|")):
                words = tuple(words_of(printed).folded)
                forms.setdefault(words[0], []).append(Form(words, row["base"], row["class"], mood))
    longest_first = {
        first: tuple(sorted(found, key=lambda form: -len(form.words)))
        for first, found in forms.items()
    }
    small = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))[language]
    return Lexicon(language, longest_first, {k: frozenset(v.split()) for k, v in small.items()})
