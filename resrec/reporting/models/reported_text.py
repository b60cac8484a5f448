"""Which texts a report is on, and the verdict on each."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.library.models import Paragraph, Resolution


class ReportedText(models.Model):
    """A text that a report is on, some of its paragraphs if it says so, and the verdict on it."""

    class Verdict(models.TextChoices):
        WAITING = "", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        RETURNED = "returned", _("returned")

    report = models.ForeignKey(
        "reporting.ActivityReport", on_delete=models.CASCADE, related_name="reported_texts"
    )
    resolution = models.ForeignKey(
        Resolution, on_delete=models.PROTECT, related_name="reported_texts", verbose_name=_("text")
    )
    paragraphs = models.ManyToManyField(Paragraph, blank=True, related_name="reported_texts")
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(_("reason"), blank=True)
    # The rule under which it was accepted without a person.
    trust = models.ForeignKey(
        "reporting.Trust", null=True, on_delete=models.PROTECT, related_name="accepted_texts"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "resolution"], name="one_text_once_a_report"),
            models.CheckConstraint(
                condition=models.Q(trust=None) | models.Q(verdict="accepted", decided_by=None),
                name="a_rule_only_accepts_and_is_nobody",
            ),
        ]

    def __str__(self):
        return f"{self.report}: {self.resolution}"

    @property
    def pointed_at(self):
        """The Paragraphs it is on, those that the text has no more among them; [] for the whole."""
        found = self.paragraphs(manager="ever").order_by("position")
        return list(found.prefetch_related("texts"))
