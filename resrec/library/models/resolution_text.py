"""The words of a text, one row a language and version; languages are equal in rank."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.library.models.resolution import Resolution


class ResolutionText(models.Model):
    """Title and body in one language. `renders` is the version that a translation translates.

    The body is plain text, paragraphs apart by blank lines; empty when the text is not held here.
    `title_given` is the title as the source had it, where it was tidied on import.
    """

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    title = models.CharField(_("title"), max_length=500, blank=True)
    title_given = models.CharField(
        _("title as the source gave it"), max_length=2000, blank=True, editable=False
    )
    body = models.TextField(_("body"), blank=True)
    renders = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="renderings",
        verbose_name=_("version it translates"),
    )

    class Meta:
        ordering = ["resolution_id", "language", "version"]
        verbose_name = _("words of a text")
        verbose_name_plural = _("words of texts")
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "language", "version"], name="one_text_a_language_and_version"
            )
        ]

    def __str__(self):
        return self.title

    @property
    def is_stale(self):
        """Whether it translates a version that is no longer the newest of its language."""
        if not self.renders_id:
            return False
        newest = self.resolution.current_texts.get(self.renders.language)
        return newest is not None and newest.version > self.renders.version
