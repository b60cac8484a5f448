"""Answers of one press: "same as last time", "nothing this year", "this is done"."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled
from resrec.people.models.constituent import with_merged
from resrec.reporting.models.activity_report_sets import Status
from resrec.rules import RuleBroken


class Kind(models.TextChoices):
    """What a report is: written out, or one of the answers of one press. Counted apart."""

    FULL = "full", _("full report")
    SAME = "same", _("same as last time, still going")
    NOTHING = "nothing", _("nothing this year")
    DONE = "done", _("this is done")


SAME_NEEDS_EARLIER = models.CheckConstraint(
    condition=models.Q(kind=Kind.SAME, repeats__isnull=False)
    | ~models.Q(kind=Kind.SAME) & models.Q(repeats__isnull=True),
    name="same_names_the_report_it_confirms",
    violation_error_message=_("“Same as last time” needs an earlier report."),
)


class Answering(models.Model):
    """The part of an Activity Report that says which kind of answer it is.

    `repeats` is the version that "same" confirms; its words stay there and are not copied.
    """

    kind = models.CharField(
        _("kind of answer"), max_length=7, choices=Kind, default=Kind.FULL, editable=False
    )
    repeats = models.ForeignKey(
        "self",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="repeated_by",
        verbose_name=_("report it confirms"),
    )

    class Meta:
        abstract = True

    @property
    def is_short(self):
        return self.kind != Kind.FULL

    @journalled()
    def withdraw(self, *, by):
        """Take back a short answer that waits for its verdict; it stays on record as withdrawn."""
        if not self.is_short:
            raise RuleBroken(_("Only an answer of one press can be taken back. Correct a report."))
        self._move_to(Status.WITHDRAWN, by=by)

    def take_back_waiting_answers(self, *, by):
        """Take back what its constituent answered in one press on its texts for its year, and
        nobody has judged yet: a full report says more. What somebody else enters on a
        constituent's behalf takes back nothing that it said itself."""
        if self.is_short or self.constituent_id is None:
            return
        bodies = with_merged([self.reporter.pk])
        answers = type(self).objects.submitted().short().filter(constituent__in=bodies)
        texts = {one.resolution_id for one in self.reported_texts.all()}
        for answer in answers.prefetch_related("reported_texts"):
            on = {one.resolution_id for one in answer.reported_texts.all()}
            says_less = on <= texts and answer.year == self.year
            if says_less and (answer.on_behalf or not self.on_behalf):
                answer.withdraw(by=by)

    @journalled()
    def next_answer(self, *, by):
        """Give the draft that takes this version's place; a version that waits is taken back."""
        if self.status == Status.SUBMITTED:
            self.withdraw(by=by)
        return self if self.status == Status.DRAFT else self._open_next_version(by=by)

    @journalled()
    def say(self, kind, *, by, year, repeats=None):
        """Make this draft the answer `kind` for a year, and hand it in."""
        said = {
            "kind": kind,
            "repeats": repeats,
            "period_from": date(year, 1, 1),
            "period_to": date(year, 12, 31),
        }
        type(self).objects.filter(pk=self.pk, status=Status.DRAFT).update(**said)
        for field, value in said.items():
            setattr(self, field, value)
        self.submit(by=by)
