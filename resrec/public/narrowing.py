"""The facets beside the results: each value with its count for the present search."""

from dataclasses import dataclass
from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from resrec.public.facets import FACETS, labels
from resrec.public.search import Search

# Values shown at once; the others open on demand.
SHOWN = 6
# Of these every value is shown, also those that no text has.
WHOLE = {"state", "report"}


@dataclass(frozen=True)
class Choice:
    """One value of a facet, as a box to tick; put together here as lines are (see `lines`)."""

    name: str
    value: str
    label: str
    count: int
    is_picked: bool

    @property
    def html(self):
        checked = " checked" if self.is_picked else ""
        return mark_safe(  # noqa: S308  each part is escaped
            f'<label class="choice"><input type="checkbox" name="{self.name}" '
            f'value="{escape(self.value)}" form="criteria"{checked}>'
            f'<span>{escape(str(self.label))}</span><span class="count">{self.count}</span></label>'
        )


@dataclass(frozen=True)
class Group:
    """One facet with the choices that the present search leaves."""

    label: str
    choices: list[Choice]
    more: list[Choice]


def groups(search: Search) -> list[Group]:
    """Give the facets that can still narrow the search, or that narrow it already."""
    found, known = [], labels(get_language())
    for facet in FACETS:
        choices = _choices(facet.name, known[facet.name], search)
        if len(choices) > 1 or any(choice.is_picked for choice in choices):
            shown = [c for place, c in enumerate(choices) if place < SHOWN or c.is_picked]
            more = [c for place, c in enumerate(choices) if place >= SHOWN and not c.is_picked]
            found.append(Group(str(facet.label), shown, more))
    return found


def picked(search: Search) -> list[tuple[str, str, str]]:
    """Give (label of the facet, label of the value, query string without it) of what narrows."""
    criteria, known = search.criteria, labels(get_language())
    return [
        (
            str(facet.label),
            known[facet.name][value],
            criteria.address(**{facet.name: tuple(v for v in values if v != value)}),
        )
        for facet in FACETS
        if (values := criteria.picked.get(facet.name))
        for value in values
    ]


def _choices(name, known, search):
    counts, chosen = search.counts(name), search.criteria.picked.get(name, ())
    return [
        Choice(name, value, label, counts.get(value, 0), value in chosen)
        for value, label in known.items()
        if value in counts or value in chosen or name in WHOLE
    ]
