"""What happened to a text, as a row says it: its history, and how it stands today."""

from datetime import date

from resrec.library.models import Event, LifeEvent, Resolution, Standing
from resrec.library.models.life import MOVES

LANGUAGES = ("en", "fr", "es")
WITH_ANOTHER = {Event.SUPERSEDED, Event.CONSOLIDATED, Event.RELATED, Event.UNRELATED}
APART = {Event.RELATED, Event.UNRELATED}  # these do not change how a text stands


def impossible_in(said):
    """Give a sentence for each event of a row that cannot happen as the text stands by then."""
    standing, since = Standing.ACTIVE, None
    for place, one in enumerate(said.get("life", ()), start=1):
        kind = one["kind"]
        if (kind in WITH_ANOTHER) != bool(one.get("other")):
            lacks = "names no other text" if kind in WITH_ANOTHER else "names another text"
            yield f"event {place} of its life ({kind}) {lacks}."
        if kind in APART:
            continue
        if kind not in MOVES[standing]:
            yield f"event {place} of its life: a text that is {standing} cannot be {kind}."
            return
        standing = MOVES[standing][kind]
        since = None if standing == Standing.ACTIVE else one["on"]
    if {"life", "archived"} <= said.keys() and (said["archived"] or {}).get("on") != since:
        yield "“archived” and “life” do not agree on whether it is active."


def is_continued(life, record):
    """Whether what a row tells begins with what the library tells: history is never taken back."""
    known = [_identity(one) for one in record["life"]]
    return [_identity(one) for one in life[: len(known)]] == known


def _identity(one):
    return one["kind"], one["on"], one["other"]


def store_lives(said):
    """Store the histories of texts; `said` are pairs of a text's id and what a row tells.

    Events that are there stay, with the words of the row; whoever calls this has stored all texts.
    """
    codes = {one["other"] for _pk, life in said for one in life} - {""}
    others = dict(Resolution.objects.filter(code__in=codes).values_list("code", "pk"))
    for pk, life in said:
        there = list(LifeEvent.objects.filter(text=pk).order_by("pk"))
        events = [_event(pk, one, others) for one in life]
        for row, event in zip(there, events, strict=False):
            event.pk, event.by_id, event.at = row.pk, row.by_id, row.at
            event.save()
        LifeEvent.objects.bulk_create(events[len(there) :])
        _bring_to_present(pk, events)


def _event(pk, one, others):
    reasons = {f"reason_{language}": one["reason"].get(language, "") for language in LANGUAGES}
    return LifeEvent(
        text_id=pk,
        kind=one["kind"],
        on=date.fromisoformat(one["on"]),
        other_id=others.get(one["other"]),
        decision=one["decision"],
        **reasons,
    )


def _bring_to_present(pk, events):
    standing = Standing.ACTIVE
    for event in events:
        if event.kind not in APART:
            standing = MOVES[standing][Event(event.kind)]
            last = event
    if events and any(event.kind not in APART for event in events):
        Resolution.objects.filter(pk=pk).update(**last.present(standing))
