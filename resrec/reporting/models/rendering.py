"""A statement in another language, by a person."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.reporting.models.statement import Statement


class Rendering(models.Model):
    """What a person says in another language for a statement.

    `renders` is the digest of the words that the person had before them: the rendering is stale
    once the statement says something else.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="renderings")
    language = models.CharField(_("Language"), max_length=2, choices=settings.LANGUAGES)
    text = models.TextField(_("Rendering"))
    renders = models.CharField(max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="renderings"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["statement", "language"]
        verbose_name = _("rendering")
        verbose_name_plural = _("renderings")
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "language"], name="one_rendering_a_language"
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="rendering_says_something"),
        ]

    def __str__(self):
        return self.text[:80]

    @property
    def is_stale(self):
        """Whether the statement has been changed since; `statement` as it reads now."""
        return self.renders != self.statement.digest
