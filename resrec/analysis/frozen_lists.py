"""The list behind a frozen figure: what never changes is read by version, the rest from records."""

from dataclasses import dataclass

from django.utils.translation import get_language

from resrec.analysis import lists
from resrec.analysis.changes import PASSAGES
from resrec.analysis.figures import Noun
from resrec.people.models import Constituent, ConstituentKind, Country
from resrec.reporting.models import ActivityReport


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
    found = lists.entries(overview, figure, members)
    if reports := [one for one in map(_report_of, found) if one]:
        _name_as_they_were(overview, reports)
    return found


def _report_of(entry):
    """The Activity Report that an entry is or is quoted from, or None."""
    return entry if isinstance(entry, ActivityReport) else getattr(entry, "report", None)


def _name_as_they_were(overview, reports):
    """Put the names that constituents had on the reports, whatever they were merged into."""
    kept = {}
    for noun in PASSAGES:
        kept |= overview.records(noun, {one.pk for one in reports})
    for report in reports:
        values = kept.get(report.pk)
        if isinstance(report, ActivityReport) and values and values["constituent"]:
            report.constituent = Constituent(
                pk=values["constituent"],
                name=values["constituent_name"],
                kind_id=report.constituent.kind_id,
            )


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
