"""The history of a text: what happened to it, when, by which decision, why and by whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from resrec.journal.recording import journalled, record
from resrec.web.vocabulary import in_language, language_of

LANGUAGES = [code for code, _name in settings.LANGUAGES]


class Standing(models.TextChoices):
    ACTIVE = "active", _("active")
    ARCHIVED = "archived", _("archived")
    SUPERSEDED = "superseded", pgettext_lazy("a text", "superseded")
    CONSOLIDATED = "consolidated", _("consolidated")


class Event(models.TextChoices):
    ARCHIVED = "archived", _("put in the archive")
    REACTIVATED = "reactivated", _("taken out of the archive")
    SUPERSEDED = "superseded", _("superseded by another text")
    CONSOLIDATED = "consolidated", _("consolidated into another text")
    REINSTATED = "reinstated", _("active again in its own right")
    RELATED = "related", _("related to another text")
    UNRELATED = "unrelated", _("no longer related to another text")


SUCCEEDED = [Standing.SUPERSEDED, Standing.CONSOLIDATED]
WITH_ANOTHER = [Event.SUPERSEDED, Event.CONSOLIDATED, Event.RELATED, Event.UNRELATED]


class LifeEventQuerySet(models.QuerySet):
    def of(self, text):
        """What happened to a text, and to others through it."""
        return self.filter(Q(text=text) | Q(other=text))


class LifeEvent(models.Model):
    """One event in the life of a text: when, by which decision, why, by whom; with which text.

    `on` is the day it took effect, `at` the moment it was entered, `by` who entered it (empty for
    the system). Being related is symmetric: it is an event of either text.
    """

    text = models.ForeignKey(
        "library.Resolution",
        on_delete=models.CASCADE,
        related_name="life",
        verbose_name=_("text"),
    )
    kind = models.CharField(_("what happened"), max_length=12, choices=Event)
    other = models.ForeignKey(
        "library.Resolution",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="life_of_others",
        verbose_name=_("other text"),
    )
    on = models.DateField(_("day"))
    decision = models.CharField(_("decision"), max_length=200, blank=True)
    reason_en = models.TextField(_("reason in English"), blank=True)
    reason_fr = models.TextField(_("reason in French"), blank=True)
    reason_es = models.TextField(_("reason in Spanish"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("person"),
    )
    at = models.DateTimeField(_("moment"), default=timezone.now)

    objects = LifeEventQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("event in the life of a text")
        verbose_name_plural = _("events in the lives of texts")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=WITH_ANOTHER, other__isnull=False)
                | (~Q(kind__in=WITH_ANOTHER) & Q(other__isnull=True)),
                name="an_event_has_another_text_where_it_needs_one",
                violation_error_message=_("Say which other text."),
            )
        ]

    def __str__(self):
        return f"{self.text_id} {self.kind} {self.on}"

    @property
    def reason(self):
        return in_language(self, "reason")

    @property
    def reason_language(self):
        return language_of(self, "reason")

    @journalled()
    def correct(self, *, by, decision, **reasons):
        """Put the words of an event right: the decision, and the reasons in three languages."""
        said = {"decision": decision} | reasons
        for field, value in said.items():
            setattr(self, field, value)
        self.save(update_fields=list(said))
        if self.is_last_of_state:
            type(self.text).objects.filter(pk=self.text_id).update(**self.words)
        record(self.text, "resolution.life_corrected", by=by, event=self.kind)

    @property
    def is_last_of_state(self):
        """Whether the text stands today as this event left it."""
        last = self.text.life.exclude(kind__in=[Event.RELATED, Event.UNRELATED]).last()
        return last == self and self.text.standing != Standing.ACTIVE

    @property
    def words(self):
        """Decision and reasons as the fields of the text have them."""
        reasons = {f"archived_reason_{one}": getattr(self, f"reason_{one}") for one in LANGUAGES}
        return {"archived_by_decision": self.decision} | reasons

    def present(self, standing):
        """The fields of the text, now that this event has brought it to this standing."""
        if standing == Standing.ACTIVE:
            empty = dict.fromkeys(self.words, "")
            return {"standing": standing, "succeeded_by": None, "archived_on": None} | empty
        return {
            "standing": standing,
            "succeeded_by": self.other if standing in SUCCEEDED else None,
            "archived_on": self.on,
        } | self.words
