"""Activity Reports: what a constituent says it did for one or more texts."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models import GeographicScope, Resolution
from resrec.people.models import Constituent, Country
from resrec.reporting.models.activity_report_sets import ActivityReportQuerySet, Status, year_of
from resrec.reporting.models.involvement import Involvement
from resrec.reporting.models.judging import Judging
from resrec.reporting.models.objection import OnBehalf
from resrec.reporting.models.passages import passages_of
from resrec.reporting.models.short_answer import SAME_NEEDS_EARLIER, Answering, Kind
from resrec.reporting.models.spot_check import Checked
from resrec.reporting.notices import reports as report_notices
from resrec.rules import RuleBroken

MOVES = {
    Status.DRAFT: {Status.SUBMITTED},
    Status.SUBMITTED: {Status.RETURNED, Status.ACCEPTED, Status.WITHDRAWN},
    Status.RETURNED: set(),  # its words stay; the next version opens as a draft
    Status.ACCEPTED: set(),  # a correction is a new version
    Status.WITHDRAWN: set(),  # only answers of one press are taken back
}


class ActivityReport(Judging, Checked, OnBehalf, Answering, Involvement):
    """One version of a report. Versions of one report share `series`; submitted is frozen.

    `private_fields` holds addresses of passages that are never public nor quoted; the contact
    person is never public either.
    """

    class Origin(models.TextChoices):
        PERSON = "person", _("entered by a person")
        IMPORT = "import", _("imported from the earlier platform")

    series = models.UUIDField(_("series"), default=uuid.uuid4, editable=False)
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
    constituent = models.ForeignKey(
        Constituent,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activity_reports",
        verbose_name=_("Constituent"),
    )
    constituent_term = models.CharField(_("term"), max_length=9, blank=True)
    language = models.CharField(
        _("Language of this report"), max_length=2, choices=settings.LANGUAGES, default="en"
    )
    period_from = models.DateField(_("From"), null=True, blank=True)
    period_to = models.DateField(_("To"), null=True, blank=True)
    scopes = models.ManyToManyField(
        GeographicScope, blank=True, related_name="reports", verbose_name=_("Geographic scope")
    )
    countries = models.ManyToManyField(
        Country, blank=True, related_name="reports", verbose_name=_("Countries and territories")
    )
    results = models.TextField(_("Results and achievements"), blank=True)
    challenges = models.TextField(_("Challenges"), blank=True)
    measures = models.TextField(_("What was done about them"), blank=True)
    private_fields = models.JSONField(_("private passages"), default=list, blank=True)
    contact_name = models.CharField(_("Contact person"), max_length=200, blank=True)
    contact_email = models.EmailField(_("Their e-mail address"), blank=True)
    origin = models.CharField(
        _("origin"), max_length=6, choices=Origin, default=Origin.PERSON, editable=False
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="entered_reports",
        verbose_name=_("entered by"),
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    is_demonstration = models.BooleanField(_("demonstration"), default=False, editable=False)
    revision = models.PositiveIntegerField(_("revision"), default=0, editable=False)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now, editable=False)
    # Who wrote what last while it is a draft: [person's id, moment, page] by place in the form.
    touched = models.JSONField(default=dict, blank=True, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    resolutions = models.ManyToManyField(
        Resolution, through="ReportedText", related_name="activity_reports", verbose_name=_("texts")
    )

    objects = ActivityReportQuerySet.as_manager()

    class Meta:
        ordering = [models.F("submitted_at").desc(nulls_last=True), "-pk"]
        verbose_name = _("Activity Report")
        verbose_name_plural = _("Activity Reports")
        indexes = [models.Index(fields=["series", "status", "version"])]
        constraints = [
            SAME_NEEDS_EARLIER,
            models.UniqueConstraint(fields=["series", "version"], name="one_report_a_version"),
            models.CheckConstraint(
                condition=Q(period_from__isnull=True)
                | Q(period_to__isnull=True)
                | Q(period_from__lte=models.F("period_to")),
                name="report_period_ends_after_it_begins",
                violation_error_message=_("The period ends before it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.constituent or '?'} ({self.pk}, {self.version})"

    def get_absolute_url(self):
        return reverse("activity_report", args=[self.pk])

    @classmethod
    @journalled()
    def begin(cls, *, by, constituent, resolution, language, series=None, **known):
        """Open the draft of a new report and give it. A page sent twice with one `series` (UUID)
        gives one draft. `known` are columns that nobody has to be asked for (see `beginning`).
        """
        report, is_new = cls.objects.get_or_create(
            series=series or uuid.uuid4(),
            version=1,
            defaults={
                "constituent": constituent,
                "language": language,
                "entered_by": by,
                "on_behalf": constituent.pk not in by.constituent_ids,
                "is_demonstration": by.is_demonstration or resolution.is_demonstration,
                **known,
            },
        )
        if is_new:
            report.reported_texts.create(resolution=resolution)
            record(report, "activity_report.opened", by=by, version=1)
        return report

    @property
    def reporter(self):
        """The constituent as it stands after merges, or None when a page did not say."""
        return self.constituent and self.constituent.current

    @property
    def year(self):
        """The year it counts for: that of the period's end, else of its submission; or None."""
        return year_of(self.period_to, self.period_from, self.submitted_at)

    @property
    def stands_alone(self):
        """A first version on which the verdict is open: nothing replaces it or rests on it yet."""
        return self.version == 1 and self.status in (Status.DRAFT, Status.SUBMITTED)

    @cached_property
    def newer_accepted(self):
        """The accepted correction of this version, the newest one; or None."""
        if self.stands_alone:
            return None
        newer = ActivityReport.objects.accepted().filter(series=self.series)
        return newer.filter(version__gt=self.version).order_by("-version").first()

    @property
    def accepted_at(self):
        """When the last of its texts' verdicts was given; None when nobody knows."""
        return self.reported_texts.aggregate(at=models.Max("decided_at"))["at"]

    def passages(self, *, public=True):
        """Give the report's Passages in the form's order, leaving out empty ones.

        With `public`, what is private is left out too.
        """
        passages = passages_of(self)
        return [p for p in passages if not (public and p.is_private)]

    def passage(self, field, *, public=True):
        """Give the Passage at this address, or None."""
        return next((p for p in self.passages(public=public) if p.field == field), None)

    @property
    def says_what_was_done(self):
        return bool(self.results.strip()) or any(
            a.description.strip() for a in self.activities.all()
        )

    def missing(self):
        """What has still to be said before it can be submitted: messages by form field.

        An imported page is as it is; only its text has to be known.
        """
        lacks = {"text": (_("Say on which text you report."), not self.reported_texts.exists())}
        if self.origin == self.Origin.PERSON:
            lacks |= {
                "constituent": (
                    _("Say for which constituent you report."),
                    not self.constituent_id,
                ),
                "period_from": (_("Say when the period begins."), not self.period_from),
                "period_to": (_("Say when the period ends."), not self.period_to),
                "results": (
                    _("Say what was done: describe an activity or its results."),
                    self.kind == Kind.FULL and not self.says_what_was_done,
                ),
            }
        return {field: message for field, (message, is_so) in lacks.items() if is_so}

    @journalled()
    def submit(self, *, by, at=None):
        """Hand the report to the focal points of its texts; its words are frozen from then on."""
        if missing := self.missing():
            raise RuleBroken(list(missing.values()))
        handed_in = {"submitted_at": at or self._now(), "submitted_by": by}
        handed_in["on_behalf"] = self.is_still_on_behalf_of(by)
        self._move_to(Status.SUBMITTED, by=by, at=at, **handed_in)
        if self._is_news(at):
            self.take_back_waiting_answers(by=by)
            report_notices.submitted(self, by=by)

    @journalled()
    def correct(self, *, by, at=None):
        """Open the next version of a report that was judged, or give the draft that is open."""
        if self.status not in (Status.ACCEPTED, Status.RETURNED):
            raise RuleBroken(_("Only a report that was accepted or returned can be corrected."))
        newest = ActivityReport.objects.filter(series=self.series).order_by("-version").first()
        if newest.status == Status.DRAFT:
            return newest
        if newest.status == Status.SUBMITTED:
            raise RuleBroken(_("A correction of this report has been submitted already."))
        return newest._open_next_version(by=by, at=at)

    @journalled()
    def discard(self, *, by):
        """Delete a draft for good. What was handed in stays."""
        if self.status != Status.DRAFT:
            raise RuleBroken(_("A report that was submitted cannot be deleted."))
        from resrec.reporting.draft.evidence_files import forget

        record(self, "activity_report.discarded", by=by, version=self.version)
        forget(list(self.evidence.exclude(file="").values_list("file", flat=True)))
        self.delete()

    def _now(self):
        """This moment; of an imported page nobody knows when it was handed in and judged."""
        return None if self.origin == self.Origin.IMPORT else timezone.now()

    def _is_news(self, at):
        """Whether people are told: not of what is dated back, nor of imported pages."""
        return at is None and self.origin == self.Origin.PERSON

    def _open_next_version(self, *, by, at=None):
        from resrec.reporting.draft.next_version import copy_of

        draft = copy_of(self, by=by)
        record(
            draft, "activity_report.opened", by=by, at=at, version=draft.version, replaces=self.pk
        )
        return draft

    @journalled()
    def _move_to(self, status, *, by, at=None, **fields):
        if status not in MOVES[self.status]:
            raise RuleBroken(_("That step is not open to this report."))
        # Filtering on the status we read makes a double click harmless: of two
        # concurrent moves only one still finds the row.
        found = ActivityReport.objects.filter(pk=self.pk, status=self.status)
        if not found.update(status=status, **fields):
            raise RuleBroken(_("Someone else has just changed this report."))
        self.status = status
        for field, value in fields.items():
            setattr(self, field, value)
        record(self, f"activity_report.{status}", by=by, at=at, version=self.version)
