"""Countries and territories, and the other names under which they are printed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.people.folding import folded
from resrec.web.vocabulary import Vocabulary


class CountryManager(models.Manager):
    def named(self, name):
        """Give the country printed under this name in any language, or None."""
        found = CountryName.objects.filter(folded=folded(name)).select_related("country").first()
        return found and found.country

    def named_each(self, names):
        """Give the countries printed under these names, by name; unknown names are left out."""
        if not names:
            return {}
        found = CountryName.objects.filter(folded__in={folded(name) for name in names})
        found = found.select_related("country")
        countries = {one.folded: one.country for one in found}
        return {name: countries[folded(name)] for name in names if folded(name) in countries}


class Region(Vocabulary):
    """A region of the union, as its statutes divide the world."""

    class Meta(Vocabulary.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Country(Vocabulary):
    """A country or territory by its ISO 3166 alpha-2 code."""

    region = models.ForeignKey(
        Region,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="countries",
        verbose_name=_("region"),
    )

    objects = CountryManager()

    class Meta(Vocabulary.Meta):
        ordering = ["label_en"]
        verbose_name = _("country or territory")
        verbose_name_plural = _("countries and territories")


class CountryName(models.Model):
    """A name that stands for a country on reports: its labels and its longer or older names."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    folded = models.CharField(max_length=200, unique=True, editable=False)

    class Meta:
        verbose_name = _("name of a country")
        verbose_name_plural = _("names of countries")

    def __str__(self):
        return self.name

    def clean(self):
        self.folded = folded(self.name)
