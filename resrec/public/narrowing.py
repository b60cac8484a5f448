"""The facets beside the results: each value with its count for the present search."""

from dataclasses import dataclass

from resrec.public.facets import FACETS
from resrec.public.search import Search

# Values shown at once; the others open on demand.
SHOWN = 6
# Of these every value is shown, also those that no text has.
WHOLE = {"state", "report"}


@dataclass(frozen=True)
class Choice:
    """One value of a facet."""

    value: str
    label: str
    count: int
    is_picked: bool


@dataclass(frozen=True)
class Group:
    """One facet with the choices that the present search leaves."""

    name: str
    label: str
    choices: list[Choice]
    more: list[Choice]


def groups(search: Search) -> list[Group]:
    """Give the facets that can still narrow the search, or that narrow it already."""
    found = []
    for facet in FACETS:
        choices = _choices(facet, search)
        if len(choices) > 1 or any(choice.is_picked for choice in choices):
            shown = [c for place, c in enumerate(choices) if place < SHOWN or c.is_picked]
            more = [c for place, c in enumerate(choices) if place >= SHOWN and not c.is_picked]
            found.append(Group(facet.name, facet.label, shown, more))
    return found


def picked(search: Search) -> list[tuple[str, str, str]]:
    """Give (label of the facet, label of the value, query string without it) of what narrows."""
    criteria = search.criteria
    return [
        (
            facet.label,
            facet.labels[value],
            criteria.address(**{facet.name: tuple(v for v in values if v != value)}),
        )
        for facet in FACETS
        if (values := criteria.picked.get(facet.name))
        for value in values
    ]


def _choices(facet, search):
    counts, chosen = search.counts(facet.name), search.criteria.picked.get(facet.name, ())
    return [
        Choice(value, label, counts.get(value, 0), value in chosen)
        for value, label in facet.labels.items()
        if value in counts or value in chosen or facet.name in WHOLE
    ]
