"""Queries that the ORM puts together once and that are asked again and again.

Putting a query together takes Django ten times as long as SQLite takes to answer it. Where a page
is asked hundreds of times a second, the same SQL is kept and other values are filled in.
"""

from collections.abc import Callable, Hashable, Iterable
from copy import copy
from functools import cache
from types import SimpleNamespace

from django.db import connections
from django.db.models import QuerySet

# Numbers that stand for the values to come while a query is put together.
FIRST_MARK = -1_000_000_000
# What is asked for by an address can be larger than any id.
LARGEST = 2**63 - 1
# More than this is not kept of one question: days pass, and lists are of many lengths.
MOST_KEPT = 100


class Prepared:
    """`make` gives a queryset for a list of whole numbers, ids as a rule.

    `Prepared(lambda ids: Text.objects.filter(pk__in=ids).values_list("pk", "title"))([1, 2])`
    gives a list of what the queryset would give, models or tuples; what it prefetches is left
    out. The SQL is kept for each number of values, each database, and what else `make` is called
    with, such as a day.
    """

    def __init__(self, make: Callable[..., QuerySet]):
        self._make = make
        self._kept: dict[tuple, _Kept] = {}

    def __call__(self, values: Iterable[int], *further: Hashable) -> list:
        values = [value for value in values if value <= LARGEST]
        if not values:
            return []
        key = (connections["default"].vendor, len(values), *further)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            marks = [FIRST_MARK - place for place in range(len(values))]
            self._kept[key] = _Kept(self._make(marks, *further))
        return self._kept[key].ask(values)


class _Kept:
    """A query that was put together, and how its rows are read."""

    def __init__(self, queryset):
        self._rows = queryset._iterable_class
        self._alias = queryset.db
        self._compiler = queryset.query.get_compiler(queryset.db)
        self._sql, self._parameters = self._compiler.as_sql()
        columns = [one[0] for one in self._compiler.select[: self._compiler.col_count]]
        converters = self._compiler.get_converters(columns)
        self._compiler.get_converters = lambda _columns: converters

    def ask(self, values):
        parameters = tuple(_value(one, values) for one in self._parameters)
        compiler = copy(self._compiler)
        # Each thread has a connection of its own.
        compiler.connection = connections[self._alias]
        compiler.as_sql = lambda *_how, **_else: (self._sql, parameters)
        query = SimpleNamespace(get_compiler=lambda *_of, **_else: compiler)
        asked = SimpleNamespace(db=self._alias, query=query, _known_related_objects={})
        return list(self._rows(asked))


def _value(parameter, values):
    """The value that a mark stands for; other parameters stay."""
    if isinstance(parameter, int) and FIRST_MARK - len(values) < parameter <= FIRST_MARK:
        return values[FIRST_MARK - parameter]
    return parameter


@cache
def _nothing_of(model):
    return model._default_manager.none()


def take_as_read(instance, name, rows):
    """Let `instance.<name>.all()` give these rows without asking, as if they were prefetched; where
    there are none, whatever is asked of them is answered by nothing too."""
    manager = getattr(instance, name)
    found = manager.all() if rows else _nothing_of(manager.model)
    found._result_cache, found._prefetch_done = list(rows), True
    vars(instance).setdefault("_prefetched_objects_cache", {})[name] = found
