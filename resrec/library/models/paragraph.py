"""A text as a tree of paragraphs, each with its own address; words per language."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from resrec.library.models.resolution import Resolution


class Paragraph(models.Model):
    """One paragraph. `path` is its address on the page ("op-4-b"), `number` as printed ("(b)").

    `verb` is the base form of what an operative paragraph does ("call upon").
    """

    class Kind(models.TextChoices):
        HEADING = "heading", _("heading")
        PREAMBULAR = "preambular", _("preambular paragraph")
        OPERATIVE = "operative", _("operative paragraph")
        ANNEX = "annex", _("annex")

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="paragraphs")
    path = models.CharField(max_length=40)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    number = models.CharField(_("number"), max_length=20, blank=True)
    level = models.PositiveSmallIntegerField(_("level"), default=0)
    position = models.PositiveSmallIntegerField(_("position"))
    verb = models.CharField(_("verb"), max_length=60, blank=True)

    class Meta:
        ordering = ["resolution", "position"]
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")
        constraints = [
            models.UniqueConstraint(fields=["resolution", "path"], name="one_paragraph_a_path"),
            models.UniqueConstraint(
                fields=["resolution", "position"], name="one_paragraph_a_position"
            ),
        ]

    def __str__(self):
        return f"{self.resolution} {self.path}"

    def get_absolute_url(self):
        return f"{self.resolution.get_absolute_url()}#{self.path}"

    @property
    def words(self):
        """Its ParagraphText in the page's language, else in any there is; None without words."""
        return self.words_in(get_language())

    def words_in(self, language):
        """Its ParagraphText in this language, else in any there is; None without words."""
        by_language = {text.language: text for text in self.texts.all()}
        return by_language.get(language) or next(iter(by_language.values()), None)


class ParagraphText(models.Model):
    """The words of a paragraph in one language."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["paragraph", "language"]
        constraints = [
            models.UniqueConstraint(fields=["paragraph", "language"], name="one_wording_a_language")
        ]

    def __str__(self):
        return self.text[:80]
