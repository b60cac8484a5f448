"""A person's look at a share of what the rule accepts, and what it found."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.reporting.models.activity_report_sets import Status
from resrec.reporting.models.trust import Trust
from resrec.reporting.notices import reports as report_notices
from resrec.rules import RuleBroken


def is_drawn(series):
    """Whether a report of this series (UUID) is held for a person's look.

    It hangs on the series and on the site's secret alone: every version and every run of the
    rule gives the same answer, and nobody can choose a series that is never drawn.
    """
    if not settings.SPOT_CHECK_ONE_IN:
        return False
    drawn = salted_hmac("resrec.spot_check", str(series), algorithm="sha256").digest()
    return int.from_bytes(drawn[:8]) % settings.SPOT_CHECK_ONE_IN == 0


class SpotCheckQuerySet(models.QuerySet):
    WAITING = Q(outcome="", report__status=Status.SUBMITTED)

    def waiting(self):
        """Reports that are held, and nobody has given a verdict on."""
        return self.filter(self.WAITING)

    def settle(self, report, *, returned, by):
        """Note what the verdict on a report that was held has found; does nothing for others."""
        outcome = SpotCheck.Outcome.RETURNED if returned else SpotCheck.Outcome.CONFIRMED
        held = self.filter(report=report, outcome="")
        if held.update(outcome=outcome, by=by, at=timezone.now()):
            record(report, "activity_report.spot_checked", by=by, outcome=outcome)


class SpotCheck(models.Model):
    """One report under the rule, looked at by a person: held before, or read after acceptance."""

    class Outcome(models.TextChoices):
        WAITING = "", _("waiting")
        CONFIRMED = "confirmed", _("confirmed")
        RETURNED = "returned", _("returned")

    report = models.OneToOneField(
        "reporting.ActivityReport", on_delete=models.PROTECT, related_name="spot_check"
    )
    trust = models.ForeignKey(Trust, on_delete=models.PROTECT, related_name="spot_checks")
    held_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(null=True)

    objects = SpotCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("spot check")
        verbose_name_plural = _("spot checks")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", at=None) | (~Q(outcome="") & Q(at__isnull=False)),
                name="a_spot_check_has_its_outcome_and_day",
            )
        ]

    def __str__(self):
        return f"{self.report}: {self.get_outcome_display()}"

    @classmethod
    @journalled()
    def hold(cls, report, trust, *, at=None):
        """Keep a report that the rule would accept for a person, and ask for the look.

        With `at` it was held in the past, and nobody is written to.
        """
        cls.objects.create(report=report, trust=trust, held_at=at or timezone.now())
        record(report, "activity_report.held", by=None, at=at, trust=trust.pk)
        if at is None:
            report_notices.held(report)


class Checked(models.Model):
    """The part of an Activity Report that a person looks at after the rule has accepted it."""

    class Meta:
        abstract = True

    @property
    def rule(self):
        """The Trust under which one of its texts was accepted without a person, or None."""
        return next((one.trust for one in self.reported_texts.all() if one.trust_id), None)

    @property
    def check_found(self):
        """What the look at it found: a SpotCheck with an outcome, or None."""
        return SpotCheck.objects.filter(report=self.pk).exclude(outcome="").first()

    @journalled()
    def confirm(self, *, by, at=None):
        """Say that the rule was right to accept it."""
        self._check(SpotCheck.Outcome.CONFIRMED, by=by, at=at)

    @journalled()
    def ask_for_correction(self, *, by, reason="", reasons=None):
        """Say that the rule was wrong: the next version opens as a draft, with the reasons.

        What was accepted stands until the correction is, as with every correction.
        """
        said = self.reasons_said(reason, reasons)
        newer = type(self).objects.filter(series=self.series, version__gt=self.version)
        if newer.exclude(status=Status.DRAFT).exists():
            raise RuleBroken(_("A correction of this report has been submitted already."))
        self._check(SpotCheck.Outcome.RETURNED, by=by)
        self.keep_reasons(said, by=by)
        draft = self.correct(by=by)
        report_notices.correction_asked(self, draft=draft)
        return draft

    def _check(self, outcome, *, by, at=None):
        # Two officers may look at once: the second finds the first's outcome.
        type(self).objects.select_for_update().get(pk=self.pk)
        if self.status != Status.ACCEPTED or not self.rule:
            raise RuleBroken(_("Only what the rule has accepted is looked at afterwards."))
        _check, is_new = SpotCheck.objects.get_or_create(
            report=self,
            defaults={
                "trust": self.rule,
                "outcome": outcome,
                "by": by,
                "at": at or timezone.now(),
            },
        )
        if not is_new:
            raise RuleBroken(_("Somebody has looked at this report already."))
        record(self, "activity_report.spot_checked", by=by, at=at, outcome=outcome)
