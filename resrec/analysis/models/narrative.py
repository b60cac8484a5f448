"""Narrative sections: what an officer writes beside the figures, with figures bound into it."""

from django.conf import settings
from django.db import IntegrityError, models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from resrec.analysis.bound import keys_in, reading, refuse_unknown
from resrec.journal.recording import journalled, record
from resrec.library.models import Assembly
from resrec.reporting.models import ReportingCycle
from resrec.rules import RuleBroken

CHANGED_MEANWHILE = _("Someone else has written in this section since you opened it.")


class Place(models.TextChoices):
    """The sections of the analysis beside which something may be written."""

    SUMMARY = "summary", _("Summary")
    STATUS = "status", _("Where the texts stand")
    MOVES = "moves", _("What has moved")
    CYCLES = "cycles", _("Over the cycles since the Congress")
    ACTIVITIES = "activities", _("What was done")
    REPORTERS = "reporters", _("Who reports, and who does not")
    GEOGRAPHY = "geography", _("Where from")
    CHALLENGES = "challenges", _("Challenges, and what was done about them")
    FUTURE = "future", _("Future activities")
    NEEDS = "needs", _("What would help")


class StaleNarrative(RuleBroken):
    """Someone else has written in the section since it was opened."""


class Narrative(models.Model):
    """Words of one section in one language. The first one written is the original.

    `figures` is {key: the number that the writer read}, of every figure bound into the text.
    `renders` is the revision of the original that a rendering renders; None for an original.
    """

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="narratives")
    cycle = models.ForeignKey(ReportingCycle, on_delete=models.PROTECT, related_name="narratives")
    place = models.CharField(_("section"), max_length=10, choices=Place)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    text = models.TextField(_("words"), blank=True)
    revision = models.PositiveIntegerField(default=0)
    renders = models.PositiveIntegerField(null=True)
    figures = models.JSONField(default=dict)

    class Meta:
        ordering = ["assembly", "cycle", "place", "pk"]
        verbose_name = _("narrative section")
        verbose_name_plural = _("narrative sections")
        constraints = [
            models.UniqueConstraint(
                fields=["assembly", "cycle", "place", "language"], name="section_once_a_language"
            ),
            models.UniqueConstraint(
                fields=["assembly", "cycle", "place"],
                condition=Q(renders=None),
                name="section_has_one_original",
            ),
        ]

    def __str__(self):
        return f"{self.get_place_display()} ({self.language})"

    @property
    def is_original(self):
        return self.renders is None

    @journalled()
    def write(self, text, figures, *, by, read, renders=0):
        """Keep the words. `figures` is {key: Figure} of the analysis; `read` the revision opened.

        `renders` is the revision of the original that a rendering was made from.

        Raises RuleBroken for a key that no figure has, StaleNarrative when someone else has
        written since.
        """
        text = text.replace("\r\n", "\n").strip()
        refuse_unknown(text, figures)
        bound = {key: reading(figures[key]) for key in keys_in(text)}
        if self.pk is None:
            self._begin(read)
        words = {"text": text, "figures": bound, "revision": F("revision") + 1}
        self._change(read, **words, renders=None if self.is_original else renders)
        record(self, "narrative.written", by=by, **self._address, figures=bound)

    @journalled()
    def confirm(self, figures, *, by, read):
        """Say that the sentences have been read again with the numbers of today."""
        bound = {key: reading(figures[key]) for key in keys_in(self.text) if key in figures}
        self._change(read, figures=bound)
        record(self, "narrative.confirmed", by=by, **self._address, figures=bound)

    @property
    def _address(self):
        place = {"assembly": self.assembly.code, "year": self.cycle.year, "place": self.place}
        return place | {"language": self.language}

    def original(self):
        """The section as it was written first, in another language; None where this is it."""
        same = {"assembly": self.assembly, "cycle": self.cycle, "place": self.place}
        return Narrative.objects.filter(renders=None, **same).exclude(pk=self.pk).first()

    def _begin(self, read):
        """Make the row that `_change` fills, unless somebody has made it since."""
        self.renders = 0 if self.original() else None
        try:
            row, made = Narrative.objects.get_or_create(
                assembly=self.assembly,
                cycle=self.cycle,
                place=self.place,
                language=self.language,
                defaults={"renders": self.renders},
            )
        except IntegrityError as second:  # another language became the original meanwhile
            raise StaleNarrative(CHANGED_MEANWHILE) from second
        if not made:
            raise StaleNarrative(CHANGED_MEANWHILE)
        self.pk = row.pk

    def _change(self, read, **values):
        if not Narrative.objects.filter(pk=self.pk, revision=read).update(**values):
            raise StaleNarrative(CHANGED_MEANWHILE)
        self.refresh_from_db()
