"""Progress Reports: the year's account of one text, made of statements that show their sources."""

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models import Resolution
from resrec.reporting.models.cycle import ReportingCycle
from resrec.reporting.models.focal_point import resolutions_held_by
from resrec.reporting.models.involvement import Answer, Involvement
from resrec.reporting.models.progress_report_sets import (
    IN_WORK,
    ProgressReportQuerySet,
    Status,
)
from resrec.reporting.models.vocabularies import ActivityKind, ImplementationStatus
from resrec.reporting.notices import progress as progress_notices
from resrec.rules import RuleBroken

MOVES = {
    Status.DRAFT: {Status.PROPOSED},
    Status.PROPOSED: {Status.DRAFT, Status.PUBLISHED},
    Status.PUBLISHED: {Status.SUPERSEDED},  # never edited
    Status.SUPERSEDED: set(),  # keeps its address
}


class ProgressReport(Involvement):
    """One version of the account of a text in a cycle. Published is superseded, never edited.

    The cycle is empty on an imported page that does not tell its year; `published_at` is empty
    where nobody knows the day.
    """

    class Origin(models.TextChoices):
        PERSON = "person", _("written here")
        IMPORT = "import", _("imported from the earlier platform")

    resolution = models.ForeignKey(
        Resolution,
        on_delete=models.PROTECT,
        related_name="progress_reports",
        verbose_name=_("text"),
    )
    cycle = models.ForeignKey(
        ReportingCycle,
        null=True,
        on_delete=models.PROTECT,
        related_name="progress_reports",
        verbose_name=_("reporting cycle"),
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    replaces = models.OneToOneField(
        "self",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="replaced_by",
        verbose_name=_("version it replaces"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    language = models.CharField(
        _("Language of this report"), max_length=2, choices=settings.LANGUAGES, default="en"
    )
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="progress_reports",
        verbose_name=_("Writer"),
    )
    activity_kinds = models.ManyToManyField(
        ActivityKind,
        blank=True,
        related_name="progress_reports",
        verbose_name=_("Kinds of activities carried out"),
    )
    planned = models.CharField(
        _("Are the future activities planned?"), max_length=10, choices=Answer, blank=True
    )
    implementation_status = models.ForeignKey(
        ImplementationStatus,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="progress_reports",
        verbose_name=_("Status of implementation"),
    )
    status_reason = models.TextField(_("Reason for the status"), blank=True)
    notice = models.TextField(_("What this version changes"), blank=True)
    origin = models.CharField(
        _("origin"), max_length=6, choices=Origin, default=Origin.PERSON, editable=False
    )
    is_demonstration = models.BooleanField(_("demonstration"), default=False, editable=False)
    revision = models.PositiveIntegerField(_("revision"), default=0, editable=False)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("published by"),
    )

    objects = ProgressReportQuerySet.as_manager()

    class Meta:
        ordering = ["resolution", "-cycle__year", "-version"]
        verbose_name = _("Progress Report")
        verbose_name_plural = _("Progress Reports")
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "cycle"],
                condition=Q(status=Status.PUBLISHED),
                name="one_published_report_a_text_and_cycle",
            ),
            models.UniqueConstraint(
                fields=["resolution", "cycle"],
                condition=Q(status__in=[Status.DRAFT, Status.PROPOSED]),
                name="one_report_in_work_a_text_and_cycle",
            ),
            models.UniqueConstraint(
                fields=["resolution", "cycle", "version"], name="one_progress_report_a_version"
            ),
        ]

    def __str__(self):
        return f"{self.resolution}, {self.cycle or '?'} ({self.version})"

    def get_absolute_url(self):
        """The address of the text and year when it stands, of this very version otherwise."""
        if self.status == Status.PUBLISHED and self.cycle_id:
            return reverse("progress_report", args=[self.resolution.code, self.cycle.year])
        return reverse("progress_report_version", args=[self.pk])

    @property
    def is_in_work(self):
        return self.status in IN_WORK

    @property
    def year(self):
        return self.cycle.year if self.cycle else None

    @cached_property
    def before(self):
        """The published report on this text of the nearest earlier cycle, or None."""
        if not self.cycle_id:
            return None
        earlier = ProgressReport.objects.published().filter(
            resolution=self.resolution_id, cycle__year__lt=self.cycle.year
        )
        return earlier.select_related("cycle", "implementation_status").latest_first().first()

    @property
    def status_has_moved(self):
        """Whether a status is given that differs from the one before, where that was stated."""
        before = self.before
        was = before and before.implementation_status_id
        return bool(was and self.implementation_status_id and was != self.implementation_status_id)

    def touch(self, *, at=None):
        """Note that the draft is being changed, and hold its row until the transaction ends.

        Every change to a draft begins here: nobody can propose it half-way.
        """
        now = at or timezone.now()
        found = ProgressReport.objects.filter(pk=self.pk, status=Status.DRAFT)
        if not found.update(saved_at=now):
            raise RuleBroken(_("This Progress Report is not a draft any more."))
        self.saved_at = now

    @transaction.atomic
    def keep(self, answers, *, read):
        """Save the answers of a draft.

        `answers` maps fields to values, `activity_kinds` to terms and `partners` to unsaved
        ProgressPartners; `read` is the revision that the writer had before them. Raises
        RuleBroken when someone has saved since.
        """
        self.touch()
        words = dict(answers)
        kinds, partners = words.pop("activity_kinds"), words.pop("partners")
        found = ProgressReport.objects.filter(pk=self.pk, revision=read)
        if not found.update(revision=read + 1, **words):
            raise RuleBroken(_("Someone else has saved these answers since you opened them."))
        self.activity_kinds.set(kinds)
        self.partners.all().delete()
        for position, partner in enumerate(partners):
            partner.report, partner.position = self, position
            partner.save()
        self.refresh_from_db()

    @journalled()
    def give(self, person, *, by):
        """Give the writing to a focal point of the text."""
        if not resolutions_held_by(person).filter(pk=self.resolution_id).exists():
            raise RuleBroken(_("Only a focal point of this text can write its Progress Report."))
        self.touch()
        ProgressReport.objects.filter(pk=self.pk).update(writer=person)
        self.writer = person
        record(self, "progress_report.given", by=by, personal={"writer": person.pk})

    @journalled()
    def propose(self, *, by, at=None):
        """Hand the account to the Secretariat's officers for publication."""
        self.touch(at=at)
        if self.origin == self.Origin.PERSON and (obstacles := self.obstacles()):
            raise RuleBroken(obstacles)
        self._move_to(Status.PROPOSED, by=by, at=at)
        if self._is_news(at):
            progress_notices.proposed(self, by=by)

    def obstacles(self):
        """What stands in the way of publication, as messages; all else is a warning at most."""
        statements = self.statements.for_display()
        bare = any(statement.lacks_source for statement in statements)
        suggested = any(statement.is_suggested for statement in statements)
        withdrawn = any(statement.quotes_withdrawn for statement in statements)
        moved, unsaid = self.lacks_reason, self.lacks_notice
        stands = {
            _("There is nothing to publish yet: the account has no statement."): not statements,
            _("A statement has no source. Give it one, or mark it as your own knowledge."): bare,
            _("A statement is only suggested. Keep it or remove it."): suggested,
            _("A statement quotes words that have been made private since."): withdrawn,
            _("The status differs from last year’s. Say in a sentence why it has moved."): moved,
            _("Say what this version changes, for readers of the one it replaces."): unsaid,
        }
        return [message for message, is_so in stands.items() if is_so]

    @property
    def lacks_reason(self):
        return self.status_has_moved and not self.status_reason.strip()

    @property
    def lacks_notice(self):
        return bool(self.replaces_id) and not self.notice.strip()

    @journalled()
    def send_back(self, *, by, reason):
        """Give the account back to its writer."""
        if not reason.strip():
            raise RuleBroken(_("Say what should be changed, so that the writer can act on it."))
        self._move_to(Status.DRAFT, by=by, note=reason.strip())
        progress_notices.sent_back(self, reason=reason.strip())

    @journalled()
    def publish(self, *, by, at=None):
        """Make the account public. What stood for this text and cycle is superseded, and so is the
        one it replaces: an imported one may have stood without a cycle."""
        of_this_cycle = Q(resolution=self.resolution_id, cycle=self.cycle_id, cycle__isnull=False)
        stands = ProgressReport.objects.published().filter(of_this_cycle | Q(pk=self.replaces_id))
        for older in stands:
            older._move_to(Status.SUPERSEDED, by=by, at=at)
        self.steps.all().delete()  # nothing is taken back from here on
        when = at or (None if self.origin == self.Origin.IMPORT else timezone.now())
        self._move_to(Status.PUBLISHED, by=by, at=at, published_at=when, published_by=by)
        if self._is_news(at):
            progress_notices.published(self)

    def _is_news(self, at):
        """Whether people are told: not of what is dated back, nor of imported pages."""
        return at is None and self.origin == self.Origin.PERSON

    @journalled()
    def open_next_version(self, *, by):
        """Open the draft that is to replace this account, or give the one in work."""
        from resrec.reporting.draft.next_version import account_after

        if self.status != Status.PUBLISHED or not self.cycle_id:
            raise RuleBroken(_("Only the Progress Report that stands can be replaced."))
        try:
            with transaction.atomic():
                draft = account_after(self)
        except IntegrityError:  # one in work a text and cycle: somebody was quicker
            return ProgressReport.objects.in_work().get(
                resolution=self.resolution_id, cycle=self.cycle_id
            )
        record(draft, "progress_report.opened", by=by, version=draft.version, replaces=self.pk)
        return draft

    @journalled()
    def _move_to(self, status, *, by, at=None, note="", **fields):
        if status not in MOVES[self.status]:
            raise RuleBroken(_("That step is not open to this Progress Report."))
        found = ProgressReport.objects.filter(pk=self.pk, status=self.status)
        if not found.update(status=status, **fields):
            raise RuleBroken(_("Someone else has just changed this Progress Report."))
        self.status = status
        for field, value in fields.items():
            setattr(self, field, value)
        record(self, f"progress_report.{status}", by=by, at=at, version=self.version, note=note)
