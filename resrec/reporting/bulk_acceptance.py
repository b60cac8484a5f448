"""Accepting many reports at one press, with those picked out that somebody should read first."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from resrec.reporting.models import ActivityReport, Objection
from resrec.reporting.policies import ActivityReportPolicy
from resrec.rules import RuleBroken

FEW_WORDS = 12


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
    reports = list(reports.prefetch_related("activities", "evidence"))
    known = _have_reported(reports)
    objected = set(Objection.objects.standing().values_list("report", flat=True))
    return [Waiting(one, list(_doubts(one, known, one.pk in objected))) for one in reports]


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


def _have_reported(reports):
    """The ids of those of their constituents of whom a report has been accepted before."""
    accepted = ActivityReport.objects.accepted()
    bodies = {one.constituent_id for one in reports}
    return set(accepted.filter(constituent__in=bodies).values_list("constituent", flat=True))


def _doubts(report, known, is_objected_to):
    body = report.reporter
    doubts = {
        _("the constituent is not identified"): body is None or body.is_unresolved,
        _("the first report of this constituent"): body and report.constituent_id not in known,
        _("a correction of an earlier version"): report.version > 1,
        _("entered on behalf"): report.on_behalf,
        _("objected to"): is_objected_to,
        _("holds private passages"): bool(report.private_fields),
        _("holds files"): any(one.file for one in report.evidence.all()),
        _("very short"): not report.is_short and _number_of_words(report) < FEW_WORDS,
    }
    return (words for words, is_so in doubts.items() if is_so)


def _number_of_words(report):
    described = [activity.description for activity in report.activities.all()]
    return len(" ".join([report.results, *described]).split())
