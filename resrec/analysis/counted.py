"""What the yearly analysis counts. Each rule is one set, and stands here only.

A *text* is one the library knows of the Congress, archived or not: silence about an archived
text is shown, and marked. A *Progress Report* counts in the cycle it was published for. An
*Activity Report* counts in the year its period ends in, else the year it was handed in: it is
filed at any time and belongs to no cycle of its own. Full reports, each answer of one press
("same as last time", "nothing this year", "this is done") and silence are counted apart, and
never added up: "nothing" is an answer, and silence is neither (`reporting.silence`).
"""

from django.db.models import Exists, F, OuterRef, Q

from resrec.library.models import Resolution
from resrec.reporting.models import ActivityReport, ProgressReport, ReportedText, ReportingCycle
from resrec.reporting.models.activity_report_sets import of_year


def texts_of(assembly):
    """All texts of the Congress that the library knows, by number."""
    return Resolution.objects.filter(assembly=assembly).order_by("number", "pk")


def accounts_of(assembly):
    """Published Progress Reports on its texts, of any cycle: one a text and cycle."""
    return ProgressReport.objects.published().filter(resolution__assembly=assembly)


def accounts_in(assembly, cycle):
    """The Progress Reports that were published for this cycle."""
    return accounts_of(assembly).filter(cycle=cycle)


def accepted_on(assembly):
    """What reports say on which text of the Congress, where that was accepted."""
    return ReportedText.objects.filter(
        resolution__assembly=assembly, verdict=ReportedText.Verdict.ACCEPTED
    )


def reports_in(assembly, cycle):
    """Full Activity Reports of the cycle's year, accepted on a text of the Congress.

    Of a corrected report only the newest accepted version; a report on two texts once.
    """
    return _reports_on(assembly, of_year(cycle.year)).in_full()


def short_answers_in(assembly, cycle):
    """The accepted answers of one press of the cycle's year: they are no full reports."""
    return _reports_on(assembly, of_year(cycle.year)).short()


def undated_reports(assembly):
    """Those that name no period and whose day nobody knows: imported ones, counted in no year."""
    return _reports_on(assembly, Q(period_to=None, period_from=None, submitted_at=None))


def _reports_on(assembly, condition):
    on_its_texts = accepted_on(assembly).filter(report=OuterRef("pk"))
    return ActivityReport.objects.filter(condition, Exists(on_its_texts)).current()


def cycles_since(assembly, until):
    """The collection's cycles from the year the Congress was held until this one, oldest first."""
    return ReportingCycle.objects.filter(
        collection=until.collection_id, year__gte=assembly.year_held, year__lte=until.year
    ).order_by("year")


def newest_first(report=""):
    """The order of lists of Activity Reports; `report` is the way to them, if not one itself."""
    way = f"{report}__" if report else ""
    return F(f"{way}submitted_at").desc(nulls_last=True), f"-{way}pk"
