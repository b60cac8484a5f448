"""A text as a tree of paragraphs, each with its own address; words per language."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from resrec.library.models.resolution import Resolution
from resrec.library.models.vocabularies import AddresseeClass
from resrec.people.models import Constituent


class StandingParagraphs(models.Manager):
    """The paragraphs that a text has today; `Paragraph.ever` has those that are gone as well."""

    def get_queryset(self):
        return super().get_queryset().filter(gone_on=None)


class Paragraph(models.Model):
    """One paragraph. `path` is its address on the page ("op-4-b"), `number` as printed ("(b)").

    `verb` is the base form, in English, of what an operative paragraph does ("call upon"), and
    `verb_type` the class it belongs to. `deadline` are the words that name one, `deadline_on` the
    last day they can mean; both empty when none is named, the day alone when it cannot be known.
    A paragraph that the text has no more, but to which something points, stays and is `gone_on`.
    """

    class Kind(models.TextChoices):
        HEADING = "heading", _("heading")
        PREAMBULAR = "preambular", _("preambular paragraph")
        OPERATIVE = "operative", _("operative paragraph")
        ANNEX = "annex", _("annex")

    class VerbType(models.TextChoices):
        DIRECTIVE = "directive", _("directive")
        DECIDING = "deciding", _("deciding")
        EVALUATIVE = "evaluative", _("evaluative")
        REINFORCING = "reinforcing", _("reinforcing")
        OBSERVING = "observing", _("observing")

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="paragraphs")
    path = models.CharField(max_length=40)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    number = models.CharField(_("number"), max_length=20, blank=True)
    level = models.PositiveSmallIntegerField(_("level"), default=0)
    position = models.PositiveIntegerField(_("position"))
    verb = models.CharField(_("verb"), max_length=60, blank=True)
    verb_type = models.CharField(
        _("class of the verb"), max_length=11, choices=VerbType, blank=True
    )
    deadline = models.CharField(_("deadline, as printed"), max_length=200, blank=True)
    deadline_on = models.DateField(_("last day it can mean"), null=True, blank=True)
    gone_on = models.DateField(_("gone since"), null=True, editable=False)

    objects = StandingParagraphs()
    ever = models.Manager()  # noqa: DJ012  it is a manager

    class Meta:
        ordering = ["resolution_id", "position"]
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "path"],
                condition=models.Q(gone_on=None),
                name="one_paragraph_a_path",
            ),
            models.UniqueConstraint(
                fields=["resolution", "position"],
                condition=models.Q(gone_on=None),
                name="one_paragraph_a_position",
            ),
        ]

    def __str__(self):
        return f"{self.resolution} {self.path}"

    def get_absolute_url(self):
        return f"{self.resolution.get_absolute_url()}#{self.path}"

    @property
    def label(self):
        """How people refer to it, read from its address: "4", "4 (b)", "annex 1, 2 (a)"."""
        kind, _dash, rest = self.path.partition("-")
        first, *under = rest.split("-")
        if kind == "annex":
            annex, (first, *under) = first, under or [""]
        label = " ".join([first, *(f"({part})" for part in under)])
        if kind == "annex":
            place = {"annex": annex, "place": label}
            return _("annex %(annex)s, %(place)s") % place if label else _("annex %s") % annex
        return label if kind == "op" else f"{self.get_kind_display()} {label}"

    @property
    def is_gone(self):
        return self.gone_on is not None

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
        ordering = ["paragraph_id", "language"]
        constraints = [
            models.UniqueConstraint(fields=["paragraph", "language"], name="one_wording_a_language")
        ]

    def __str__(self):
        return self.text[:80]


class Addressee(models.Model):
    """Whom a paragraph asks: the name as printed, its class, and the constituent where it is one.

    `language` is that of the name. A class or constituent that is not known is empty.
    """

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="addressees")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    name = models.CharField(_("name, as printed"), max_length=300)
    addressee_class = models.ForeignKey(
        AddresseeClass,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="addressees",
        verbose_name=_("class"),
    )
    constituent = models.ForeignKey(
        Constituent,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("constituent"),
    )

    class Meta:
        ordering = ["paragraph_id", "pk"]
        verbose_name = _("addressee")
        verbose_name_plural = _("addressees")
        constraints = [
            models.UniqueConstraint(
                fields=["paragraph", "language", "name"], name="one_addressee_a_name"
            )
        ]

    def __str__(self):
        return self.name
