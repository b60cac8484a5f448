"""Motions: what Members proposed. A motion's number is not the number of the text it became."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.library.models.assembly import Assembly
from resrec.library.models.resolution import Resolution
from resrec.web.vocabulary import in_language, language_of


class Motion(models.Model):
    """A motion, kept apart from adopted texts and linked to the one it became, where known."""

    assembly = models.ForeignKey(
        Assembly, on_delete=models.PROTECT, related_name="motions", verbose_name=_("assembly")
    )
    number = models.CharField(_("number"), max_length=10)
    title_en = models.CharField(_("title in English"), max_length=500, blank=True)
    title_fr = models.CharField(_("title in French"), max_length=500, blank=True)
    title_es = models.CharField(_("title in Spanish"), max_length=500, blank=True)
    title_confidence = models.CharField(
        _("confidence in the title"),
        max_length=6,
        choices=Resolution.Confidence,
        blank=True,
    )
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    became = models.ForeignKey(
        Resolution,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="motions",
        verbose_name=_("text it became"),
    )
    became_confidence = models.CharField(
        _("confidence in that link"),
        max_length=6,
        choices=Resolution.Confidence,
        blank=True,
    )

    class Meta:
        ordering = ["assembly", "number"]
        verbose_name = _("motion")
        verbose_name_plural = _("motions")
        constraints = [
            models.UniqueConstraint(fields=["assembly", "number"], name="one_motion_a_number")
        ]

    def __str__(self):
        return f"{self.assembly.code.replace('-', ' ')} Motion {self.number}"

    @property
    def title(self):
        return in_language(self, "title")

    @property
    def title_language(self):
        return language_of(self, "title")
