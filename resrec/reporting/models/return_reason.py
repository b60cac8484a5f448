"""Why a report was returned: what should change, passage by passage or in the whole."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReturnReason(models.Model):
    """What should change in one passage of a version; `field` is its address, "" for the whole.

    Written with the verdict; the database itself refuses to change it after.
    """

    report = models.ForeignKey(
        "reporting.ActivityReport", on_delete=models.CASCADE, related_name="return_reasons"
    )
    field = models.CharField(max_length=60, blank=True)
    words = models.TextField(_("What should be changed"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("reason for a return")
        verbose_name_plural = _("reasons for a return")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(words=""),
                name="return_reason_says_something",
                violation_error_message=_("Say what should be changed."),
            )
        ]

    def __str__(self):
        return self.words[:80]
