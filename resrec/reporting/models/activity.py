"""The repeating parts of an Activity Report. Their keys stay the same in its next version."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.reporting.models.activity_report import ActivityReport
from resrec.reporting.models.involvement import Answer, NamedBody
from resrec.reporting.models.vocabularies import ActivityKind, ActivityStatus


def new_key():
    """Give a key for a row: eight hexadecimal digits, unique within its report."""
    return uuid.uuid4().hex[:8]


class Row(models.Model):
    """A row of a repeating group."""

    report = models.ForeignKey(ActivityReport, on_delete=models.CASCADE, related_name="%(class)ss")
    key = models.CharField(max_length=8, default=new_key, editable=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="%(class)s_key_once_a_report")
        ]


class Activity(Row):
    """Something done. The kind may be missing on imported pages, or printed in words unknown."""

    report = models.ForeignKey(ActivityReport, on_delete=models.CASCADE, related_name="activities")
    kind = models.ForeignKey(
        ActivityKind,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activities",
        verbose_name=_("Kind"),
    )
    kind_as_printed = models.CharField(max_length=200, blank=True, editable=False)
    description = models.TextField(_("Description"), blank=True)
    status = models.ForeignKey(
        ActivityStatus,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activities",
        verbose_name=_("Status"),
    )

    class Meta(Row.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")

    def __str__(self):
        return str(self.kind or self.kind_as_printed)


class FutureActivity(Row):
    """Something that is to be done, and whether it is planned already."""

    report = models.ForeignKey(
        ActivityReport, on_delete=models.CASCADE, related_name="future_activities"
    )
    title = models.CharField(_("Future activity"), max_length=300, blank=True)
    description = models.TextField(_("Description"), blank=True)
    planned = models.CharField(_("Planned?"), max_length=10, choices=Answer, blank=True)

    class Meta(Row.Meta):
        verbose_name = _("future activity")
        verbose_name_plural = _("future activities")

    def __str__(self):
        return self.title


class Partner(NamedBody):
    """A body that was worked with."""

    report = models.ForeignKey(ActivityReport, on_delete=models.CASCADE, related_name="partners")

    class Meta(NamedBody.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


class Evidence(Row):
    """A link or a file that shows what the report says. A private one is never public.

    A file is kept under its digest; `media_type` is what its content is, not what its name says.
    `happened_on` is the day of what it shows, which is not the day on which it came here.
    """

    report = models.ForeignKey(ActivityReport, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(_("Title"), max_length=250, blank=True)
    url = models.URLField(_("Address"), max_length=500, blank=True)
    file = models.FileField(_("File"), upload_to="evidence/%Y/", blank=True, max_length=250)
    file_name = models.CharField(max_length=250, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveIntegerField(default=0, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    happened_on = models.DateField(_("Day of what it shows"), null=True, blank=True)
    owner = models.CharField(_("Whose it is"), max_length=200, blank=True)
    language = models.CharField(
        _("Its language"), max_length=2, choices=settings.LANGUAGES, blank=True
    )
    is_private = models.BooleanField(_("Keep private"), default=False)

    class Meta(Row.Meta):
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=(~models.Q(file="") & models.Q(url=""))
                | (models.Q(file="") & ~models.Q(url="")),
                name="evidence_is_a_file_or_a_link",
                violation_error_message=_("Give a file or an address, one of the two."),
            ),
        ]

    def __str__(self):
        return self.title or self.file_name or self.url

    @property
    def is_never_public(self):
        """Private here, or in the accepted version of its report that stands."""
        newer = self.report.newer_accepted
        return self.is_private or bool(
            newer and newer.evidence.filter(key=self.key, is_private=True).exists()
        )
