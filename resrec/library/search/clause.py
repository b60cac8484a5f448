"""A condition on the stems of a text, which each engine writes in its own syntax.

A text meets a clause when in one of the languages it has, for each group, one of the group's
phrases; and has, in no language, any of the unwanted ones.
"""

from dataclasses import dataclass, field, replace

from resrec.library.search.lexicon import Lexicon
from resrec.library.search.query import Query, Term
from resrec.library.search.words import LANGUAGES, stems_of, stop_words

Phrase = tuple[str, ...]
Group = tuple[Phrase, ...]


@dataclass(frozen=True)
class Clause:
    """`wanted` are groups by language; one without any language is met by every text."""

    wanted: dict[str, tuple[Group, ...]] = field(default_factory=dict)
    unwanted: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    in_title: bool = False

    @property
    def stems(self):
        """The single stems that are wanted, as pairs of language and stem."""
        return {
            (language, stem)
            for language, groups in self.wanted.items()
            for group in groups
            for phrase in group
            for stem in phrase
        }

    def narrowed_to_title(self):
        return replace(self, in_title=True)

    def loosened(self, keep):
        """The clause that any one of the wanted stems in `keep` meets."""
        wanted = {
            language: (tuple(dict.fromkeys(phrases)),)
            for language, groups in self.wanted.items()
            if (phrases := [p for group in groups for p in group if (language, p[0]) in keep])
        }
        return replace(self, wanted=wanted)


def clause_of(query: Query, lexicon: Lexicon, *, typing=False, in_title=False) -> Clause:
    """Give the clause of a query. While `typing`, the last word may be the beginning of one.

    A word that stands in no text is always read as the beginning of words.
    """
    wanted = {}
    for language in LANGUAGES:
        groups = [_group(term, language, lexicon) for term in _telling(query.wanted, language)]
        if typing and groups and not query.wanted[-1].is_phrase:
            begun = lexicon.beginning_with(language, query.wanted[-1].words[0])
            groups[-1] = tuple(dict.fromkeys((*groups[-1], *begun)))
        if groups:
            wanted[language] = tuple(groups)
    unwanted = {
        language: tuple(tuple(stems_of(term.words, language)) for term in query.unwanted)
        for language in LANGUAGES
        if query.unwanted
    }
    return Clause(wanted, unwanted, in_title)


def _telling(terms, language):
    """The terms without the words that tell nothing in this language."""
    return [term for term in terms if term.is_phrase or term.words[0] not in stop_words(language)]


def _group(term: Term, language, lexicon):
    exact = tuple(stems_of(term.words, language))
    if term.is_phrase or lexicon.knows(language, exact[0]):
        return (exact,)
    return lexicon.beginning_with(language, term.words[0]) or (exact,)
