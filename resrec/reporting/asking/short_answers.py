"""Answering in one press: "same as last time", "nothing this year", "this is done".

Each is an Activity Report without words of its own, and is judged like any other. A constituent
has one answer a text and year: pressing again changes it, and every version stays on record.
"""

from uuid import UUID, uuid5

from django.utils.translation import get_language, gettext as _

from resrec.journal.recording import journalled
from resrec.people.models import Constituent
from resrec.people.models.constituent import with_merged
from resrec.reporting.asking.said import HANDED_IN, said_by
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.activity_report import Status
from resrec.reporting.models.short_answer import Kind
from resrec.rules import RuleBroken

# Answers of one constituent on one text for one year share a series, whoever presses.
NAMESPACE = UUID("5f3f2a9c-6a54-4f0e-8a3a-8f1f6c7d2b10")


@journalled()
def answer(resolution, constituent, kind, *, by):
    """Hand in the short answer `kind` (a Kind) for the open cycle's year, and give its report.

    The same press twice gives the one there is. A different one takes the earlier one's place:
    at once while that waits, as a correction when it was accepted.
    """
    if kind not in (Kind.SAME, Kind.NOTHING, Kind.DONE):
        raise RuleBroken(_("Choose one of the answers."))
    # One at a time: two people of a constituent may press at once.
    body = Constituent.objects.select_for_update(no_key=True).get(pk=constituent.current.pk)
    (said,) = said_by([body], [resolution])
    _must_be_open(said, kind)
    newest = _newest_answer(said)
    if newest and newest.kind == kind and newest.status in HANDED_IN:
        return newest
    draft = newest.next_answer(by=by) if newest else _begin(said, by=by)
    repeats = said.last if kind == Kind.SAME else None
    draft.say(kind, by=by, year=said.cycle.year, repeats=repeats)
    return draft


def _must_be_open(said, kind):
    if not said.cycle:
        raise RuleBroken(_("No reporting year is open for this text."))
    if said.in_full:
        raise RuleBroken(
            _("You have reported on this text for this year. To change it, correct your report.")
        )
    if kind == Kind.SAME and not said.last:
        raise RuleBroken(
            _("There is no earlier report of yours on this text that was accepted. Write one.")
        )


def _newest_answer(said):
    """The newest version of this year's answer in whatever state, or None.

    Returned, an answer opens the draft of a full report; words in it are not thrown away.
    """
    series = [_series(said, pk) for pk in with_merged([said.body.pk])]
    versions = ActivityReport.objects.filter(series__in=series)
    newest = versions.order_by("version", "pk").last()
    if newest and newest.status == Status.DRAFT and newest.says_what_was_done:
        raise RuleBroken(
            _("A draft of yours on this text is open. Submit it, or delete it and press again.")
        )
    return newest


def _series(said, body):
    return uuid5(NAMESPACE, f"{said.text.pk}/{body}/{said.cycle.year}")


def _begin(said, *, by):
    return ActivityReport.begin(
        by=by,
        constituent=said.body,
        resolution=said.text,
        language=(get_language() or "en")[:2],
        series=_series(said, said.body.pk),
    )
