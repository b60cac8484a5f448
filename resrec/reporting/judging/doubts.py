"""Why a report should be read by a person before it is accepted: the one place that says so.

Accepting many at one press leaves these unticked; the rule of a period never accepts them.
"""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.reporting.models import (
    ActivityReport,
    Objection,
    Opinion,
    ReportedText,
    ReturnReason,
    SpotCheck,
)

FEW_WORDS = 12
# A return counts against the next reports of a constituent for so long.
DAYS_AFTER_RETURN = 180


def doubts_on(reports):
    """Give [(report, why it should be read before)] for a list of submitted reports; [] for no
    reason. A fixed number of queries for all."""
    found = _Found(reports)
    return [
        (report, [words for words, is_so in found.about(report) if is_so]) for report in reports
    ]


class _Found:
    """What has to be asked of the database, once for all."""

    def __init__(self, reports):
        bodies, ids = {one.constituent_id for one in reports}, [one.pk for one in reports]
        accepted = ActivityReport.objects.accepted().filter(constituent__in=bodies)
        self.known = set(accepted.values_list("constituent", flat=True))
        recent = timezone.now() - timedelta(days=DAYS_AFTER_RETURN)
        returned = ReturnReason.objects.filter(report__constituent__in=bodies, at__gte=recent)
        self.returned = set(returned.values_list("report__constituent", flat=True))
        objected = Objection.objects.standing().filter(report__in=ids)
        self.objected = set(objected.values_list("report", flat=True))
        against = Opinion.objects.against(ReportedText.Verdict.ACCEPTED)
        against = against.filter(reported__report__in=ids, reported__verdict="")
        self.against = set(against.values_list("reported__report", flat=True))
        held = SpotCheck.objects.filter(report__in=ids)
        self.held = set(held.values_list("report", flat=True))

    def about(self, report):
        """Give (reason, whether it holds) of one report, in the order in which they are shown."""
        body, key = report.reporter, report.constituent_id
        return [
            (_("the constituent is not identified"), body is None or body.is_unresolved),
            (_("the first report of this constituent"), body and key not in self.known),
            (_("a report of this constituent was returned lately"), key in self.returned),
            (_("a correction of an earlier version"), report.version > 1),
            (_("entered on behalf"), report.on_behalf),
            (_("objected to"), report.pk in self.objected),
            (_("an opinion is for returning it"), report.pk in self.against),
            (_("held for a spot check"), report.pk in self.held),
            (_("holds private passages"), bool(report.private_fields)),
            (_("holds files"), any(one.file for one in report.evidence.all())),
            (_("very short"), not report.is_short and _number_of_words(report) < FEW_WORDS),
        ]


def _number_of_words(report):
    described = [activity.description for activity in report.activities.all()]
    return len(" ".join([report.results, *described]).split())
