"""Accepting what has waited its period without objection, for constituents that are trusted."""

from collections import Counter

from django.utils import timezone

from resrec.journal.recording import journalled
from resrec.people.models.constituent import with_merged
from resrec.reporting.judging.doubts import doubts_on
from resrec.reporting.models import ActivityReport, SpotCheck, Trust
from resrec.reporting.models.spot_check import is_drawn
from resrec.rules import RuleBroken


def accept_waiting():
    """Take one step on each report whose period is over. Gives how often each was taken:
    "accepted", "held" for a spot check, "doubted" and left to a person.

    Each report is a transaction of its own, and what is done is not done again: it can be stopped
    anywhere and run at any time.
    """
    return Counter(_step(pk) for pk in [report.pk for report, _trust in due()])


def due():
    """Give (report, Trust) of each submitted report whose period is over today, oldest first."""
    today = timezone.localdate()
    found = under_trust(ActivityReport.objects.submitted().order_by("submitted_at", "pk"))
    return [(report, trust) for report, trust in found if trust.accepts_on(report) <= today]


def accepted_on(report):
    """Give the day on which the rule accepts a submitted report if nobody speaks against it; None
    where there is no rule for it, or where it has to be read by a person as it stands."""
    found = under_trust(ActivityReport.objects.submitted().filter(pk=report.pk))
    if not found or _must_be_read(report):
        return None
    return found[0][1].accepts_on(report)


def under_trust(reports):
    """Give (report, the Trust of its constituent in force today) of those that have one.

    `reports` is a queryset; what an import brought in is judged by no rule. The body that a
    constituent was merged into counts.
    """
    standing = {one.constituent_id: one for one in Trust.objects.in_force()}
    if not standing:
        return []
    people_s = reports.filter(origin=ActivityReport.Origin.PERSON, submitted_at__isnull=False)
    found = people_s.filter(constituent__in=with_merged(standing)).select_related(
        "constituent__merged_into"
    )
    return [(one, standing[one.reporter.pk]) for one in found if one.reporter.pk in standing]


@journalled()
def _step(pk):
    """Look again, with the report held: a verdict, an opinion or a new rule may have come."""
    ActivityReport.objects.select_for_update().get(pk=pk)
    again = under_trust(ActivityReport.objects.submitted().filter(pk=pk))
    for report, trust in again:
        if trust.accepts_on(report) <= timezone.localdate():
            return _judge(report, trust)
    return "gone"


def _judge(report, trust):
    if _must_be_read(report):
        return "doubted"
    if is_drawn(report.series):
        SpotCheck.hold(report, trust)
        return "held"
    try:
        report.accept(by=None, trust=trust)
    except RuleBroken:
        return "doubted"
    return "accepted"


def _must_be_read(report):
    ((_report, doubts),) = doubts_on([report])
    texts = report.reported_texts.all()
    return bool(doubts) or any(one.verdict == one.Verdict.RETURNED for one in texts)
