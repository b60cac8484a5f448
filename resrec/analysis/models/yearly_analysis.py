"""A yearly analysis as it was on the day it was frozen: data set, figures and words, as data.

Nothing here needs the program that made it: labels stand in all languages, a figure names its
members, and each member is a record with the values that were read of it.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resrec.library.models import Assembly
from resrec.reporting.models import ReportingCycle


class YearlyAnalysis(models.Model):
    """One freezing of a Congress's analysis in a cycle. A later one supersedes it; the address of
    each stays. `fingerprint` is the SHA-256 of all that belongs to it (`freezing.fingerprint`)."""

    class Status(models.TextChoices):
        FROZEN = "frozen", _("frozen")
        SUPERSEDED = "superseded", _("superseded")

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="analyses")
    cycle = models.ForeignKey(ReportingCycle, on_delete=models.PROTECT, related_name="analyses")
    version = models.PositiveSmallIntegerField(_("version"))
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.FROZEN, editable=False
    )
    notice = models.TextField(_("What this version changes"), blank=True)
    method = models.CharField(_("method"), max_length=20)
    release = models.CharField(_("version of the program"), max_length=40)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    frozen_at = models.DateTimeField(_("frozen"))
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["assembly", "-cycle__year", "-version"]
        verbose_name = _("yearly analysis")
        verbose_name_plural = _("yearly analyses")
        constraints = [
            models.UniqueConstraint(
                fields=["assembly", "cycle", "version"], name="one_analysis_a_version"
            ),
            models.UniqueConstraint(
                fields=["assembly", "cycle"],
                condition=Q(status="frozen"),
                name="one_analysis_stands_a_congress_and_cycle",
            ),
        ]

    def __str__(self):
        return f"{self.assembly}, {self.cycle} ({self.version})"

    def get_absolute_url(self):
        return reverse("analysis_frozen", args=self.place)

    @property
    def place(self):
        """What its addresses are made of."""
        return [self.assembly.code, self.cycle.year, self.version]

    @property
    def is_superseded(self):
        return self.status == self.Status.SUPERSEDED


class AnalysisRecord(models.Model):
    """One thing that was counted, by noun and primary key, and the values read of it.

    Reports, statements and activities are rows of one version, which never change.
    """

    analysis = models.ForeignKey(YearlyAnalysis, on_delete=models.PROTECT, related_name="records")
    noun = models.CharField(max_length=20)
    member = models.PositiveBigIntegerField()
    values = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["analysis", "noun", "member"]
        constraints = [
            models.UniqueConstraint(
                fields=["analysis", "noun", "member"], name="one_record_a_member"
            )
        ]

    def __str__(self):
        return f"{self.noun} {self.member}"


class AnalysisFigure(models.Model):
    """One figure: its key and its labels by language, what it counts, and its members in order.

    `rule` says how it is counted from the records (`analysis.rules`); None where only by members.
    """

    analysis = models.ForeignKey(YearlyAnalysis, on_delete=models.PROTECT, related_name="figures")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=100)
    noun = models.CharField(max_length=20)
    labels = models.JSONField()
    members = models.JSONField()
    value = models.PositiveIntegerField()
    rule = models.JSONField(null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["analysis", "position"]
        constraints = [models.UniqueConstraint(fields=["analysis", "key"], name="one_figure_a_key")]

    def __str__(self):
        return self.key


class AnalysisPart(models.Model):
    """What else belongs to it, by name: its tables, its account in words, the rules of counting."""

    analysis = models.ForeignKey(YearlyAnalysis, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=40)
    content = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["analysis", "name"]
        constraints = [models.UniqueConstraint(fields=["analysis", "name"], name="one_part_a_name")]

    def __str__(self):
        return self.name
