"""The database's full text, one interface over two engines.

`matching` gives the ids of all texts that meet a clause, in no order; `ranked` the same ids, the
best first, and is asked only where few enough match. The catalogue tells how rare words are to the
engine that does not count them itself.
"""

from typing import Protocol

from django.db import connection

from resrec.library.search import postgresql, sqlite
from resrec.library.search.catalogue import Catalogue
from resrec.library.search.clause import Clause


class Engine(Protocol):
    def matching(self, clause: Clause) -> list[int]: ...

    def ranked(self, clause: Clause, catalogue: Catalogue) -> list[int]: ...


def engine() -> Engine:
    """Give the engine of the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite
