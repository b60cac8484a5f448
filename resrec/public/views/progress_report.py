"""The Progress Report as everyone reads it, each sentence beside its sources."""

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from resrec.library.models import Resolution
from resrec.library.spelling import tidy
from resrec.public.text_page import statuses
from resrec.public.views.resolution import by_another_spelling
from resrec.reporting.account.changes import changes_since
from resrec.reporting.account.reading import involvement_of, parts_of, status_story
from resrec.reporting.models import ImplementationStatus, ProgressReport
from resrec.reporting.policies import ProgressReportPolicy
from resrec.web.public import public_page


@public_page
def progress_report(request, code, year):
    """The Progress Report that stands for a text and year."""
    text = Resolution.objects.for_display().filter(code=tidy(code)).first()
    if text is None:
        return by_another_spelling(request, code)
    published = ProgressReport.objects.published().for_display().filter(resolution=text)
    report = published.filter(cycle__year=year).first()
    if report is None:
        others = published.latest_first()
        context = {"text": text, "year": year, "others": others}
        return render(request, "progress_reports/none.html", context, status=404)
    return render(request, "progress_reports/page.html", reading(report, request.user))


@public_page
def progress_report_version(request, pk):
    """One version under its own address for good; one in work, to those who may see it."""
    reports = ProgressReport.objects.visible_to(request.user).for_display()
    report = get_object_or_404(reports, pk=pk)
    return render(request, "progress_reports/page.html", reading(report, request.user))


def reading(report, user):
    """Give the context of the page: the report, and how it stands among its years and versions."""
    text = report.resolution
    published = ProgressReport.objects.published().filter(resolution=text).latest_first()
    parts, before = parts_of(report), report.before
    changes = changes_since(before, report, parts, parts_of(before)) if before else []
    policy = ProgressReportPolicy(user, report)
    return {
        "report": report,
        "text": text,
        "parts": parts,
        "before": before,
        "changes": changes,
        "statement_count": sum(len(part.statements) for part in parts),
        "source_count": sum(len(s.quotations.all()) for part in parts for s in part.statements),
        "rests_on_corrected": any(
            q.is_corrected for part in parts for s in part.statements for q in s.quotations.all()
        ),
        "story": status_story(report),
        "involvement": involvement_of(report),
        "years": statuses(text, published.select_related("cycle", "implementation_status")),
        "versions": versions_of(report),
        "can_supersede": policy.can_supersede and report.cycle_id,
        "permanent_address": settings.ORIGIN + reverse("progress_report_version", args=[report.pk]),
    }


@public_page
def status_rule(request):
    """How a status of implementation is proposed, in words."""
    statuses = ImplementationStatus.objects.all()
    return render(request, "progress_reports/status_rule_page.html", {"statuses": statuses})


def versions_of(report):
    """Give the public versions of this text and year, the newest first; none without a year."""
    if not report.cycle_id:
        return []
    same = ProgressReport.objects.filter(resolution=report.resolution_id, cycle=report.cycle_id)
    return list(same.public().for_display().order_by("-version"))
