"""What a search can be narrowed by: the values of each facet, their labels, and their sets.

Sets are those of `library.search.catalogue`, joined by what reports tell of each text.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _

from resrec.library.models import (
    Assembly,
    Collection,
    GeographicScope,
    Keyword,
    ResolutionKind,
)
from resrec.library.search import catalogue
from resrec.library.search.catalogue import ACTIVE, ARCHIVED, UNKNOWN
from resrec.people.models import Country
from resrec.reporting.models import ImplementationStatus, ProgressReport
from resrec.web.held import held

YES, NO = "yes", "no"


@dataclass(frozen=True)
class Facet:
    """One way to narrow: its name in addresses, its label, and {value: label} in order."""

    name: str
    label: str | Promise
    read_labels: Callable[[], dict[str, str]]


def _assemblies():
    sittings = Assembly.objects.select_related("kind__collection").order_by(
        "kind__collection__position", "-kind__position", "-year_coded", "-number"
    )
    return {sitting.code: str(sitting) for sitting in sittings}


def _kinds():
    return _vocabulary(ResolutionKind) | {UNKNOWN: gettext("not known")}


def _statuses():
    return _vocabulary(ImplementationStatus) | {UNKNOWN: gettext("not stated")}


def _countries():
    return {country.code: str(country) for country in Country.objects.all()}


def _vocabulary(model):
    return {term.code: term.label for term in model.objects.all()}


FACETS = [
    Facet(
        "collection",
        _("Collection"),
        lambda: {one.code: str(one) for one in Collection.objects.all()},
    ),
    Facet("assembly", _("Assembly"), _assemblies),
    Facet("kind", _("Kind"), _kinds),
    Facet(
        "state",
        _("Active or archived"),
        lambda: {ACTIVE: gettext("active"), ARCHIVED: gettext("archived")},
    ),
    Facet(
        "report",
        _("Progress Report"),
        lambda: {YES: gettext("has one"), NO: gettext("has none yet")},
    ),
    Facet("status", _("Status of implementation"), _statuses),
    Facet("keyword", _("Keyword"), lambda: _vocabulary(Keyword)),
    Facet("scope", _("Geographic scope"), lambda: _vocabulary(GeographicScope)),
    Facet("country", _("Country or territory"), _countries),
    Facet(
        "language",
        _("Language of the text"),
        lambda: {code: gettext(str(name)).capitalize() for code, name in settings.LANGUAGES},
    ),
]


@held
def labels(language):
    """{facet: {value: label}} in the page's language, values in their order."""
    return {facet.name: facet.read_labels() for facet in FACETS}


@held
def facet_sets():
    """Give {facet: {value: set}} over the current catalogue."""
    known = catalogue.current()
    by_status = defaultdict(list)
    for pk, (status, _year) in latest_reports().items():
        by_status[status or UNKNOWN].append(pk)
    statuses = {status: known.set_of(ids) for status, ids in by_status.items()}
    reported = 0
    for texts in statuses.values():
        reported |= texts
    return known.facets | {
        "status": statuses,
        "report": {YES: reported, NO: known.all & ~reported},
    }


@held
def latest_reports():
    """{id of a text: (status, year) of its latest published report; None where not stated}."""
    reports = ProgressReport.objects.published().latest_first()
    latest: dict[int, tuple[str | None, int | None]] = {}
    for pk, status, year in reports.values_list(
        "resolution_id", "implementation_status_id", "cycle__year"
    ):
        latest.setdefault(pk, (status, year))
    return latest
