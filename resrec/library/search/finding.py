"""Which texts a search finds, and in what order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import connection

from resrec.library.search import glossary
from resrec.library.search.catalogue import Catalogue
from resrec.library.search.clause import Clause, clause_of
from resrec.library.search.engine import engine
from resrec.library.search.query import Query, Term
from resrec.library.search.slips import meant
from resrec.library.search.words import LANGUAGES, stems_of

# Beyond so many texts a word tells nothing about relevance: the title decides, then the date.
MOST_RANKED = 5000
# Of a search that no text meets in full, so many of the nearest are shown.
MOST_NEAR = 50
# A search that fewer texts meet in full is widened: a long one to the nearest, a short one to
# other wordings of the same language.
FEW = 10
# In search of the nearest, words are taken, the rarest first, until so many texts have one: few
# in a small library, and in a large one no more than can be weighed in some 20 milliseconds.
FEWEST_WEIGHED, MOST_WEIGHED = 3000, 10_000

# Texts one of whose whole titles has these stems.
ENTITLED = (
    "SELECT resolution_id FROM library_searchentry "
    "WHERE title_en = %s OR title_fr = %s OR title_es = %s"
)


@dataclass
class Found:
    """The set of texts that were found, and how.

    `corrected` are pairs of a word that stands nowhere and the one taken for it. `is_near` tells
    too few texts have all the words, so that the nearest are given too; `complete` is the set of
    those that have them all. `bridged` are pairs of what was said and the other wordings, mostly
    of other languages, that were looked for too. `ranking` are ids, the best first; texts that it
    lacks come after it, in the order of the list.
    """

    texts: int
    clause: Clause | None = None
    ranking: tuple[int, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    is_near: bool = False
    complete: int = 0
    bridged: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def by_relevance(self, catalogue: Catalogue, within: int) -> Iterator[int]:
        """Give the ids of those in `within`, the best first."""
        left = within
        for pk in self.ranking:
            place = catalogue.places.get(pk)
            if place is not None and left >> place & 1:
                left &= ~(1 << place)
                yield pk
        yield from catalogue.in_order(left)


def find(query: Query, catalogue: Catalogue, *, typing=False, in_title=False) -> Found:
    """Give the texts that have all the words; else with slips corrected; else the nearest."""
    if query.tells_nothing:
        return _all_but(query, catalogue, in_title)
    return _titled_first(_in_full_or_nearest(query, catalogue, typing, in_title), query, catalogue)


def _in_full_or_nearest(query, catalogue, typing, in_title):
    reading = glossary.read(query.wanted, catalogue.lexicon)
    found = _complete(query, reading, catalogue, typing=typing, in_title=in_title)
    if found.texts:
        return found
    corrected = _corrected(query, reading, catalogue.lexicon)
    if corrected:
        query = _with(query, corrected)
        reading = glossary.read(query.wanted, catalogue.lexicon)
        found = _complete(query, reading, catalogue, in_title=in_title)
        if found.texts:
            return replace(found, corrected=corrected)
    return replace(_nearest(found, catalogue), corrected=corrected)


def _titled_first(found, query, catalogue):
    """Before all others those whose whole title is what was typed, as they stand in the list."""
    with connection.cursor() as cursor:
        cursor.execute(ENTITLED, [" ".join(stems_of(query.words, code)) for code in LANGUAGES])
        ids = [pk for (pk,) in cursor.fetchall()]
    if not ids:
        return found
    titled = list(catalogue.in_order(found.texts & catalogue.set_of(ids)))
    return replace(found, ranking=tuple(dict.fromkeys((*titled, *found.ranking))))


def _complete(query, reading, catalogue, **how):
    """The texts that have all the words, or other wordings that say the same."""
    clause = clause_of(query, catalogue.lexicon, reading, **how)
    found = replace(_ranked(clause, catalogue), bridged=reading.bridged(loosely=False))
    if query.is_long:
        return _widened(found, catalogue) if found.texts else found
    if found.texts.bit_count() < FEW and reading.has_synonyms:
        return _with_synonyms(found, query, reading, catalogue, **how)
    return found


def _with_synonyms(found, query, reading, catalogue, **how):
    """With those behind it that say the same in other words of the same language."""
    clause = clause_of(query, catalogue.lexicon, reading, loosely=True, **how)
    more = _ranked(clause, catalogue)
    ranking = tuple(dict.fromkeys(found.ranking + more.ranking))
    return replace(more, ranking=ranking, bridged=reading.bridged(loosely=True))


def _all_but(query, catalogue, in_title):
    """Nothing is asked for but what to leave out; or nothing at all."""
    if not query.unwanted:
        return Found(catalogue.all)
    unwanted = clause_of(Query(wanted=query.unwanted), catalogue.lexicon, in_title=in_title)
    having = catalogue.set_of(engine().matching(unwanted)) if unwanted.wanted else 0
    return Found(catalogue.all & ~having)


def _ranked(clause, catalogue):
    """All that meet the clause; ranked where they are few enough for that to tell anything."""
    asked = clause.within(catalogue.lexicon)
    if asked is None:
        return Found(0, clause)
    if asked.at_most(catalogue.lexicon) <= MOST_RANKED:
        ranking = engine().ranked(asked, catalogue)
        return Found(catalogue.set_of(ranking), clause, tuple(ranking))
    matching = engine().matching(asked)
    texts = catalogue.set_of(matching)
    if len(matching) <= MOST_RANKED:
        return Found(texts, clause, tuple(engine().ranked(asked, catalogue)))
    titled = asked if asked.in_title else asked.narrowed_to_title()
    titles = catalogue.set_of(engine().matching(titled))
    return Found(texts, clause, tuple(catalogue.in_order(titles)))


def _widened(found, catalogue):
    """With the nearest beside the few that have all the words of a long search.

    Among many words one is often not the text's own, and a text that has them all by chance is
    seldom the one that is looked for; so the weight of the words decides, not their number.
    """
    if found.texts.bit_count() >= FEW:
        return found
    near = _nearest(found, catalogue)
    return replace(near, texts=near.texts | found.texts, complete=found.texts)


def _corrected(query, reading, lexicon):
    """Pairs of a word that stands in no text and the known word nearest to it."""
    places = [place for place in range(len(query.wanted)) if not reading.knows(place)]
    words = dict.fromkeys(
        word for place in places for word in query.wanted[place].words if not lexicon.is_known(word)
    )
    found = ((word, meant(word, lexicon, reading.languages)) for word in words)
    return tuple((word, known) for word, known in found if known)


def _with(query, corrected):
    known = dict(corrected)
    wanted = tuple(
        Term(tuple(known.get(word, word) for word in term.words), term.is_phrase)
        for term in query.wanted
    )
    return replace(query, wanted=wanted)


def _nearest(found, catalogue):
    """The texts that have most of the words, by weight: the rarest words tell most."""
    clause = found.clause
    lexicon = catalogue.lexicon
    rarest = sorted(
        (texts, language, phrase)
        for language, phrase in set(clause.phrases)
        if (texts := lexicon.rarity(language, phrase))
    )
    most = min(MOST_WEIGHED, max(FEWEST_WEIGHED, len(catalogue.ids)))
    keep, weighed = set(), 0
    for texts, language, phrase in rarest:
        if keep and weighed + texts > most:
            break
        keep.add((language, phrase))
        weighed += texts
    if not keep:
        return replace(found, is_near=True)
    ranking = engine().ranked(clause.loosened(keep), catalogue)[:MOST_NEAR]
    return replace(found, texts=catalogue.set_of(ranking), ranking=tuple(ranking), is_near=True)
