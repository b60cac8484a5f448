"""Reports that the Secretariat enters on behalf of a constituent, and objections to them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.reporting.models.activity_report_sets import Status
from resrec.reporting.notices import objections as objection_notices
from resrec.rules import RuleBroken


class OnBehalf(models.Model):
    """The part of an Activity Report that says whether somebody else entered it."""

    on_behalf = models.BooleanField(_("entered on behalf"), default=False, editable=False)

    class Meta:
        abstract = True

    def is_still_on_behalf_of(self, by):
        """Whether it stays another's when `by` hands it in: not once its own people do."""
        own = by is not None and self.constituent_id in by.constituent_ids
        return self.on_behalf and not own

    @property
    def objection(self):
        """The Objection that stands, or None."""
        if not self.on_behalf:
            return None
        return next((one for one in self.objections.all() if one.stands), None)

    @journalled()
    def object(self, *, by, reason):
        """Say for the constituent that this report, entered on its behalf, is not its word."""
        if not self.on_behalf or self.status not in (Status.SUBMITTED, Status.ACCEPTED):
            raise RuleBroken(_("Only a report that was entered on your behalf can be objected to."))
        if not reason.strip():
            raise RuleBroken(_("Say in a sentence to what you object."))
        objection, is_new = self.objections.get_or_create(
            withdrawn_at=None, answered_at=None, defaults={"by": by, "reason": reason.strip()}
        )
        if not is_new:
            raise RuleBroken(_("There is an objection to this report already."))
        record(self, "activity_report.objected", by=by, version=self.version)
        objection_notices.objected(objection)
        return objection


class ObjectionQuerySet(models.QuerySet):
    def standing(self):
        """Neither withdrawn nor answered."""
        return self.filter(withdrawn_at=None, answered_at=None)


class Objection(models.Model):
    """A constituent's word against a report that was entered on its behalf. It stays on record."""

    report = models.ForeignKey(
        "reporting.ActivityReport", on_delete=models.CASCADE, related_name="objections"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("made"), default=timezone.now)
    reason = models.TextField(_("To what you object"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    answer = models.TextField(_("Answer of the Secretariat"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered"), null=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=models.Q(withdrawn_at=None, answered_at=None),
                name="one_standing_objection_a_report",
            )
        ]

    def __str__(self):
        return f"{self.report}: {self.reason[:60]}"

    @property
    def stands(self):
        return self.withdrawn_at is None and self.answered_at is None

    @journalled()
    def withdraw(self, *, by):
        """Take the objection back; it stays on record as withdrawn."""
        self._settle(withdrawn_at=timezone.now())
        record(self.report, "activity_report.objection_withdrawn", by=by)

    @journalled()
    def give_answer(self, *, by, words):
        """Answer it for the Secretariat: it stands no more, and the objector is told why."""
        if not words.strip():
            raise RuleBroken(_("Say what becomes of the objection."))
        self._settle(answer=words.strip(), answered_by=by, answered_at=timezone.now())
        record(self.report, "activity_report.objection_answered", by=by)
        objection_notices.answered(self)

    def _settle(self, **fields):
        if not Objection.objects.standing().filter(pk=self.pk).update(**fields):
            raise RuleBroken(_("This objection was withdrawn or answered already."))
        for name, value in fields.items():
            setattr(self, name, value)
