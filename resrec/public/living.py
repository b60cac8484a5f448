"""What became of a text, for its page: state, history, and the texts it is bound to; one query."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, IntegerField, OuterRef, Subquery, When
from django.utils.functional import cached_property
from django.utils.translation import get_language

from resrec.library.models import Event, LifeEvent
from resrec.public.citing import titles_of
from resrec.web.held import held


@dataclass(frozen=True)
class Bound:
    """Another text, why and since when it is bound to this one; `title` is "" where unknown."""

    code: str
    title: str
    language: str
    event: LifeEvent

    @property
    def label(self):
        return self.code.replace("-", " ")

    @property
    def since(self) -> date:
        return self.event.on


@held
def _lived():
    """The pks of all texts to which anything happened; to most nothing did."""
    ends = LifeEvent.objects.order_by().values_list("text_id", "other_id")
    return {pk for both in ends for pk in both if pk}


class Living:
    def __init__(self, text):
        self.text = text

    @cached_property
    def history(self):
        """Its LifeEvents and those of others through it, oldest first."""
        if self.text.pk not in _lived():
            return []
        is_own = When(text=self.text, then=F("other"))
        told = LifeEvent.objects.of(self.text).select_related("text", "other")
        titles = titles_of(OuterRef("end"), get_language() or "en")
        return list(
            told.annotate(
                end=Case(is_own, default=F("text"), output_field=IntegerField()),
                end_title=Subquery(titles.values("title")[:1]),
                end_language=Subquery(titles.values("language")[:1]),
            )
        )

    @property
    def newest_first(self):
        return self.history[::-1]

    @property
    def last(self):
        """The event by which it stands as it does; None while it is active."""
        own = [one for one in self.history if one.text_id == self.text.pk]
        standing = [one for one in own if one.kind == self.text.standing]
        return standing[-1] if standing else None

    @property
    def successor(self):
        """The Bound text that has taken its place, or None."""
        return self._bound(self.last) if self.last and self.text.succeeded_by_id else None

    @property
    def predecessors(self):
        """Bound texts whose place it has taken."""
        kinds = (Event.SUPERSEDED, Event.CONSOLIDATED)
        latest = {
            one.text_id: one
            for one in self.history
            if one.kind in kinds and one.text.succeeded_by_id == self.text.pk
        }
        return [self._bound(one) for one in latest.values()]

    @property
    def related(self):
        """Bound texts that it is related to today."""
        found = {}
        for one in self.history:
            if one.kind == Event.RELATED:
                found[one.end] = one
            elif one.kind == Event.UNRELATED:
                found.pop(one.end, None)
        return [self._bound(one) for one in found.values()]

    def _bound(self, event):
        other = event.other if event.text_id == self.text.pk else event.text
        return Bound(other.code, event.end_title or "", event.end_language or "", event)
