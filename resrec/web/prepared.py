"""Queries that the ORM puts together once and that are asked again and again.

Putting a query together takes Django ten times as long as SQLite takes to answer it. Where a page
is asked hundreds of times a second, the same SQL is kept and other values are filled in.
"""

from collections.abc import Callable, Iterable

from django.db import connection
from django.db.models import QuerySet

# Numbers that stand for the values to come while a query is put together.
FIRST_MARK = -1_000_000_000


class Prepared:
    """`make` gives a `values_list` queryset for a list of whole numbers, ids as a rule.

    `Prepared(lambda ids: Text.objects.filter(pk__in=ids).values_list("pk", "title"))([1, 2])`
    gives the rows as tuples. The SQL is kept for each number of values and each database.
    """

    def __init__(self, make: Callable[[list[int]], QuerySet]):
        self._make = make
        self._kept: dict[tuple[str, int], tuple[str, tuple]] = {}

    def __call__(self, values: Iterable[int]) -> list[tuple]:
        values = list(values)
        if not values:
            return []
        key = (connection.vendor, len(values))
        if key not in self._kept:
            marks = [FIRST_MARK - place for place in range(len(values))]
            self._kept[key] = self._make(marks).query.sql_with_params()
        sql, parameters = self._kept[key]
        with connection.cursor() as cursor:
            cursor.execute(sql, [_value(one, values) for one in parameters])
            return cursor.fetchall()


def _value(parameter, values):
    """The value that a mark stands for; other parameters stay."""
    if isinstance(parameter, int) and FIRST_MARK - len(values) < parameter <= FIRST_MARK:
        return values[FIRST_MARK - parameter]
    return parameter
