"""Collections of adopted texts, and the assemblies that adopted them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.people.models import Country
from resrec.web.vocabulary import in_language


class Collection(models.Model):
    """The texts of one union. Another union's are other rows."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    name_en = models.CharField(_("name in English"), max_length=200)
    name_fr = models.CharField(_("name in French"), max_length=200, blank=True)
    name_es = models.CharField(_("name in Spanish"), max_length=200, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "code"]
        verbose_name = _("collection")
        verbose_name_plural = _("collections")

    def __str__(self):
        return self.name

    @property
    def name(self):
        return in_language(self, "name")


class CollectionConventions(models.Model):
    """How a collection's codes are written and when its assemblies sat (library/conventions.py).

    A row of its own, so that lists of texts need not carry it.
    """

    collection = models.OneToOneField(
        Collection, on_delete=models.CASCADE, primary_key=True, related_name="conventions"
    )
    said = models.JSONField()

    def __str__(self):
        return f"conventions of {self.collection_id}"


class AssemblyKind(models.Model):
    """General Assembly, World Conservation Congress …: the letters its codes begin with."""

    collection = models.ForeignKey(
        Collection, on_delete=models.PROTECT, verbose_name=_("collection")
    )
    code = models.CharField(_("code"), max_length=10, unique=True)
    label_en = models.CharField(_("label in English"), max_length=200)
    label_fr = models.CharField(_("label in French"), max_length=200, blank=True)
    label_es = models.CharField(_("label in Spanish"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["collection", "position"]
        verbose_name = _("kind of assembly")
        verbose_name_plural = _("kinds of assemblies")

    def __str__(self):
        return in_language(self, "label")


class Assembly(models.Model):
    """One sitting. `year_coded` stands in its texts' codes, `year_held` in the calendar.

    The Congress held in Marseille in 2021 is coded 2020.
    """

    kind = models.ForeignKey(
        AssemblyKind, on_delete=models.PROTECT, related_name="assemblies", verbose_name=_("kind")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    year_coded = models.PositiveSmallIntegerField(_("year in codes"))
    year_held = models.PositiveSmallIntegerField(_("year held"))
    code = models.SlugField(_("code"), max_length=20, unique=True)
    place_en = models.CharField(_("place in English"), max_length=100)
    place_fr = models.CharField(_("place in French"), max_length=100, blank=True)
    place_es = models.CharField(_("place in Spanish"), max_length=100, blank=True)
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, verbose_name=_("country")
    )
    extraordinary = models.BooleanField(_("extraordinary"), default=False)
    names_the_silent = models.BooleanField(
        _("its analysis names in public who said nothing"),
        default=False,
        help_text=_(
            "Else everybody sees how many, by kind and by region; the names are for officers, and "
            "each constituent’s for its own people."
        ),
    )

    class Meta:
        ordering = ["-year_coded", "code"]
        verbose_name = _("assembly")
        verbose_name_plural = _("assemblies")
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="one_assembly_a_number"),
        ]

    def __str__(self):
        return f"{self.label}, {self.place}"

    @property
    def label(self):
        """The code as people write it: "WCC 2016"."""
        return self.code.replace("-", " ")

    @property
    def place(self):
        return in_language(self, "place")

    @property
    def place_and_year(self):
        """Where and when, in words; both years where the codes bear another than the calendar."""
        if self.year_held == self.year_coded:
            return _("%(place)s, %(year)s") % {"place": self.place, "year": self.year_held}
        return _("%(place)s, held in %(held)s, coded %(coded)s") % {
            "place": self.place,
            "held": self.year_held,
            "coded": self.year_coded,
        }

    @property
    def collection(self):
        return self.kind.collection
