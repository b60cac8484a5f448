"""Archiving is a state with a history: who, when, by which decision, why; and it can be undone."""

from datetime import date

import pytest

from resrec.journal.models import Entry
from resrec.library.models import Resolution
from resrec.rules import RuleBroken

pytestmark = pytest.mark.django_db


def verbs(text):
    return [entry.verb for entry in Entry.objects.about(text)]


def test_archive_and_reactivate_are_journalled(cast):
    text = cast.resolution
    text.archive(by=cast.officer, on=date(2024, 5, 2), decision="C/1", reason_en="Done.")
    text.refresh_from_db()
    assert text.archived_on == date(2024, 5, 2)
    assert text.archived_by_decision == "C/1"
    assert text.archived_reason == "Done."
    text.reactivate(by=cast.officer)
    text.refresh_from_db()
    assert text.archived_on is None
    assert verbs(text) == ["resolution.archived", "resolution.reactivated"]
    assert Entry.objects.about(text).first().by == cast.officer


def test_what_is_archived_is_not_archived_again(cast):
    cast.resolution.archive(by=cast.officer, decision="C/1")
    other_hand = Resolution.objects.get(pk=cast.resolution.pk)
    with pytest.raises(RuleBroken):
        other_hand.archive(by=cast.officer, decision="C/2")
    cast.resolution.refresh_from_db()
    assert cast.resolution.archived_by_decision == "C/1"


def test_what_is_active_is_not_reactivated(cast):
    with pytest.raises(RuleBroken):
        cast.resolution.reactivate(by=cast.officer)


def test_sets_of_active_and_archived_texts(cast):
    cast.resolution.archive(by=cast.officer)
    assert list(Resolution.objects.archived()) == [cast.resolution]
    assert cast.resolution not in Resolution.objects.in_force()
