"""Merges followed: whom a body stands for today, for any number of bodies at once.

The one place where a chain of merges is walked. A circle, which `merge_into` refuses but two at
once or a hand in the database could make, is read as the body of its lowest id: for whoever asks,
from wherever in it, the same answer.
"""

from django.db.models import BigIntegerField, Field, Func, TextField
from django.db.models.functions import Coalesce

MOST_STEPS = 50


class Merges:
    """Which body each merged one went into: {id: id}, from a queryset's rows or any mapping.

    `merges[pk]` is the body of today, for any id; None stays None.
    """

    def __init__(self, into):
        self._into = dict(into)
        self._today = {}

    def __getitem__(self, pk):
        if pk not in self._into:
            return pk
        if pk not in self._today:
            self._today[pk] = end_of([*self.steps(pk)], self._into)
        return self._today[pk]

    def steps(self, pk):
        """Give the ids from this one to that of today, each once."""
        seen = set()
        while pk is not None and pk not in seen:
            seen.add(pk)
            yield pk
            pk = self._into.get(pk)


def end_of(steps, into):
    """Give the last step; where it leads back into the steps, the lowest id of that circle."""
    back = into.get(steps[-1])
    return steps[-1] if back is None else min(steps[steps.index(back) :])


# Of a chain that begins at this body (NULL where there is none) a column of the last.
AT_THE_END = """(
    WITH RECURSIVE step(id, kind_id, merged_into_id, number) AS (
        SELECT first.id, first.kind_id, first.merged_into_id, 1
        FROM people_constituent AS first WHERE first.id = %(expressions)s
        UNION ALL
        SELECT body.id, body.kind_id, body.merged_into_id, step.number + 1
        FROM people_constituent AS body JOIN step ON body.id = step.merged_into_id
        WHERE step.number < %(most_steps)s
    )
    SELECT %(column)s FROM step ORDER BY number DESC LIMIT 1
)"""


def today_of(reference, path, column="id"):
    """Give the expression for the id ("kind_id": the kind) of the body of today.

    `path` leads to a constituent; `reference` is F, or OuterRef in a query within another.
    """
    field: Field = TextField() if column == "kind_id" else BigIntegerField()
    of_itself = reference(f"{path}__kind" if column == "kind_id" else path)
    merged = Func(
        reference(f"{path}__merged_into"),
        template=AT_THE_END,
        output_field=field,
        column=column,
        most_steps=MOST_STEPS,
    )
    return Coalesce(merged, of_itself, output_field=field)
