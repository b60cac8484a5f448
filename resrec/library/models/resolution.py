"""Adopted texts: Resolutions, Recommendations and Decisions."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models.assembly import Assembly
from resrec.library.models.life import WithLife
from resrec.library.models.vocabularies import GeographicScope, Keyword
from resrec.people.models import Country
from resrec.web.vocabulary import Vocabulary, in_language


class ResolutionKind(Vocabulary):
    """Resolution, Recommendation, Decision: its code stands in the codes of texts."""

    addressed_en = models.CharField(_("whom it addresses, in English"), max_length=300, blank=True)
    addressed_fr = models.CharField(_("whom it addresses, in French"), max_length=300, blank=True)
    addressed_es = models.CharField(_("whom it addresses, in Spanish"), max_length=300, blank=True)

    class Meta(Vocabulary.Meta):
        verbose_name = _("kind of text")
        verbose_name_plural = _("kinds of texts")

    @property
    def addressed(self):
        return in_language(self, "addressed")


class ResolutionQuerySet(models.QuerySet):
    def for_display(self):
        """With what a line in a list needs, in a fixed number of queries."""
        return self.select_related("assembly__kind__collection", "kind").prefetch_related("texts")

    def in_force(self):
        """Texts that are not archived."""
        return self.filter(archived_on=None)

    def archived(self):
        return self.exclude(archived_on=None)

    def with_title(self):
        return self.filter(texts__title__gt="").distinct()

    def without_title(self):
        """Texts known by their code alone: an officer's list."""
        return self.exclude(texts__title__gt="")


class Resolution(WithLife, models.Model):
    """One adopted text. `code` is written with hyphens ("WCC-2016-Res-087"), as in its address.

    `kind` is empty when the sources do not say. `title_confidence` is how sure the source of the
    title was: high, medium, low, or empty when no title is known. `retirement_criterion` is read
    in its words, unless an officer has stated it (`retirement_criterion_stated`).
    """

    class Confidence(models.TextChoices):
        HIGH = "high", _("high")
        MEDIUM = "medium", _("medium")
        LOW = "low", _("low")

    class Note(models.TextChoices):
        MOTION_TITLE = "motion_title", _("The title is that of the motion it came from.")
        KIND_CONFLICT = "kind_conflict", _("The sources disagree on its kind.")
        DERIVED = (
            "motion_title_derived_link",
            _("The title is that of a motion linked to it by subject or numbering only."),
        )
        NOT_SEEN = "title_not_seen", _("Its number has been seen, its title has not.")
        REPORTED = "reported_title", _("The title is as reported; the official wording may differ.")
        FROM_REPORT = "code_from_report", _("Its code stands on a report; nothing else is known.")

    assembly = models.ForeignKey(
        Assembly, on_delete=models.PROTECT, related_name="resolutions", verbose_name=_("assembly")
    )
    kind = models.ForeignKey(
        ResolutionKind,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="resolutions",
        verbose_name=_("kind"),
    )
    number = models.PositiveIntegerField(_("number"))
    code = models.CharField(
        _("code"), max_length=40, unique=True, validators=[RegexValidator(r"^[A-Za-z0-9.-]+$")]
    )
    official_number = models.CharField(_("official number"), max_length=20, blank=True)
    title_confidence = models.CharField(
        _("confidence in the title"), max_length=6, choices=Confidence, blank=True
    )
    note = models.CharField(_("note"), max_length=30, choices=Note, blank=True)
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    scopes = models.ManyToManyField(
        GeographicScope, blank=True, related_name="resolutions", verbose_name=_("geographic scope")
    )
    countries = models.ManyToManyField(
        Country, blank=True, related_name="resolutions", verbose_name=_("country or territory")
    )
    keywords = models.ManyToManyField(
        Keyword, blank=True, related_name="resolutions", verbose_name=_("keywords")
    )
    paragraphs_revision = models.PositiveIntegerField(default=0, editable=False)
    retirement_criterion = models.TextField(_("when it may be retired"), blank=True)
    retirement_criterion_language = models.CharField(
        _("language of that criterion"), max_length=2, choices=settings.LANGUAGES, blank=True
    )
    retirement_criterion_stated = models.BooleanField(default=False, editable=False)

    objects = ResolutionQuerySet.as_manager()

    class Meta(WithLife.Meta):
        abstract = False
        ordering = ["-assembly__year_coded", "assembly__code", "number"]
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        indexes = [
            models.Index(fields=["official_number"]),
            # Codes are looked up whatever their case.
            models.Index(Upper("code"), name="text_by_code_in_capitals"),
            models.Index(Upper("official_number"), name="text_by_number_in_capitals"),
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return reverse("resolution", args=[self.code])

    @property
    def label(self):
        """The code as people write it: "WCC 2016 Res 087"."""
        return self.code.replace("-", " ")

    @property
    def collection(self):
        return self.assembly.collection

    @property
    def is_demonstration(self):
        return self.collection.is_demonstration

    @property
    def remark(self):
        """What its note says; nothing once a title that was missing has been found."""
        missing = self.note in (self.Note.NOT_SEEN, self.Note.FROM_REPORT)
        return "" if missing and self.title else self.get_note_display()

    @property
    def source_site(self):
        """The host of the page on which its code or title was read."""
        return urlsplit(self.source_url).hostname or self.source_url

    @cached_property
    def current_texts(self):
        """The newest version in each language, by language code."""
        by_version = sorted(self.texts.all(), key=lambda text: text.version)
        return {text.language: text for text in by_version}

    def text_in(self, language):
        """The text in this language, else in English, French or Spanish; None when unknown."""
        for candidate in (language, "en", "fr", "es"):
            text = self.current_texts.get(candidate)
            if text and text.title:
                return text
        return None

    @property
    def title(self):
        """The title's ResolutionText for the page's language (it knows its own), or None."""
        return self.text_in(get_language() or "en")

    @journalled()
    def state_retirement_criterion(self, words, language, *, by):
        """Say when it may be retired, in place of what is read in its words."""
        said = {
            "retirement_criterion": words,
            "retirement_criterion_language": language if words else "",
            "retirement_criterion_stated": True,
        }
        Resolution.objects.filter(pk=self.pk).update(**said)
        for field, value in said.items():
            setattr(self, field, value)
        record(self, "resolution.retirement_criterion_stated", by=by, language=language)
