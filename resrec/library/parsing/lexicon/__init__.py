"""The words that a parser must know, read from the files beside this one.

`en.csv`, `fr.csv`, `es.csv`: a row is an English base form, its class, and the forms in which it
is found in that language, separated by vertical bars. `words.toml` holds
the small words, `bases.toml` what holds of a verb in any language.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resrec.facts import rows
from resrec.library.parsing.words import Words

HERE = Path(__file__).parent
# "mer", "por" and the like are none.
SHORTEST_INFINITIVE = 2
LANGUAGES = ("en", "fr", "es")
MOODS = ("finite", "participle", "plain", "passive")


@dataclass(frozen=True)
class Form:
    """One form of a verb: its words, and in which mood an assembly says it.

    finite: "requests"; participle: "requesting"; plain: "(we) request"; passive: "(are) requested".
    Where the first person has an ending of its own ("réaffirmons") it is finite as well.
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
        if not self.words["infinitives"]:
            is_article = words.folded[place + 1] in self.words["articles"]
            return words.is_lower(place + 1) and not is_article
        for at in range(place + 1, min(place + 4, len(words))):
            if self._is_infinitive(words, at):
                return True
            if words.folded[at] not in self.words["clitics"]:
                return False
        return False

    @property
    def first_person(self):
        """The mood in which "we" speak."""
        return "plain" if self.language == "en" else "finite"

    @property
    def is_loose(self):
        """Whether adjectives follow the noun, so that a name does not end with its head."""
        return self.language != "en"

    def _is_infinitive(self, words, place):
        word = words.folded[place]
        ends = word.endswith(tuple(self.words["infinitives"])) and len(word) > SHORTEST_INFINITIVE
        return ends and words.is_lower(place) and word not in self.words["no_infinitives"]


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
                words = tuple(Words(printed).folded)
                said = "finite" if mood == "plain" and language != "en" else mood
                forms.setdefault(words[0], []).append(Form(words, row["base"], row["class"], said))
    longest_first = {
        first: tuple(sorted(found, key=lambda form: -len(form.words)))
        for first, found in forms.items()
    }
    small = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))[language]
    return Lexicon(language, longest_first, {k: frozenset(v.split()) for k, v in small.items()})
