"""People who were invited to write in a draft with those whose report it is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.people.models import User
from resrec.reporting.models.activity_report_sets import Status
from resrec.reporting.notices import co_writers as co_writer_notices
from resrec.rules import RuleBroken

MOST = 20  # in one draft


class CoWriterQuerySet(models.QuerySet):
    def open(self):
        """Who is invited or has accepted, and has neither left nor been shut out."""
        return self.filter(ended_at=None)

    def writing(self):
        """Who has accepted, and may write."""
        return self.open().exclude(accepted_at=None)

    def on(self, report):
        """Of this report, whichever version they were invited to."""
        return self.filter(report__series=report.series)

    def series_of(self, user):
        """The `series` of the reports in which this person writes as somebody invited."""
        return self.writing().filter(person=user).values("report__series")


class CoWriter(models.Model):
    """A person invited to a draft: one writes in it, and in its next versions' drafts, from one's
    acceptance until one leaves or the invitation is withdrawn. One never hands it in.
    """

    report = models.ForeignKey(
        "reporting.ActivityReport", on_delete=models.CASCADE, related_name="co_writers"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="co_writing"
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar[models.Manager] = CoWriterQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list] = ["invited_at", "pk"]
        verbose_name = _("person invited to a draft")
        verbose_name_plural = _("people invited to drafts")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["report", "person"],
                condition=Q(ended_at=None),
                name="one_open_invitation_a_draft_and_person",
            )
        ]

    def __str__(self):
        """By name once they have accepted: before, nobody is told whose an address is."""
        return str(self.person) if self.accepted_at else self.person.email

    @classmethod
    @journalled()
    def invite(cls, report, email, *, by, language="en"):
        """Invite whoever has this address, who becomes a person by being invited; give it."""
        if report.status != Status.DRAFT:
            raise RuleBroken(_("This report had been submitted already."))
        person = User.objects.known_by(email, by=by, language=language)
        if report.constituent_id in person.constituent_ids:
            raise RuleBroken(_("They work for your constituent, and find the draft on their desk."))
        there = cls.objects.open().on(report)
        if there.filter(person=person).exists():
            raise RuleBroken(_("They are invited already."))
        if there.count() >= MOST:
            raise RuleBroken(_("Twenty people are invited: that is as many as a draft can have."))
        co_writer = cls.objects.create(report=report, person=person, invited_by=by)
        record(co_writer, "co_writer.invited", by=by, report=report.pk)
        co_writer_notices.invited(co_writer)
        return co_writer

    @journalled()
    def accept(self, *, by):
        """Begin to write; who invited is told."""
        self._move(CoWriter.objects.open().filter(accepted_at=None), "accepted_at")
        record(self, "co_writer.accepted", by=by, report=self.report_id)
        co_writer_notices.accepted(self)

    @journalled()
    def end(self, *, by):
        """Leave or decline, or be shut out by the report's own people, who may invite again."""
        self._move(CoWriter.objects.open(), "ended_at")
        step = "left" if by == self.person else "withdrawn"
        record(self, f"co_writer.{step}", by=by, report=self.report_id)
        co_writer_notices.close_links(self)

    def _move(self, open_ones, column):
        """Note the moment; of two answers only one still finds the row."""
        now = timezone.now()
        if not open_ones.filter(pk=self.pk).update(**{column: now}):
            raise RuleBroken(_("This invitation has been answered or withdrawn."))
        setattr(self, column, now)

    @classmethod
    def follow(cls, report, draft):
        """Take those who write in `report` over to a draft of another series made of it."""
        for one in cls.objects.writing().on(report):
            cls.objects.create(
                report=draft,
                person_id=one.person_id,
                invited_by_id=one.invited_by_id,
                invited_at=one.invited_at,
                accepted_at=one.accepted_at,
            )
