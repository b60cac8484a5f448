"""Posts assigned many at a time: what was asked for, what was found, and what was made of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AssignmentQuerySet(models.QuerySet):
    def carried_out(self):
        return self.exclude(done_at=None)

    def only_looked_at(self, before):
        """Previews from before a moment that nobody carried out: they hold addresses of people."""
        return self.filter(done_at=None, at__lt=before)


class Assignment(models.Model):
    """A sheet or a choice of texts. `rows` are Rows of `reporting/assigning/row.py`, as JSON.

    `digest` is the SHA-256 of the sheet, "" for a choice of texts; `unused` are headers that say
    nothing here; `language` is that of messages to addresses that are new.
    """

    class Way(models.TextChoices):
        SHEET = "sheet", _("sheet")
        ASSEMBLY = "assembly", _("assembly")
        KEYWORD = "keyword", _("keyword")

    way = models.CharField(max_length=8, choices=Way)
    name = models.CharField(max_length=300)
    digest = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=2, default="en")
    unused = models.JSONField(default=list)
    rows = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager] = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("assignment of posts")
        verbose_name_plural = _("assignments of posts")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                condition=models.Q(undone_at=None) | models.Q(done_at__isnull=False),
                name="only_what_was_carried_out_is_undone",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("assignment", args=[self.pk])
