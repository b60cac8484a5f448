"""Statements of a Progress Report, and the quotations each rests on."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from resrec.reporting.anchors import anchor, source_digest
from resrec.reporting.models.activity import new_key
from resrec.reporting.models.activity_report import (
    ActivityReport,
    ReportedText,
    Status as ReportStatus,
)
from resrec.reporting.models.progress_report import ProgressReport
from resrec.rules import RuleBroken


class Statement(models.Model):
    """One thing the account says. `key` stays the same in the version that replaces the report."""

    class Section(models.TextChoices):
        RESULTS = "results", _("Results")
        CHALLENGES = "challenges", _("Challenges and how they were met")
        FUTURE = "future", _("Future activities")

    class Basis(models.TextChoices):
        QUOTED = "quoted", _("rests on sources")
        OWN_KNOWLEDGE = "own_knowledge", _("the writer’s own knowledge")
        IMPORTED = "imported", _("carried over from the earlier platform")

    report = models.ForeignKey(ProgressReport, on_delete=models.CASCADE, related_name="statements")
    key = models.CharField(max_length=8, default=new_key, editable=False)
    section = models.CharField(_("Section"), max_length=10, choices=Section)
    position = models.PositiveIntegerField(default=0)
    text = models.TextField(_("Statement"))
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    basis = models.CharField(_("Basis"), max_length=13, choices=Basis, default=Basis.QUOTED)

    class Meta:
        ordering = ["report", "section", "position", "pk"]
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="statement_key_once_a_report"),
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="statement_says_something",
                violation_error_message=_("A statement needs words."),
            ),
        ]

    def __str__(self):
        return self.text[:80]

    @property
    def lacks_source(self):
        return self.basis == self.Basis.QUOTED and not self.quotations.all()

    def quote(self, source, field, exact, *, near=0):
        """Rest this statement on words of an accepted report on the same text; give the Quotation.

        Raises RuleBroken when the report is not accepted on this text, the field is private or
        the words do not stand there.
        """
        on_text = ReportedText.objects.filter(
            report=source,
            resolution=self.report.resolution_id,
            verdict=ReportedText.Verdict.ACCEPTED,
        )
        if source.status != ReportStatus.ACCEPTED or not on_text.exists():
            raise RuleBroken(_("Only accepted reports on this text can be quoted."))
        passage = source.passage(field)
        found = passage and anchor(passage.text, exact, near=near)
        if not found:
            raise RuleBroken(_("These words do not stand in that source."))
        return self.quotations.create(
            source=source,
            field=field,
            exact=found.exact,
            prefix=found.prefix,
            suffix=found.suffix,
            source_digest=source_digest(passage.text),
            position=self.quotations.count(),
        )


class QuotationQuerySet(models.QuerySet):
    def with_corrected(self):
        """Annotate `is_corrected`: its source has an accepted newer version (shown in amber)."""
        newer = ActivityReport.objects.accepted().filter(
            series=OuterRef("source__series"), version__gt=OuterRef("source__version")
        )
        return self.annotate(is_corrected=Exists(newer))


class Quotation(models.Model):
    """Words of one version of an Activity Report (W3C Web Annotation, TextQuoteSelector)."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="quotations")
    source = models.ForeignKey(ActivityReport, on_delete=models.PROTECT, related_name="quotations")
    field = models.CharField(max_length=60)
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    source_digest = models.CharField(max_length=64)
    position = models.PositiveSmallIntegerField(default=0)

    objects = QuotationQuerySet.as_manager()

    class Meta:
        ordering = ["statement", "position", "pk"]
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        constraints = [
            models.CheckConstraint(condition=~models.Q(exact=""), name="quotation_quotes_something")
        ]

    def __str__(self):
        return self.exact[:80]
