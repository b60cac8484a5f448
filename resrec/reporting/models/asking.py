"""Asking for reports: the rungs of a cycle's ladder, days on which nobody is asked, the record."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.facts import rows
from resrec.journal.models import Mail
from resrec.journal.recording import journalled, record
from resrec.reporting.models.cycle import ReportingCycle
from resrec.reporting.models.focal_point import FocalPoint


class Rung(models.Model):
    """A step of a ladder: so many days before (negative) or after the date, these are asked."""

    class Audience(models.TextChoices):
        LEAD = "lead", _("the lead")
        ALTERNATE = "alternate", _("the lead and the alternates")

    cycle = models.ForeignKey(
        ReportingCycle, on_delete=models.CASCADE, related_name="rungs", verbose_name=_("cycle")
    )
    days = models.SmallIntegerField(
        _("days from the date"), help_text=_("Before the date: a number below zero.")
    )
    audience = models.CharField(
        _("who is asked"), max_length=9, choices=Audience, default=Audience.LEAD
    )

    class Meta:
        ordering = ["cycle", "days"]
        verbose_name = _("reminder of a cycle")
        verbose_name_plural = _("reminders of a cycle")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "days"], name="one_rung_a_day"),
        ]

    def __str__(self):
        return f"{self.cycle} {self.days:+d}"


class QuietDay(models.Model):
    """A day on which the Secretariat reminds nobody; it moves on to the next."""

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=100, blank=True)

    class Meta:
        ordering = ["day"]
        verbose_name = _("day without reminders")
        verbose_name_plural = _("days without reminders")

    def __str__(self):
        return f"{self.day:%Y-%m-%d} {self.name}".strip()


class Reminder(models.Model):
    """A person was asked about a post on a rung, in this mail. Nobody is asked that twice."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders"
    )
    post = models.ForeignKey(FocalPoint, on_delete=models.CASCADE, related_name="reminders")
    cycle = models.ForeignKey(ReportingCycle, on_delete=models.PROTECT, related_name="reminders")
    rung = models.ForeignKey(Rung, on_delete=models.PROTECT, related_name="reminders")
    mail = models.ForeignKey(Mail, null=True, on_delete=models.SET_NULL, related_name="reminders")
    on = models.DateField(_("day"))
    at = models.DateTimeField(_("moment"), default=timezone.now)

    class Meta:
        ordering = ["-at", "pk"]
        verbose_name = _("reminder sent")
        verbose_name_plural = _("reminders sent")
        indexes = [models.Index(fields=["person", "on"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "post", "rung"], name="nobody_asked_twice")
        ]

    def __str__(self):
        return f"{self.person}: {self.post}"


def lay_ladder(cycle):
    """Give a cycle the usual rungs, from `facts/rungs.csv`, unless it has some of its own."""
    if cycle.reports_due_on and not cycle.rungs.exists():
        usual = rows(settings.BASE_DIR / "resrec/reporting/facts", "rungs")
        Rung.objects.bulk_create(
            [Rung(cycle=cycle, days=int(row["days"]), audience=row["audience"]) for row in usual],
            ignore_conflicts=True,
        )


@journalled()
def pause(cycle, *, by):
    """Remind nobody in this cycle until it is resumed; twice is once."""
    _set_paused(cycle, True, "asking.paused", by)


@journalled()
def resume(cycle, *, by):
    _set_paused(cycle, False, "asking.resumed", by)


def _set_paused(cycle, paused, verb, by):
    changed = ReportingCycle.objects.filter(pk=cycle.pk, asking_paused=not paused)
    if changed.update(asking_paused=paused):
        record(cycle, verb, by=by)
    cycle.asking_paused = paused
