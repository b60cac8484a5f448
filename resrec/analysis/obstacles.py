"""What is still open when an analysis is to be frozen: it would not be counted."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from resrec.analysis.overview import Overview
from resrec.reporting.models import ProgressReport, ReportedText


@dataclass(frozen=True)
class Obstacle:
    """Something that would not be counted: what it is, and how many of them."""

    label: str
    number: int


def obstacles(assembly, cycle):
    """Give the Obstacles that there are; an officer may freeze all the same."""
    waiting = ReportedText.objects.filter(
        resolution__assembly=assembly, verdict="", report__status="submitted"
    )
    in_work = ProgressReport.objects.in_work().filter(resolution__assembly=assembly, cycle=cycle)
    overview = Overview(assembly, cycle)
    found = [
        Obstacle(_("Activity Reports that wait to be accepted"), waiting.count()),
        Obstacle(_("Progress Reports in work"), in_work.count()),
        Obstacle(overview.awaiting_account.label, overview.awaiting_account.value),
    ]
    return [one for one in found if one.number]
