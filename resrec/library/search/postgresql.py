"""Full text in PostgreSQL: a vector in a generated column, and the same ranking as SQLite's.

A lexeme is a stem with its language before it ("enforest"), so that one vector holds all.
`postgresql_tables` makes the vectors and the functions that are asked here.
"""

import math
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from django.db import connection

from resrec.library.search.postgresql_tables import COLUMNS, install
from resrec.library.search.words import stop_words

__all__ = ["holding", "install", "matching", "ranked"]

# Weighing one phrase in one text takes some five microseconds; so many are weighed at most …
MOST_WEIGHED = 6000
# … of all texts by the rarest phrases alone, before the best of them are weighed by all.
BEST = 200


def matching(clause):
    """Give the ids of the texts that meet the clause.

    A vector keeps 255 places of a stem and no place beyond 16,383: where that leaves a phrase in
    doubt, the stems themselves are read.
    """
    if clause.in_title:
        left_out = set(matching(clause.of_unwanted)) if clause.unwanted else ()
        ids = _ask("SELECT id FROM library_search_titles(%s::tsquery)", _written_wanted(clause))
        return [pk for (pk,) in ids if pk not in left_out]
    if not clause.has_phrases:
        ids = _ask("SELECT id FROM library_search(%s::tsquery)", _written(clause))
        return [pk for (pk,) in ids]
    parts = {is_small: [] for is_small in (False, True)}
    for language, (stem,) in clause.stems_in_phrases:
        parts[stem in stop_words(language)].append(_lexemes(language, (stem,)))
    rows = _ask(
        "SELECT * FROM library_search_phrases(%s::tsquery, %s::tsquery, %s::tsquery, "
        "%s::tsquery[], %s::tsquery[], %s)",
        _written(clause),
        _written(clause, _together),
        _written_wanted(clause, _gapped),
        parts[False],
        parts[True],
        bool(clause.unwanted),
    )
    read = dict(_entries([pk for pk, _is_met, in_doubt in rows if in_doubt]))
    return [
        pk for pk, is_met, in_doubt in rows if (clause.is_met_by(read[pk]) if in_doubt else is_met)
    ]


def ranked(clause, catalogue):
    """Give the same, ordered by BM25 with the parameters, weights and floor of FTS5's.

    As there, the words of a language count where the text meets the clause in this language.
    """
    scores: Counter = Counter()
    for language in clause.wanted:
        part = clause.in_one(language)
        scores.update(_scores(matching(part), part, catalogue))
    return sorted(scores, key=lambda pk: (-scores[pk], pk))


def holding(language, phrases, *, in_title=False):
    """A phrase that is in doubt, as `matching` has it, is taken for absent."""
    search = "library_search_titles" if in_title else "library_search"
    return _ask(
        "SELECT place - 1, met.id "
        "FROM unnest(%s::tsquery[]) WITH ORDINALITY AS each(phrase, place), "
        f"LATERAL {search}(phrase) AS met",
        [_lexemes(language, phrase) for phrase in phrases],
    )


def _scores(ids, clause, catalogue):
    rarest = sorted(
        (texts, *phrase)
        for phrase in clause.phrases
        if (texts := _having(phrase, clause, ids, catalogue))
    )
    telling = rarest[: _affordable(rarest, len(ids))]
    scores = dict.fromkeys(ids, 0.0) | _weighed(ids, telling, catalogue, clause.in_title)
    if telling != rarest:
        best = sorted(ids, key=lambda pk: (-scores[pk], pk))[:BEST]
        scores |= _weighed(best, rarest, catalogue, clause.in_title)
    return scores


def _having(phrase, clause, found, catalogue):
    """In how many texts a phrase stands; FTS5 counts it so too."""
    language, stems = phrase
    at_most = catalogue.lexicon.rarity(language, stems)
    if len(stems) == 1 or not at_most:
        return at_most
    alone = replace(clause, wanted={language: ((stems,),)}, unwanted={})
    return len(found if alone == clause else matching(alone))


def _affordable(rarest, found):
    """How many of the phrases, the rarest first, can be weighed in all texts that were found."""
    weighed = 0
    for place, (texts, *_phrase) in enumerate(rarest):
        weighed += min(texts, found)
        if place and weighed > MOST_WEIGHED:
            return place
    return len(rarest)


def _weighed(ids, phrases, catalogue, in_title):
    """Give {id: score} of those that have one of the phrases."""
    if not (ids and phrases):
        return {}
    is_any = sum(texts for texts, *_phrase in phrases) < len(ids) * len(phrases)
    where_met = "_where_met" if is_any else ""
    return dict(
        _ask(
            f"SELECT * FROM library_search_weighed{where_met}(%s, %s::tsquery[], %s, %s, %s)",
            ids,
            [_lexemes(*phrase) for _texts, *phrase in phrases],
            [_rarity(texts, len(catalogue.ids)) for texts, *_phrase in phrases],
            in_title,
            catalogue.average_length,
        )
    )


def _rarity(having, texts):
    return max(math.log((texts - having + 0.5) / (having + 0.5)), 1e-6)


def _ask(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def _entries(ids):
    if not ids:
        return
    sql = f"SELECT resolution_id, {', '.join(COLUMNS)} FROM library_searchentry"
    for pk, *words in _ask(f"{sql} WHERE resolution_id = ANY(%s)", ids):
        yield pk, dict(zip(COLUMNS, words, strict=True))


def _lexemes(language, phrase):
    return "(" + " <-> ".join(f"'{language}{stem}'" for stem in phrase) + ")"


def _together(language, phrase):
    """The words of a phrase in any order."""
    return "(" + " & ".join(f"'{language}{stem}'" for stem in phrase) + ")"


def _gapped(language, phrase):
    """The phrase with any words where its small words are."""
    telling = [place for place, stem in enumerate(phrase) if stem not in stop_words(language)]
    if not telling:
        return _together(language, phrase)
    written = f"'{language}{phrase[telling[0]]}'"
    for before, place in pairwise(telling):
        written += f" <{place - before}> '{language}{phrase[place]}'"
    return f"({written})"


def _written(clause, phrase_of=_lexemes):
    """Write a clause in the syntax of tsquery. Stems are letters and figures: quoting is safe."""
    wanted = _written_wanted(clause, phrase_of)
    unwanted = [
        _any_of(language, certain, phrase_of)
        for language, phrases in clause.unwanted.items()
        # To have all words of a phrase is not to have the phrase.
        if (certain := [p for p in phrases if len(p) == 1 or phrase_of is _lexemes])
    ]
    return f"({wanted}) & !({' | '.join(unwanted)})" if unwanted else wanted


def _written_wanted(clause, phrase_of=_lexemes):
    return " | ".join(
        "(" + " & ".join(_any_of(language, group, phrase_of) for group in groups) + ")"
        for language, groups in clause.wanted.items()
    )


def _any_of(language, phrases, phrase_of):
    return "(" + " | ".join(phrase_of(language, phrase) for phrase in phrases) + ")"
