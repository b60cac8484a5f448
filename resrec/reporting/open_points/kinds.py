"""The kinds of open points of a cycle, in the order in which they block its yearly analysis.

Each is found for all texts at once, in a fixed number of queries.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _, ngettext

from resrec.library.models import Resolution
from resrec.people.models import Constituent
from resrec.reporting.account.synthesis import sources_by_text
from resrec.reporting.models import ActivityReport, ProgressReport, ReportedText
from resrec.reporting.models.activity_report import Status as ReportStatus
from resrec.reporting.models.progress_report import Status

# A proposal that has waited longer for its signature is overdue.
DAYS_TO_SIGN_OFF = 14


@dataclass
class OpenPoint:
    """One thing to be done. `key` is the same every day; `since` is when it began, if known."""

    key: str
    url: str
    texts: list[Resolution]
    about: str = ""
    since: date | None = None
    is_overdue: bool = False
    officers: list = field(default_factory=list)
    set_aside: object = None

    @property
    def days(self):
        """For how many days it has been open; None when nobody knows."""
        return (timezone.localdate() - self.since).days if self.since else None


@dataclass(frozen=True)
class Kind:
    """A kind of open point: what it is called, why it blocks, and how to find all of a cycle."""

    code: str
    label: str | Promise
    why: str | Promise
    find: Callable


def to_accept(cycle):
    reports = ActivityReport.objects.submitted().for_display().order_by("submitted_at")
    on_assembly = ReportedText.objects.filter(resolution__assembly=cycle.assembly_id)
    for report in reports.filter(pk__in=on_assembly.values("report")):
        texts = [reported.resolution for reported in report.reported_texts.all()]
        day = report.submitted_at and timezone.localdate(report.submitted_at)
        yield OpenPoint(
            f"to_accept:{report.pk}", report.get_absolute_url(), texts, str(report.reporter), day
        )


def to_sign_off(cycle):
    for account in _accounts(cycle, Status.PROPOSED):
        point = _point_of("to_sign_off", account)
        point.is_overdue = point.days is not None and point.days > DAYS_TO_SIGN_OFF
        yield point


def corrected(cycle):
    for account in _accounts(cycle, Status.PUBLISHED).resting_on_corrected():
        yield _point_of("corrected", account)


def to_begin(cycle):
    begun = ProgressReport.objects.filter(cycle=cycle).values("resolution")
    texts = _texts(cycle).exclude(pk__in=begun)
    found = sources_by_text([text.pk for text in texts], cycle.year)
    for text in texts:
        if number := len(found[text.pk].due):
            words = ngettext("%(number)d accepted report", "%(number)d accepted reports", number)
            yield _on_text("to_begin", text, _bench(text, cycle), words % {"number": number})


def in_work(cycle):
    for account in _accounts(cycle, Status.DRAFT):
        yield _point_of("in_work", account)


def without_sources(cycle):
    """Texts on which nothing was handed in for the cycle's year, whatever became of it."""
    said = (
        ReportedText.objects.filter(
            report__period_to__year__gte=cycle.year, report__submitted_at__isnull=False
        )
        .exclude(report__status=ReportStatus.WITHDRAWN)
        .exclude(report__status="withdrawn")
    )
    told = ProgressReport.objects.filter(cycle=cycle).values("resolution")
    for text in _texts(cycle).exclude(pk__in=said.values("resolution")).exclude(pk__in=told):
        yield _on_text("without_sources", text, text.get_absolute_url())


def vacant(cycle):
    for text in cycle.texts_without_lead().for_display():
        yield _on_text("vacant", text, reverse("focal_points", args=[text.assembly.code]))


def unresolved(cycle):
    """Names from imports that reports on these texts bear as their constituent."""
    reports = ActivityReport.objects.filter(resolutions__assembly=cycle.assembly_id)
    bodies = Constituent.objects.unresolved().filter(activity_reports__in=reports)
    for body in bodies.distinct():
        url = reverse("admin:people_constituent_change", args=[body.pk])
        yield OpenPoint(f"unresolved:{body.pk}", url, [], body.name)


KINDS = [
    Kind(
        "to_accept",
        _("Reports to accept"),
        _("Nothing may be quoted of them before."),
        to_accept,
    ),
    Kind(
        "to_sign_off",
        _("Progress Reports to sign off"),
        _("They are written, and readers cannot see them yet."),
        to_sign_off,
    ),
    Kind(
        "corrected",
        _("Published, and a source was corrected"),
        _("Readers are shown words that their author has changed."),
        corrected,
    ),
    Kind(
        "to_begin",
        _("Texts ready to synthesise"),
        _("Their reports are accepted; nobody has begun."),
        to_begin,
    ),
    Kind(
        "in_work",
        _("Progress Reports in work"),
        _("Begun, and not proposed yet."),
        in_work,
    ),
    Kind(
        "without_sources",
        _("Texts without sources"),
        _("Nobody has reported on them for this year."),
        without_sources,
    ),
    Kind(
        "vacant",
        _("Texts without a lead"),
        _("Nobody in the Secretariat answers for them."),
        vacant,
    ),
    Kind(
        "unresolved",
        _("Names not identified"),
        _("Their reports are counted for nobody."),
        unresolved,
    ),
]
BY_CODE = {kind.code: kind for kind in KINDS}


def _texts(cycle):
    return Resolution.objects.in_force().filter(assembly=cycle.assembly_id).for_display()


def _accounts(cycle, status):
    accounts = ProgressReport.objects.for_display().filter(cycle=cycle, status=status)
    return accounts.select_related("writer").order_by("saved_at")


def _point_of(kind, account):
    """The open point of a Progress Report, since it was last saved."""
    return OpenPoint(
        f"{kind}:{account.pk}",
        _bench(account.resolution, account.cycle),
        [account.resolution],
        str(account.writer or ""),
        timezone.localdate(account.saved_at),
    )


def _on_text(kind, text, url, about=""):
    return OpenPoint(f"{kind}:{text.pk}", url, [text], about)


def _bench(text, cycle):
    return reverse("progress_bench", args=[text.code, cycle.year])
