"""What became of a text since it was adopted: how it stands today, and what can happen next."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models.life_event import SUCCEEDED, Event, LifeEvent, Standing
from resrec.rules import RuleBroken
from resrec.web.vocabulary import in_language, language_of

# What may happen to a text as it stands, and how it stands then.
MOVES = {
    Standing.ACTIVE: {
        Event.ARCHIVED: Standing.ARCHIVED,
        Event.SUPERSEDED: Standing.SUPERSEDED,
        Event.CONSOLIDATED: Standing.CONSOLIDATED,
    },
    Standing.ARCHIVED: {
        Event.REACTIVATED: Standing.ACTIVE,
        Event.SUPERSEDED: Standing.SUPERSEDED,
        Event.CONSOLIDATED: Standing.CONSOLIDATED,
    },
    Standing.SUPERSEDED: {Event.REINSTATED: Standing.ACTIVE},
    Standing.CONSOLIDATED: {Event.REINSTATED: Standing.ACTIVE},
}


class WithLife(models.Model):
    """The part of a text that changes with time. `life` has its history, these fields the present.

    `archived_on` is the day from which it is no longer active, whether it was archived or another
    text took its place (`succeeded_by`); it stays valid and is never deleted. Only `_enter` sets
    these fields, with the event that explains them.
    """

    standing = models.CharField(
        _("state"), max_length=12, choices=Standing, default=Standing.ACTIVE, editable=False
    )
    succeeded_by = models.ForeignKey(
        "library.Resolution",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="succeeds",
        verbose_name=_("text that took its place"),
    )
    archived_on = models.DateField(
        _("archived on"), null=True, blank=True, editable=False, db_index=True
    )
    archived_by_decision = models.CharField(_("decision"), max_length=200, blank=True)
    archived_reason_en = models.TextField(_("reason in English"), blank=True)
    archived_reason_fr = models.TextField(_("reason in French"), blank=True)
    archived_reason_es = models.TextField(_("reason in Spanish"), blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(standing="active", archived_on=None)
                | ~Q(standing="active") & Q(archived_on__isnull=False),
                name="not_active_since_a_day",
            ),
            models.CheckConstraint(
                condition=Q(standing__in=SUCCEEDED, succeeded_by__isnull=False)
                | ~Q(standing__in=SUCCEEDED) & Q(succeeded_by=None),
                name="succeeded_by_a_text",
            ),
        ]

    @property
    def archived_reason(self):
        return in_language(self, "archived_reason")

    @property
    def archived_reason_language(self):
        return language_of(self, "archived_reason")

    @property
    def moves(self):
        """The kinds of Event that can happen to it next."""
        return list(MOVES[Standing(self.standing)])

    @journalled()
    def archive(self, *, by, on=None, at=None, decision="", **reasons):
        """Put the text in the archive: no longer active, still valid, never deleted.

        `reasons` are reason_en, reason_fr, reason_es.
        """
        self._enter(Event.ARCHIVED, by=by, on=on, at=at, decision=decision, **reasons)

    @journalled()
    def reactivate(self, *, by, **said):
        """Take the text out of the archive; `said` as for `archive`."""
        self._enter(Event.REACTIVATED, by=by, **said)

    @journalled()
    def supersede(self, other, *, by, **said):
        """Say that another text has taken the place of this one."""
        self._enter(Event.SUPERSEDED, other=other, by=by, **said)

    @journalled()
    def consolidate(self, other, *, by, **said):
        """Say that this text has been taken up, with others, into another one."""
        self._enter(Event.CONSOLIDATED, other=other, by=by, **said)

    @journalled()
    def reinstate(self, *, by, **said):
        """Take back that another text has taken its place."""
        self._enter(Event.REINSTATED, by=by, **said)

    @journalled()
    def relate(self, other, *, by, on=None, at=None, **note):
        """Say that two texts belong together; `note` says why: reason_en, reason_fr, reason_es."""
        if other.pk in self.related_ids():
            raise RuleBroken(_("These texts are related already."))
        self._note(Event.RELATED, other=other, by=by, on=on, at=at, **note)

    @journalled()
    def unrelate(self, other, *, by):
        if other.pk not in self.related_ids():
            raise RuleBroken(_("These texts are not related."))
        self._note(Event.UNRELATED, other=other, by=by)

    def related_ids(self):
        """The pks of the texts that it is related to today."""
        related = set()
        told = LifeEvent.objects.of(self).filter(kind__in=[Event.RELATED, Event.UNRELATED])
        for kind, text, other in told.order_by("pk").values_list("kind", "text", "other"):
            end = other if text == self.pk else text
            related = related | {end} if kind == Event.RELATED else related - {end}
        return related

    def _enter(self, kind, *, by, **said):
        """Move to where this kind of event leads, if it can happen as the text stands."""
        leads_to = MOVES[Standing(self.standing)].get(kind)
        if leads_to is None:
            raise RuleBroken(REFUSED[kind])
        if said.get("other"):
            self._must_come_after(said["other"])
        event = self._note(kind, by=by, **said)
        present = event.present(leads_to)
        # Filtering on what was read makes a double press harmless.
        changed = type(self).objects.filter(pk=self.pk, standing=self.standing)
        if not changed.update(**present):
            raise RuleBroken(_("Someone else has just changed the state of this text."))
        for field, value in present.items():
            setattr(self, field, value)

    def _must_come_after(self, other):
        if other.pk == self.pk:
            raise RuleBroken(_("Choose another text than this one."))
        if other.assembly.year_held < self.assembly.year_held:
            raise RuleBroken(_("Only a later text can take the place of this one."))
        following = other
        while following is not None:
            if following.pk == self.pk:
                raise RuleBroken(_("That text has itself given its place to this one."))
            following = following.succeeded_by

    def _note(self, kind, *, by, other=None, on=None, at=None, decision="", **reasons):
        """Write the event, and the journal on both texts."""
        if other is not None and other.pk == self.pk:
            raise RuleBroken(_("Choose another text than this one."))
        event = LifeEvent.objects.create(
            text=self,
            kind=kind,
            other=other,
            on=on or timezone.localdate(),
            decision=decision,
            by=by,
            at=at or timezone.now(),
            **reasons,
        )
        told = {"on": event.on.isoformat(), "decision": decision}
        told |= {"other": other.code} if other else {}
        record(self, f"resolution.{kind}", by=by, at=at, **told)
        return event


REFUSED = {
    Event.ARCHIVED: _("This text is in the archive already."),
    Event.REACTIVATED: _("This text is not in the archive."),
    Event.SUPERSEDED: _("Another text has taken the place of this one already."),
    Event.CONSOLIDATED: _("Another text has taken the place of this one already."),
    Event.REINSTATED: _("No other text has taken the place of this one."),
}
