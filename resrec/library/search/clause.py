"""A condition on the stems of a text, which each engine writes in its own syntax.

A text meets a clause when in one of the languages it has, for each group, one of the group's
phrases; and has, in no language, any of the unwanted ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from resrec.library.search.glossary import Reading
from resrec.library.search.lexicon import Lexicon
from resrec.library.search.query import Query, Term
from resrec.library.search.words import LANGUAGES, stems_of, stop_words

Phrase = tuple[str, ...]
Group = tuple[Phrase, ...]
NOTHING_READ = Reading()


@dataclass(frozen=True)
class Clause:
    """`wanted` are groups by language; one without any language is met by every text."""

    wanted: dict[str, tuple[Group, ...]] = field(default_factory=dict)
    unwanted: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    in_title: bool = False

    @property
    def stems(self) -> set[tuple[str, str]]:
        """The single stems that are wanted and tell something, with their languages."""
        return {
            (language, stem)
            for language, phrase in self.phrases
            for stem in phrase
            if len(phrase) == 1 or stem not in stop_words(language)
        }

    @property
    def phrases(self) -> list[tuple[str, Phrase]]:
        """The phrases that are wanted, with their languages; as often as they are."""
        return [
            (language, phrase)
            for language, groups in self.wanted.items()
            for group in groups
            for phrase in group
        ]

    @property
    def has_phrases(self) -> bool:
        """Whether the order of words matters anywhere."""
        return bool(self.stems_in_phrases)

    @property
    def stems_in_phrases(self) -> set[tuple[str, Phrase]]:
        """The stems, as phrases of one, of all phrases of more than one, wanted or not."""
        unwanted = ((code, phrase) for code, phrases in self.unwanted.items() for phrase in phrases)
        return {
            (language, (stem,))
            for language, phrase in chain(self.phrases, unwanted)
            if len(phrase) > 1
            for stem in phrase
        }

    def is_met_by(self, columns: Mapping[str, str]) -> bool:
        """Whether a text meets it, told from the stems in its columns ("title_en", "body_fr")."""

        def has(language, phrases, parts):
            words = [f" {' '.join(phrase)} " for phrase in phrases]
            return any(word in f" {columns[f'{p}_{language}']} " for p in parts for word in words)

        parts = ("title",) if self.in_title else ("title", "body")
        return (
            not self.wanted
            or any(
                all(has(language, group, parts) for group in groups)
                for language, groups in self.wanted.items()
            )
        ) and not any(has(code, p, ("title", "body")) for code, p in self.unwanted.items())

    def narrowed_to_title(self):
        return replace(self, in_title=True)

    @property
    def of_unwanted(self):
        """The clause that a text meets which has any of the unwanted phrases."""
        return Clause({language: (phrases,) for language, phrases in self.unwanted.items()})

    def in_one(self, language):
        return replace(self, wanted={language: self.wanted[language]})

    def within(self, lexicon: Lexicon):
        """The clause in those languages alone in which some text may meet it; else None."""
        wanted = {
            language: groups
            for language, groups in self.wanted.items()
            if all(any(lexicon.rarity(language, phrase) for phrase in group) for group in groups)
        }
        return replace(self, wanted=wanted) if wanted else None

    def at_most(self, lexicon: Lexicon) -> int:
        """So many texts meet the clause at most."""
        return sum(
            min(sum(lexicon.rarity(language, phrase) for phrase in group) for group in groups)
            for language, groups in self.wanted.items()
        )

    def loosened(self, keep):
        """The clause that any one of the wanted phrases in `keep` meets."""
        wanted = {
            language: (tuple(dict.fromkeys(phrases)),)
            for language, groups in self.wanted.items()
            if (phrases := [p for group in groups for p in group if (language, p) in keep])
        }
        return replace(self, wanted=wanted)


def clause_of(
    query: Query,
    lexicon: Lexicon,
    reading=NOTHING_READ,
    *,
    loosely=False,
    typing=False,
    in_title=False,
) -> Clause:
    """Give the clause of a query. While `typing`, the last word may be the beginning of one.

    A word that stands in no text is read as the beginning of words. What the reading knows in
    other languages is wanted there in place of the words; `loosely`, other wordings of the
    query's own language will do as well.
    """
    wanted = {}
    for language in LANGUAGES:
        groups = _groups(query, language, lexicon, reading, loosely)
        if typing and groups and not query.wanted[-1].is_phrase:
            begun = lexicon.beginning_with(language, query.wanted[-1].words[0])
            groups[-1] = (*groups[-1], *begun)
        if groups:
            wanted[language] = tuple(dict.fromkeys(tuple(dict.fromkeys(group)) for group in groups))
    unwanted = {
        language: tuple(tuple(stems_of(term.words, language)) for term in query.unwanted)
        for language in LANGUAGES
        if query.unwanted
    }
    return Clause(wanted, unwanted, in_title)


def _groups(query, language, lexicon, reading, loosely):
    groups = []
    for place, term in enumerate(query.wanted):
        if _tells(term, language, reading):
            others = reading.phrases(place, language)
            if language in reading.languages:
                groups.append(_group(term, language, lexicon) + (others if loosely else ()))
            else:
                groups.append(others or _group(term, language, lexicon))
    return groups


def _tells(term, language, reading):
    """Whether a term says something about a text of this language."""
    if term.is_phrase:
        return True
    return term.words[0] not in stop_words(language) and reading.tells(term.words[0])


def _group(term: Term, language, lexicon):
    exact = tuple(stems_of(term.words, language))
    if term.is_phrase or lexicon.knows(language, exact[0]):
        return (exact,)
    return lexicon.beginning_with(language, term.words[0]) or (exact,)
