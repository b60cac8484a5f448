"""The plain engine that search is measured beside: SQLite FTS5 as it comes, nothing added.

One table of title and body, the default tokenizer (unicode61: accents folded, no stemming),
ranked by FTS5's own bm25() with both columns alike. It knows words and phrases only: no
spelling, no synonyms, no other language; of `-word` it sees the word.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable

PHRASE_OR_WORD = re.compile(r'"([^"]+)"|(\w+)')


def baseline(texts: Iterable[tuple[str, str, str]]) -> Callable[[str, int], list[str]]:
    """Index (symbol, title, body) in memory; give a search of (query, limit) -> symbols.

    Words, and phrases in quotes, are all asked for; only if no text has them all, any of them.
    """
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE text USING fts5(symbol UNINDEXED, title, body)")
    index.executemany("INSERT INTO text VALUES (?, ?, ?)", texts)

    def search(query: str, limit: int) -> list[str]:
        asked = [f'"{phrase or word}"' for phrase, word in PHRASE_OR_WORD.findall(query)]
        if not asked:
            return []
        return matching(" ".join(asked), limit) or matching(" OR ".join(asked), limit)

    def matching(expression: str, limit: int) -> list[str]:
        rows = index.execute(
            "SELECT symbol FROM text WHERE text MATCH ? ORDER BY bm25(text), rowid LIMIT ?",
            (expression, limit),
        )
        return [symbol for (symbol,) in rows]

    return search
