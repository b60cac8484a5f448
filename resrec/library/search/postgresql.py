"""Full text in PostgreSQL: a vector in a generated column, and the same ranking as SQLite's.

A lexeme is a stem with its language before it ("enforest"), so that one vector holds all.
"""

import math

from django.db import connection

from resrec.library.search.words import LANGUAGES

# The database's own ranking chooses so many; the finer one puts them in order.
RERANKED = 200
K1, B, TITLE = 1.2, 0.75, 8


def matching(clause):
    return _ask(
        "SELECT resolution_id FROM library_searchentry WHERE vector @@ %s::tsquery",
        [_query(clause)],
    )


def ranked(clause):
    rough = _ask(
        "SELECT resolution_id FROM library_searchentry, CAST(%s AS tsquery) AS query "
        "WHERE vector @@ query "
        "ORDER BY ts_rank('{0.1, 0.1, 0.1, 1.0}', vector, query, 1) DESC, resolution_id",
        [_query(clause)],
    )
    return _reranked(rough[:RERANKED], clause) + rough[RERANKED:]


def _ask(sql, parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [pk for (pk,) in cursor.fetchall()]


def _query(clause):
    """Write a clause in the syntax of tsquery. Stems are letters and figures: quoting is safe."""
    weight = ":A" if clause.in_title else ""
    wanted = " | ".join(
        "(" + " & ".join(_any(language, group, weight) for group in groups) + ")"
        for language, groups in clause.wanted.items()
    )
    unwanted = [_any(language, phrases) for language, phrases in clause.unwanted.items()]
    return f"({wanted}) & !({' | '.join(unwanted)})" if unwanted else wanted


def _any(language, phrases, weight=""):
    written = (" <-> ".join(f"'{language}{stem}'{weight}" for stem in phrase) for phrase in phrases)
    return "(" + " | ".join(f"({phrase})" for phrase in written) + ")"


def _reranked(ids, clause):
    """Order by BM25, as FTS5 computes it: the same parameters, weights and floor."""
    from resrec.library.search import catalogue

    known = catalogue.current()
    phrases = [
        (language, phrase, _rarity(known.lexicon, language, phrase, len(known.ids)))
        for language, groups in clause.wanted.items()
        for group in groups
        for phrase in group
    ]
    scores = {
        pk: sum(
            rarity * _weight(entry, language, phrase, length / known.average_length)
            for language, phrase, rarity in phrases
        )
        for pk, length, entry in _entries(ids)
    }
    return sorted(ids, key=lambda pk: (-scores[pk], pk))


def _entries(ids):
    """Give (id, length, {column: stems with a blank at either end}) of these texts."""
    columns = [f"{part}_{language}" for part in ("title", "body") for language in LANGUAGES]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT resolution_id, length, {', '.join(columns)} FROM library_searchentry "
            "WHERE resolution_id = ANY(%s)",
            [ids],
        )
        for pk, length, *words in cursor.fetchall():
            yield pk, length, {c: f" {w} " for c, w in zip(columns, words, strict=True)}


def _rarity(lexicon, language, phrase, texts):
    having = min(lexicon.count(language, stem) for stem in phrase)
    return max(math.log((texts - having + 0.5) / (having + 0.5)), 1e-6)


def _weight(entry, language, phrase, relative_length):
    words = f" {' '.join(phrase)} "
    times = TITLE * entry[f"title_{language}"].count(words) + entry[f"body_{language}"].count(words)
    return times * (K1 + 1) / (times + K1 * (1 - B + B * relative_length))


def install(cursor):
    """Add the vector to the entries' table where it is missing."""
    parts = [
        f"setweight(to_tsvector('simple'::regconfig, "
        rf"regexp_replace({part}_{language}, '(\S+)', '{language}\1', 'g')), '{weight}')"
        for part, weight in (("title", "A"), ("body", "D"))
        for language in LANGUAGES
    ]
    cursor.execute(
        "ALTER TABLE library_searchentry ADD COLUMN IF NOT EXISTS vector tsvector "
        f"GENERATED ALWAYS AS ({' || '.join(parts)}) STORED"
    )
    cursor.execute(
        "CREATE INDEX IF NOT EXISTS library_search_vector ON library_searchentry USING gin (vector)"
    )
