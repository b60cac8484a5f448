"""Full text in SQLite: an FTS5 table beside the entries, kept by triggers."""

import json

from django.db import connection

from resrec.library.search.words import LANGUAGES

TABLE = "library_search"
COLUMNS = ["title_en", "title_fr", "title_es", "body_en", "body_fr", "body_es"]
# A title's words weigh as much as so many in the body.
WEIGHTS = "bm25(8, 8, 8, 1, 1, 1)"


def matching(clause):
    # As one value: of many thousand rows, reading them one by one takes longer than finding them.
    sql = f"SELECT json_group_array(rowid) FROM {TABLE} WHERE {TABLE} MATCH %s"
    return json.loads(_ask(sql, [_match(clause)])[0])


def ranked(clause, _catalogue):
    return _ask(
        f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rank MATCH %s ORDER BY rank, rowid",
        [_match(clause), WEIGHTS],
    )


def holding(language, phrases, *, in_title=False):
    columns = _columns(("title",) if in_title else ("title", "body"), language)
    asked = [
        value
        for place, phrase in enumerate(phrases)
        for value in (place, f"{columns} : {_any([phrase])}")
    ]
    one = f"SELECT %s, rowid FROM {TABLE} WHERE {TABLE} MATCH %s"
    return _rows(" UNION ALL ".join([one] * len(phrases)), asked)


def _ask(sql, parameters):
    return [pk for (pk,) in _rows(sql, parameters)]


def _rows(sql, parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def _match(clause):
    """Write a clause in the syntax of FTS5. Stems are letters and figures, so quoting is safe."""
    fields = ("title",) if clause.in_title else ("title", "body")
    wanted = [
        f"{_columns(fields, language)} : ({' AND '.join(map(_any, groups))})"
        for language, groups in clause.wanted.items()
    ]
    unwanted = [
        f"{_columns(('title', 'body'), language)} : {_any(phrases)}"
        for language, phrases in clause.unwanted.items()
    ]
    said = f"({' OR '.join(wanted)})"
    return f"{said} NOT ({' OR '.join(unwanted)})" if unwanted else said


def _columns(fields, language):
    return "{" + " ".join(f"{field}_{language}" for field in fields) + "}"


def _any(phrases):
    return "(" + " OR ".join('"' + " ".join(phrase) + '"' for phrase in phrases) + ")"


def install(cursor):
    """Make the table and its triggers where they are missing; fill it if it is behind.

    SQLite forgets triggers when Django rebuilds the entries' table, hence after every migrate.
    """
    columns = ", ".join(COLUMNS)
    cursor.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5({columns}, "
        "content='library_searchentry', content_rowid='resolution_id', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    new, old = (", ".join(f"{row}.{c}" for c in COLUMNS) for row in ("new", "old"))
    add = f"INSERT INTO {TABLE}(rowid, {columns}) VALUES (new.resolution_id, {new});"
    take = (
        f"INSERT INTO {TABLE}({TABLE}, rowid, {columns}) "
        f"VALUES ('delete', old.resolution_id, {old});"
    )
    for event, does in {"INSERT": add, "DELETE": take, "UPDATE": take + add}.items():
        name = f"{TABLE}_{event.lower()}"
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(
            f"CREATE TRIGGER {name} AFTER {event} ON library_searchentry BEGIN {does} END"
        )
    for language in LANGUAGES:
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS library_search_title_{language} "
            f"ON library_searchentry (title_{language})"
        )
    cursor.execute(
        f"SELECT (SELECT count(*) FROM {TABLE}_docsize), (SELECT count(*) FROM library_searchentry)"
    )
    held, there = cursor.fetchone()
    if held != there:
        cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')")
