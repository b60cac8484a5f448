"""What each reviewer thinks of a report on a text, before its verdict is given."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OpinionQuerySet(models.QuerySet):
    def against(self, verdict):
        """Those that speak for the other verdict."""
        return self.exclude(leaning=verdict)


class Opinion(models.Model):
    """One reviewer's opinion on one reported text: for accepting it, or for returning it.

    It may change until the verdict, and is frozen with it, in the database too.
    """

    class Leaning(models.TextChoices):
        # The same words as ReportedText.Verdict: an opinion speaks for a verdict.
        ACCEPT = "accepted", _("for accepting")
        RETURN = "returned", _("for returning")

    reported = models.ForeignKey(
        "reporting.ReportedText", on_delete=models.CASCADE, related_name="opinions"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="opinions"
    )
    leaning = models.CharField(_("Your opinion"), max_length=8, choices=Leaning)
    words = models.TextField(_("Why"), blank=True)
    passages = models.JSONField(default=dict, blank=True)  # words by a passage's address
    at = models.DateTimeField(default=timezone.now)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        constraints = [
            models.UniqueConstraint(
                fields=["reported", "person"], name="one_opinion_a_person_and_reported_text"
            ),
            models.CheckConstraint(
                condition=models.Q(leaning="accepted") | ~models.Q(words="", passages={}),
                name="an_opinion_for_returning_says_why",
                violation_error_message=_("Say why the report should be returned."),
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_leaning_display()}"
