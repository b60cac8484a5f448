"""Who was told of what has changed under a frozen analysis, so that nobody is told it twice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.analysis.models.yearly_analysis import YearlyAnalysis


class ChangeTold(models.Model):
    """A person was told, on a day, of one change under an analysis (`changes.Change.key`)."""

    analysis = models.ForeignKey(YearlyAnalysis, on_delete=models.PROTECT, related_name="told")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="changes_told"
    )
    change = models.CharField(max_length=100)
    on = models.DateField(_("day"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("change told")
        verbose_name_plural = _("changes told")
        constraints = [
            models.UniqueConstraint(
                fields=["analysis", "person", "change"], name="nobody_told_twice_of_a_change"
            )
        ]

    def __str__(self):
        return f"{self.person}: {self.change}"
