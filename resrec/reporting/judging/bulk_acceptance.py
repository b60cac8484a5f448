"""Accepting many reports at one press, with those picked out that somebody should read first."""

from dataclasses import dataclass

from resrec.reporting.judging.doubts import doubts_on
from resrec.reporting.models import ActivityReport
from resrec.reporting.policies import ActivityReportPolicy
from resrec.rules import RuleBroken


@dataclass(frozen=True)
class Waiting:
    """A report that waits for a verdict, and why it should be read before; [] for no reason."""

    report: ActivityReport
    doubts: list[str]


def waiting_for(user):
    """Give the Waiting of all reports that wait for this person, the oldest first.

    A fixed number of queries for all.
    """
    reports = ActivityReport.objects.to_judge(user).for_display().order_by("submitted_at")
    reports = [
        report
        for report in reports.prefetch_related("activities", "evidence")
        if user.pk not in report.hands
    ]
    return [Waiting(report, doubts) for report, doubts in doubts_on(reports)]


def accept_all(reports, *, by):
    """Accept each report on the texts that this person judges. Gives (number accepted, messages on
    those that were not): one that cannot be does not stop the others."""
    accepted, refused = 0, []
    for report in reports:
        texts = ActivityReportPolicy(by, report).texts_to_judge
        try:
            report.accept(by=by, texts=[one.resolution_id for one in texts])
        except RuleBroken as rule:
            refused.append(f"{report.reporter or '?'}: {rule}")
        else:
            accepted += 1
    return accepted, refused
