"""What the page of one text shows: its words, who looks after it, and what was reported on it."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from resrec.library.models import Motion, Resolution
from resrec.public.citing import Citing
from resrec.public.formats.offered import Offered
from resrec.public.living import Living
from resrec.public.wording import Wording
from resrec.reporting.asking.silence import silent
from resrec.reporting.coverage import coverage_of
from resrec.reporting.models import (
    ActivityReport,
    FocalPoint,
    ProgressReport,
    ReportedText,
    ReportingCycle,
    Statement,
)
from resrec.reporting.needs.public_needs import needs_on
from resrec.reporting.pointed_at import pointed_at
from resrec.reporting.policies import ProgressReportPolicy
from resrec.web.held import held

FIRST_STATEMENTS = 3
YEARS_OF_COVERAGE = 6
# Relation of a text: name of its facet, and what it is called.
FILED_UNDER = {
    "keywords": ("keyword", _("Keywords")),
    "scopes": ("scope", _("Geographic scope")),
    "countries": ("country", _("Countries and territories")),
}


def text_page(text, request):
    """Give the context of the page; `text` is a Resolution from `library.sittings.page_of`."""
    known = on_record()
    is_reported = text.pk in known.reported
    published = _published(text) if is_reported else []
    latest = published[0] if published else None
    wording = Wording.of(text, request.GET.get("text", ""))
    citing = Citing(text, wording.language)
    posts = focal_points(text) if text.pk in known.posts else []
    pointed = pointed_at(text) if is_reported and wording.paragraphs else {}
    coverage = coverage_of(text) if is_reported and wording.paragraphs else None
    years = coverage.years[-YEARS_OF_COVERAGE:] if coverage and coverage.recorded else []
    return {
        "text": text,
        "published": published,
        "latest": latest,
        "first_statements": first_statements(latest),
        "focal_points": posts,
        "readable": FocalPoint.objects.readable_ids(posts, request.user),
        "motions": _motions(text) if text.pk in known.motions else [],
        "filed": _filed(text) if text.pk in known.filed else [],
        "activity_years": activity_reports_by_year(text) if is_reported else [],
        "needs": needs_on(text) if is_reported else (),
        "silence": silence(text) if text.pk in known.posts else None,
        "statuses": statuses(text, published),
        "coverage": coverage,
        "years": years,
        "rows": coverage.rows(years) if years else [],
        "wording": wording,
        "citing": citing,
        "living": Living(text),
        "paragraphs": wording.html(pointed, citing.linked),
        "body": "" if wording.paragraphs else citing.linked_body(wording.text),
        "offered": Offered(text),
        "bench_cycle": bench_cycle(text, request.user),
    }


@dataclass(frozen=True)
class OnRecord:
    """Ids of texts on which there is something beside their words; of most there is nothing."""

    posts: set[int]
    motions: set[int]
    filed: set[int]
    reported: set[int]


@held
def on_record():
    posts, motions = FocalPoint.objects.order_by(), Motion.objects.exclude(became=None).order_by()
    reports = (model.objects.order_by() for model in (ReportedText, ProgressReport))
    return OnRecord(
        posts=set(posts.values_list("resolution_id", flat=True)),
        motions=set(motions.values_list("became_id", flat=True)),
        filed={
            pk
            for name in FILED_UNDER
            for pk in getattr(Resolution, name).through.objects.values_list(
                "resolution_id", flat=True
            )
        },
        reported={pk for found in reports for pk in found.values_list("resolution_id", flat=True)},
    )


def _filed(text):
    """Triples of a facet's name, its label and the terms of it that the text is filed under."""
    return [
        (facet, label, terms)
        for name, (facet, label) in FILED_UNDER.items()
        if (terms := list(getattr(text, name).all()))
    ]


def _published(text):
    return list(
        ProgressReport.objects.published()
        .filter(resolution=text)
        .latest_first()
        .select_related("cycle", "implementation_status", "resolution")
    )


def _motions(text):
    return Motion.objects.filter(became=text).select_related("assembly")


def first_statements(report):
    """Give the first results that a Progress Report states, else whatever it states first."""
    if report is None:
        return []
    results = report.statements.filter(section=Statement.Section.RESULTS)[:FIRST_STATEMENTS]
    return list(results) or list(report.statements.all()[:FIRST_STATEMENTS])


def focal_points(text):
    return (
        FocalPoint.objects.filter(resolution=text)
        .select_related("role", "constituent__merged_into")
        .prefetch_related("paragraphs")
        .with_holders()
    )


@dataclass(frozen=True)
class YearOfReports:
    """What stands for one year (None: not known): full reports, and answers of one press."""

    year: int | None
    full: list[ActivityReport]
    answers: list[ActivityReport]


def activity_reports_by_year(text):
    """Give a YearOfReports for each year with accepted reports, newest first; None comes last."""
    reports = (
        ActivityReport.objects.current()
        .accepted_on(text)
        .select_related("constituent__merged_into", "constituent__kind", "repeats")
    )
    newest_first = sorted(reports, key=lambda report: report.year or 0, reverse=True)
    years = [(year, list(some)) for year, some in groupby(newest_first, lambda r: r.year)]
    return [_apart(year, some) for year, some in years]


def _apart(year, reports):
    """An answer is left out where its constituent has reported in full for the year."""
    full = [one for one in reports if not one.is_short]
    in_full = {one.reporter for one in full}
    answers = [one for one in reports if one.is_short and one.reporter not in in_full]
    return YearOfReports(year, full, sorted(answers, key=lambda one: one.kind))


def silence(text):
    """Give the open cycle's year and how many that were asked have handed nothing in, or None."""
    cycle = text.collection.cycles.open().first()
    return cycle and (cycle.year, len(silent([text], cycle)))


def statuses(text, published):
    """Give pairs of a year and its published report (None in between), oldest year first.

    The years are the cycles from the first to the last with a report on the text.
    """
    by_year = {report.year: report for report in published if report.year}
    if not by_year:
        return []
    years = ReportingCycle.objects.filter(
        collection=text.collection, year__range=(min(by_year), max(by_year))
    ).order_by("year")
    return [(year, by_year.get(year)) for year in years.values_list("year", flat=True)]


def bench_cycle(text, user):
    """Give the open cycle for which this person may write the text's account, or None."""
    if not user.is_authenticated:
        return None
    cycle = text.collection.cycles.open().first()
    account = ProgressReport.objects.in_work().filter(resolution=text, cycle=cycle).first()
    account = account or ProgressReport(resolution=text, cycle=cycle)
    return cycle if cycle and ProgressReportPolicy(user, account).is_writer else None
