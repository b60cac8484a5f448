"""What is still open when an analysis is to be frozen: not counted, or soon to be amber."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from resrec.analysis.counted import accounts_in
from resrec.analysis.narratives import Narratives
from resrec.analysis.overview import Overview
from resrec.reporting.models import ProgressReport, ReportedText


@dataclass(frozen=True)
class Obstacle:
    """Something that is better settled before: what it is, and how many of them."""

    label: str
    number: int


def obstacles(assembly, cycle):
    """Give the Obstacles that there are; an officer may freeze all the same."""
    waiting = ReportedText.objects.filter(
        resolution__assembly=assembly, verdict="", report__status="submitted"
    )
    in_work = ProgressReport.objects.in_work().filter(resolution__assembly=assembly, cycle=cycle)
    resting = accounts_in(assembly, cycle).resting_on_corrected()
    overview = Overview(assembly, cycle)
    again = [one for shown in Narratives(overview).to_read_again for one in shown.moved]
    found = [
        Obstacle(_("Activity Reports that wait to be accepted"), waiting.count()),
        Obstacle(_("Progress Reports in work"), in_work.count()),
        Obstacle(overview.awaiting_account.label, overview.awaiting_account.value),
        Obstacle(_("Progress Reports that quote a report corrected since"), resting.count()),
        Obstacle(_("Sentences in which a number has moved since they were written"), len(again)),
    ]
    return [one for one in found if one.number]
