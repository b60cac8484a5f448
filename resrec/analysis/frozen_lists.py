"""The list behind a frozen figure: what never changes is read by version, the rest from records."""

from dataclasses import dataclass

from django.utils.translation import get_language

from resrec.analysis import lists
from resrec.analysis.figures import Noun
from resrec.people.models import ConstituentKind, Country


@dataclass(frozen=True)
class BodyThen:
    """A constituent as it was: name, kind and country."""

    name: str
    kind: object
    country: object

    def __str__(self):
        return self.name


def entries(overview, figure, members):
    """Give the entries of those members of a frozen figure, as `lists.entries` does."""
    if figure.noun == Noun.CONSTITUENT:
        return _constituents(overview, members)
    return lists.entries(overview, figure, members)


def _constituents(overview, members):
    kinds = {kind.pk: kind for kind in ConstituentKind.objects.all()}
    countries = {country.pk: country for country in Country.objects.all()}
    records = overview.records(Noun.CONSTITUENT, members)
    return [
        lists.BodyEntry(
            BodyThen(_name(kept), kinds.get(kept["kind"]), countries.get(kept["country"])), []
        )
        for kept in (records[member] for member in members)
    ]


def _name(kept):
    name = kept["names"].get(get_language()) or kept["names"]["en"]
    return f"{name} ({kept['acronym']})" if kept["acronym"] else name
