"""The database's full text, one interface over two engines.

`matching` gives the ids of all texts that meet a clause, in no order; `ranked` the same ids, the
best first, and is asked only where few enough match. The catalogue tells how rare words are to the
engine that does not count them itself. `holding` gives pairs of a phrase's place and the id of a
text that has it, in one query; not more than `MOST_ASKED` phrases at once.
"""

from typing import Protocol

from django.db import connection

from resrec.library.search import postgresql, sqlite
from resrec.library.search.catalogue import Catalogue
from resrec.library.search.clause import Clause, Phrase

MOST_ASKED = 400  # SQLite joins no more than 500 questions into one


class Engine(Protocol):
    def matching(self, clause: Clause) -> list[int]: ...

    def ranked(self, clause: Clause, catalogue: Catalogue) -> list[int]: ...

    def holding(
        self, language: str, phrases: list[Phrase], *, in_title: bool = False
    ) -> list[tuple[int, int]]: ...


def engine() -> Engine:
    """Give the engine of the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite
