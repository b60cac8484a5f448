"""The first page: where to look, what there is, and what was published last."""

from django.db.models import Count, Max, Min, Q
from django.shortcuts import render

from resrec.analysis.overview import Overview
from resrec.library.models import Collection, Resolution
from resrec.public.shell import cycle_under_report
from resrec.reporting.models import ActivityReport, ProgressReport, ReportedText
from resrec.web.public import public_page

# What is counted of the texts of a collection.
OF_TEXTS = {
    "known": Count("pk", distinct=True),
    "titled": Count("pk", filter=Q(texts__title__gt=""), distinct=True),
    "sittings": Count("assembly", distinct=True),
    "first": Min("assembly__year_held"),
    "last": Max("assembly__year_held"),
}


@public_page
def home(request):
    dated = ProgressReport.objects.published().filter(published_at__isnull=False)
    page = {
        "under_report": under_report(),
        "holdings": holdings(),
        "latest": dated.for_display().order_by("-published_at", "-pk")[:6],
    }
    return render(request, "home/home.html", page)


def under_report():
    """Give the Overview of the Congress under report in its cycle, or None without a cycle."""
    cycle = cycle_under_report()
    return cycle and Overview(cycle.assembly, cycle)


def holdings():
    """Give the collections that have texts, each with what this site holds of it.

    Added to each: `known` (texts by code), `titled` (those with a title), `sittings`, `first` and
    `last` (years held), `activity_reports` (accepted full ones, the newest version of each) and
    `progress_reports` (published, one a text and cycle).
    """
    texts = _by_collection(Resolution.objects, "assembly", **OF_TEXTS)
    reported = ReportedText.objects.filter(
        report__in=ActivityReport.objects.current().in_full(),
        verdict=ReportedText.Verdict.ACCEPTED,
    )
    reports = _by_collection(
        reported, "resolution__assembly", activity_reports=Count("report", distinct=True)
    )
    published = ProgressReport.objects.published()
    accounts = _by_collection(published, "resolution__assembly", progress_reports=Count("pk"))
    nothing = {"activity_reports": 0, "progress_reports": 0}
    return [
        {"collection": one, **nothing, **texts[one.pk]}
        | reports.get(one.pk, {})
        | accounts.get(one.pk, {})
        for one in Collection.objects.all()
        if one.pk in texts
    ]


def _by_collection(rows, assembly, **counts):
    """Count rows by collection: {collection id: {name: number}}. `assembly` leads to it."""
    path = f"{assembly}__kind__collection"
    counted = rows.order_by().values(path).annotate(**counts)
    return {row.pop(path): row for row in counted}
