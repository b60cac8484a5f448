"""A vocabulary: rows of code and label in three languages, edited by the Secretariat."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _


def in_language(row, field, language=None):
    """Give `row.<field>_<language>`, in the language of the page unless one is named.

    Falls back on English when the row has nothing in that language.
    """
    language = language or get_language() or "en"
    return getattr(row, f"{field}_{language}", "") or getattr(row, f"{field}_en")


def language_of(row, field):
    """Give the language in which `in_language` answers: the page's, or English."""
    language = get_language() or "en"
    return language if getattr(row, f"{field}_{language}", "") else "en"


class Vocabulary(models.Model):
    """One term. Its code is what other rows and the program refer to; labels are for people."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    label_en = models.CharField(_("label in English"), max_length=200)
    label_fr = models.CharField(_("label in French"), max_length=200, blank=True)
    label_es = models.CharField(_("label in Spanish"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self):
        return self.label

    @property
    def label(self):
        return in_language(self, "label")
