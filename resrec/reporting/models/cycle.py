"""Reporting cycles: the years for which Progress Reports are made."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.library.models import Assembly, Collection


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

    @property
    def is_open(self):
        today = timezone.localdate()
        begun = self.opens_on is not None and self.opens_on <= today
        return begun and (self.closes_on is None or today <= self.closes_on)
