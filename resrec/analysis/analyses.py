"""Which analyses there are: a Congress and a cycle of its collection."""

from dataclasses import dataclass

from resrec.analysis.models import YearlyAnalysis
from resrec.library.models import Assembly, Collection
from resrec.reporting.models import ProgressReport, ReportingCycle


@dataclass(frozen=True)
class Analyses:
    """The years of one Congress for which there is something to read, newest first."""

    assembly: Assembly
    years: list[int]


def find(code, year):
    """Give (Assembly, ReportingCycle), each None when there is none of that code or year."""
    assembly = Assembly.objects.select_related("kind__collection").filter(code=code).first()
    if assembly is None:
        return None, None
    cycles = ReportingCycle.objects.select_related("assembly")
    return assembly, cycles.filter(collection=assembly.collection, year=year).first()


def standing(assembly, cycle):
    """Give the frozen analysis that stands for a Congress and cycle, or None."""
    stands = YearlyAnalysis.objects.filter(assembly=assembly, cycle=cycle, status="frozen")
    return stands.select_related("assembly", "cycle").first()


def under_report(year):
    """Give the code of the Congress that the first collection reports on that year, or None."""
    cycles = ReportingCycle.objects.filter(collection=Collection.objects.first(), year=year)
    return cycles.values_list("assembly__code", flat=True).first()


def analyses():
    """Give every Analyses: years when the Congress was under report, or its texts reported on."""
    years = {}
    cycles = ReportingCycle.objects.order_by()
    published = ProgressReport.objects.published().exclude(cycle=None).order_by().distinct()
    for pairs in (
        cycles.values_list("assembly", "year"),
        published.values_list("resolution__assembly", "cycle__year"),
    ):
        for assembly, year in pairs:
            years.setdefault(assembly, set()).add(year)
    found = Assembly.objects.filter(pk__in=years).select_related("kind__collection")
    in_order = found.order_by("kind__collection__position", "kind__collection", "-year_coded")
    return [Analyses(one, sorted(years[one.pk], reverse=True)) for one in in_order]
