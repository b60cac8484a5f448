"""What officers put right in the paragraphs of a text, kept so that it survives a re-parse."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.library.models.resolution import Resolution


class ParagraphCorrection(models.Model):
    """One thing that an officer put right, in one language of the text or in several."""

    class What(models.TextChoices):
        KIND = "kind", _("kind set")
        NUMBER = "number", _("number set")
        LEVEL = "level", _("level set")
        VERB = "verb", _("verb set")
        VERB_TYPE = "verb_type", _("class of the verb set")
        DEADLINE = "deadline", _("deadline set")
        DEADLINE_ON = "deadline_on", _("day of the deadline set")
        ADDRESSEES = "addressees", _("addressees set")
        JOIN = "join", _("joined with the paragraph before")
        SPLIT = "split", _("split in two")

    resolution = models.ForeignKey(
        Resolution, on_delete=models.CASCADE, related_name="paragraph_corrections"
    )
    what = models.CharField(_("what"), max_length=11, choices=What)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person"),
    )
    at = models.DateTimeField(_("moment"), default=timezone.now)

    class Meta:
        # The order in which they are applied.
        ordering = ["pk"]
        verbose_name = _("correction of a paragraph")
        verbose_name_plural = _("corrections of paragraphs")

    def __str__(self):
        return self.get_what_display()


class CorrectedLine(models.Model):
    """The line that a correction is about in one language, by its words without the number.

    `occurrence` counts lines of the same words from 1. `value` is what is set: a value of the
    column; for addressees a line each, class code, tabulator, name; for a split, the words before
    which the line is cut.
    """

    correction = models.ForeignKey(
        ParagraphCorrection, on_delete=models.CASCADE, related_name="lines"
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    words = models.TextField(_("words"))
    occurrence = models.PositiveSmallIntegerField(_("occurrence"), default=1)
    value = models.TextField(_("value"), blank=True)

    class Meta:
        ordering = ["correction", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["correction", "language"], name="one_corrected_line_a_language"
            )
        ]

    def __str__(self):
        return self.words[:80]
