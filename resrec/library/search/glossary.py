"""What is said in one language and stands in another: words of the field in three languages.

`glossary.csv` has one meaning a row; several wordings of one language, apart by "|", say the
same. A query is bridged from the language that it reads like, never from words that chance to
look alike.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from resrec.library.search.lexicon import Lexicon
from resrec.library.search.query import Term
from resrec.library.search.words import LANGUAGES, stems_of, stop_words, words_of

Stems = tuple[str, ...]
Row = dict[str, tuple[str, ...]]
# They turn a meaning round, so they are not passed over as other words without a subject are.
NEGATIONS = {"no", "non", "not", "sans", "sin", "without"}
# A word in another number or gender speaks for a language a little less than the word itself.
NEARLY = 0.9


@dataclass(frozen=True)
class Meaning:
    """Words of the query that the glossary knows: `said` there so, at these `places` here.

    `phrases` are what a text may have for them: by language, wording and stems. In another
    language the words as they were typed are among them, for names that are not translated.
    """

    said: str
    language: str
    places: range
    phrases: dict[str, dict[str, Stems]]

    def wordings(self, loosely: bool) -> tuple[str, ...]:
        """The other wordings, each once; those of the query's own language only if `loosely`."""
        found = {
            wording: None
            for language, phrases in self.phrases.items()
            for wording in phrases
            if wording != self.said and (loosely or language != self.language)
        }
        return tuple(found)


@dataclass(frozen=True)
class Reading:
    """The languages that a query reads like, several when it cannot be told; and what it says."""

    languages: tuple[str, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def bridged(self, loosely: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Pairs of what was said and the other wordings that stand in texts: to be shown."""
        pairs = ((meaning.said, meaning.wordings(loosely)) for meaning in self.meanings)
        return tuple((said, wordings) for said, wordings in pairs if wordings)

    @property
    def has_synonyms(self) -> bool:
        """Whether other wordings of the query's own language stand in texts."""
        return any(meaning.phrases[meaning.language] for meaning in self.meanings)

    def knows(self, place: int) -> bool:
        """Whether the word at this place is one of the glossary's, so no slip."""
        return any(place in meaning.places for meaning in self.meanings)

    def tells(self, word: str) -> bool:
        """Whether the word is more than an article or a preposition of the query's language."""
        return not self.languages or any(word not in stop_words(code) for code in self.languages)

    def phrases(self, place: int, language: str) -> tuple[Stems, ...]:
        """What else a text may have in this language, for the word at this place."""
        return tuple(
            stems
            for meaning in self.meanings
            if place in meaning.places
            for stems in meaning.phrases.get(language, {}).values()
        )


@dataclass(frozen=True)
class _Run:
    places: range
    said: str
    row: Row
    is_as_typed: bool


def read(terms: Sequence[Term], lexicon: Lexicon) -> Reading:
    """Find a query's words in the glossary, the longest wordings first."""
    runs = {language: list(_runs(terms, language)) for language in LANGUAGES}
    scores = {language: _score(terms, language, runs[language]) for language in LANGUAGES}
    best = tuple(language for language in LANGUAGES if scores[language] == max(scores.values()))
    return Reading(
        best,
        tuple(
            _meaning(run, language, terms, lexicon) for language in best for run in runs[language]
        ),
    )


@lru_cache
def words(language: str) -> frozenset[str]:
    """Give all words of the glossary in a language, folded."""
    known, _longest = _glossary()[language]
    return frozenset(
        word for rows in known.values() for said, _row in rows for word in words_of(said)
    )


def _score(terms, language, runs):
    """Count the words that belong to this language: its little words, and what the runs cover."""
    covered: dict[int, float] = {}
    for run in runs:
        weight = 1.0 if run.is_as_typed else NEARLY
        for place in run.places:
            covered[place] = max(weight, covered.get(place, 0))
    for place, term in enumerate(terms):
        if not term.is_phrase and term.words[0] in stop_words(language):
            covered[place] = 1.0
    return sum(covered.values())


def _runs(terms, language) -> Iterator[_Run]:
    known, longest = _glossary()[language]
    typed = [("", place) if t.is_phrase else (t.words[0], place) for place, t in enumerate(terms)]
    telling = [(word, place) for word, place in typed if _tells(word, language)]
    stems = stems_of((word for word, _place in telling), language)
    at = 0
    while at < len(telling):
        for length in range(min(longest, len(telling) - at), 0, -1):
            if found := known.get(tuple(stems[at : at + length])):
                run = telling[at : at + length]
                places = range(run[0][1], run[-1][1] + 1)
                said_so = [word for word, _place in run]
                exact = [said for said, _row in found if said_so == _telling(said, language)]
                for said, row in found:
                    if said in exact or not exact:
                        yield _Run(places, said, row, bool(exact))
                at += length
                break
        else:
            at += 1


def _meaning(run, language, terms, lexicon):
    phrases: dict[str, dict[str, Stems]] = {}
    typed = " ".join(terms[place].words[0] for place in run.places)
    for other in LANGUAGES:
        wordings = dict.fromkeys(run.row[other], None)
        if other == language:
            del wordings[run.said]
        stems = {w: tuple(stems_of(words_of(w), other)) for w in wordings}
        if other != language:
            stems[run.said] = tuple(stems_of(typed.split(), other))
        phrases[other] = {
            wording: phrase
            for wording, phrase in stems.items()
            if all(lexicon.knows(other, stem) for stem in phrase)
        }
    return Meaning(run.said, language, run.places, phrases)


@lru_cache
def _glossary() -> dict[str, tuple[dict[Stems, list[tuple[str, Row]]], int]]:
    """Give by language the wordings by their stems, each with its row; and the longest's length."""
    path = Path(__file__).with_name("glossary.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [
            {code: tuple(row[code].split("|")) for code in LANGUAGES}
            for row in csv.DictReader(lines)
        ]
    known = {}
    for language in LANGUAGES:
        found = defaultdict(list)
        for row in rows:
            for wording in row[language]:
                found[tuple(stems_of(_telling(wording, language), language))].append((wording, row))
        known[language] = dict(found), max(map(len, found))
    return known


def _telling(wording, language):
    return [word for word in words_of(wording) if _tells(word, language)]


def _tells(word, language):
    return word in NEGATIONS or word not in stop_words(language)
