"""Reporting cycles: the years for which Progress Reports are made."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.library.models import Assembly, Collection, Resolution
from resrec.reporting.models.focal_point import LEAD, Holder, resolutions_held_by
from resrec.reporting.models.reported_text import ReportedText
from resrec.rules import RuleBroken


class ReportingCycleQuerySet(models.QuerySet):
    def open(self, on=None):
        """Cycles in which Progress Reports are being written on a day (today)."""
        on = on or timezone.localdate()
        over = models.Q(closes_on__isnull=False, closes_on__lt=on)
        return self.filter(opens_on__lte=on).exclude(over)


class ReportingCycle(models.Model):
    """One year of a collection. `assembly` is the Congress under report: a Secretariat setting.

    Days that nobody knows are empty; a cycle without an opening day is a past one.
    """

    collection = models.ForeignKey(
        Collection, on_delete=models.PROTECT, related_name="cycles", verbose_name=_("collection")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    assembly = models.ForeignKey(
        Assembly,
        on_delete=models.PROTECT,
        related_name="cycles",
        verbose_name=_("Congress under report"),
    )
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    reports_due_on = models.DateField(
        _("reports are due on"),
        null=True,
        blank=True,
        help_text=_("Reminders are counted from this day; without it nobody is reminded."),
    )
    asking_paused = models.BooleanField(_("reminders are paused"), default=False, editable=False)

    objects = ReportingCycleQuerySet.as_manager()

    class Meta:
        ordering = ["-year"]
        verbose_name = _("reporting cycle")
        verbose_name_plural = _("reporting cycles")
        constraints = [
            models.UniqueConstraint(fields=["collection", "year"], name="one_cycle_a_year")
        ]

    def __str__(self):
        return str(self.year)

    def clean(self):
        """The Congress under report is one of the cycle's own collection."""
        if self.assembly_id and self.collection_id and self.assembly.collection != self.collection:
            raise RuleBroken(_("This assembly belongs to another collection."))

    @property
    def is_open(self):
        today = timezone.localdate()
        begun = self.opens_on is not None and self.opens_on <= today
        return begun and (self.closes_on is None or today <= self.closes_on)

    def texts_without_lead(self):
        """Live texts of the Congress under report for which nobody in the Secretariat answers."""
        led = Holder.objects.in_force().filter(post__role=LEAD).values("post__resolution")
        return Resolution.objects.in_force().filter(assembly=self.assembly).exclude(pk__in=led)

    def texts_to_begin(self, user):
        """Texts this person leads that have accepted reports, and no account in this cycle yet."""
        return (
            resolutions_held_by(user, leading=True)
            .filter(
                assembly__kind__collection=self.collection,
                reported_texts__verdict=ReportedText.Verdict.ACCEPTED,
            )
            .exclude(progress_reports__cycle=self)
            .distinct()
        )
