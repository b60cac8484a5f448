"""A condition on the stems of a text, which each engine writes in its own syntax.

A text meets a clause when in one of the languages it has, for each group, one of the group's
phrases; and has, in no language, any of the unwanted ones.
"""

from dataclasses import dataclass, field, replace

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
    def phrases(self) -> set[tuple[str, Phrase]]:
        """The phrases that are wanted, with their languages."""
        return {
            (language, phrase)
            for language, groups in self.wanted.items()
            for group in groups
            for phrase in group
        }

    def narrowed_to_title(self):
        return replace(self, in_title=True)

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
