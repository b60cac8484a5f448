"""The life of a text: a state with a history, kept consistent in one place; nothing is deleted."""

from datetime import date

import pytest

from resrec.journal.models import Entry
from resrec.library.lives import follow, read_retirement
from resrec.library.models import Event, LifeEvent, Resolution, Standing
from resrec.rules import RuleBroken

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 2)


def text_of(code):
    return Resolution.objects.get(code=code)


@pytest.fixture
def later():
    return text_of("WCC-2020-Res-073")


def told(text):
    return [(event.kind, event.other and event.other.code) for event in text.life.all()]


def test_superseding_says_by_which_text_since_when_and_why(cast, later):
    text = cast.resolution
    text.supersede(later, by=cast.officer, on=DAY, decision="C/1", reason_en="Wider.")
    text = text_of(text.code)
    assert (text.standing, text.succeeded_by, text.archived_on) == ("superseded", later, DAY)
    assert (text.archived_by_decision, text.archived_reason) == ("C/1", "Wider.")
    event = text.life.get()
    assert (event.kind, event.other, event.by, event.on) == ("superseded", later, cast.officer, DAY)
    entry = Entry.objects.about(text).get()
    assert entry.verb == "resolution.superseded"
    assert entry.content == {"on": "2024-05-02", "decision": "C/1", "other": later.code}


def test_a_superseded_text_is_not_in_force_and_is_found_among_the_archived(cast, later):
    cast.resolution.supersede(later, by=cast.officer)
    assert cast.resolution not in Resolution.objects.in_force()
    assert list(Resolution.objects.archived()) == [cast.resolution]


def test_a_history_keeps_every_step(cast, later):
    text = cast.resolution
    text.archive(by=cast.officer, decision="C/1", reason_en="Done.")
    text.reactivate(by=cast.officer, decision="C/2")
    text.archive(by=cast.officer, decision="C/3")
    text.consolidate(later, by=cast.officer, decision="C/4")
    text.reinstate(by=cast.officer, decision="C/5")
    assert told(text) == [
        ("archived", None),
        ("reactivated", None),
        ("archived", None),
        ("consolidated", later.code),
        ("reinstated", None),
    ]
    assert [event.decision for event in text.life.all()] == ["C/1", "C/2", "C/3", "C/4", "C/5"]
    text = text_of(text.code)
    assert (text.standing, text.archived_on, text.archived_reason) == ("active", None, "")


@pytest.mark.parametrize(
    ("before", "verb"),
    [
        ([], "reactivate"),
        ([], "reinstate"),
        (["archive"], "archive"),
        (["archive"], "reinstate"),
        (["supersede"], "archive"),
        (["supersede"], "supersede"),
        (["supersede"], "consolidate"),
        (["supersede"], "reactivate"),
    ],
)
def test_what_cannot_happen_as_it_stands_is_refused(cast, later, before, verb):
    def do(name):
        others = [later] if name in ("supersede", "consolidate") else []
        getattr(cast.resolution, name)(*others, by=cast.officer)

    for name in before:
        do(name)
    with pytest.raises(RuleBroken):
        do(verb)
    assert len(told(cast.resolution)) == len(before)


def test_only_a_later_text_takes_its_place_and_none_in_a_circle(cast, later):
    earlier = text_of("GA-16.05")
    with pytest.raises(RuleBroken, match="later"):
        later.supersede(cast.resolution, by=cast.officer)
    beside = text_of("WCC-2016-Rec-102")
    cast.resolution.supersede(beside, by=cast.officer)
    with pytest.raises(RuleBroken, match="given its place"):
        text_of(beside.code).supersede(cast.resolution, by=cast.officer)
    with pytest.raises(RuleBroken, match="another text"):
        earlier.supersede(earlier, by=cast.officer)


def test_two_at_once_are_one(cast, later):
    other_hand = text_of(cast.resolution.code)
    cast.resolution.supersede(later, by=cast.officer)
    with pytest.raises(RuleBroken, match="Someone else"):
        other_hand.archive(by=cast.officer)
    assert told(cast.resolution) == [("superseded", later.code)]


def test_being_related_is_symmetric_and_ends(cast, later):
    text = cast.resolution
    text.relate(later, by=cast.officer, reason_en="The same paths.")
    assert later.related_ids() == {text.pk}
    with pytest.raises(RuleBroken):
        later.relate(text, by=cast.officer)
    later.unrelate(text, by=cast.officer)
    assert text.related_ids() == set()
    assert [event.kind for event in LifeEvent.objects.of(text)] == ["related", "unrelated"]
    assert text_of(text.code).standing == Standing.ACTIVE
    with pytest.raises(RuleBroken):
        text.unrelate(later, by=cast.officer)


def test_the_words_of_an_event_are_put_right_here_and_on_the_text(cast):
    cast.resolution.archive(by=cast.officer, decision="C/1", reason_en="Dnoe.")
    event = cast.resolution.life.get()
    event.correct(
        by=cast.officer, decision="C/1a", reason_en="Done.", reason_fr="Fait.", reason_es=""
    )
    text = text_of(cast.resolution.code)
    assert (text.archived_by_decision, text.archived_reason_en) == ("C/1a", "Done.")
    text.reactivate(by=cast.officer)
    event.correct(by=cast.officer, decision="C/1b", reason_en="x", reason_fr="", reason_es="")
    assert text_of(text.code).archived_by_decision == ""


def test_the_database_holds_day_and_state_together(cast):
    from django.db import IntegrityError, transaction

    for fields in ({"archived_on": DAY}, {"standing": "archived"}, {"standing": "superseded"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Resolution.objects.filter(pk=cast.resolution.pk).update(**fields)


# What an import says


def imported(text, standing, **fields):
    Resolution.objects.filter(pk=text.pk).update(standing=standing, succeeded_by=None, **fields)
    follow([text.pk])
    return [event.kind for event in text.life.all()]


def test_an_import_writes_history_too(cast, later):
    text = cast.resolution
    given = {"archived_on": DAY, "archived_by_decision": "C/1", "archived_reason_fr": "Fait."}
    assert imported(text, "archived", **given) == ["archived"]
    event = text.life.get()
    assert (event.on, event.decision, event.reason_fr, event.by) == (DAY, "C/1", "Fait.", None)
    assert imported(text, "archived", **given | {"archived_by_decision": "C/2"}) == ["archived"]
    assert text.life.get().decision == "C/2"
    assert imported(text, "active", archived_on=None) == ["archived", "reactivated"]
    assert imported(text, "active", archived_on=None) == ["archived", "reactivated"]


# When it may be retired


def say(text, words, language="en"):
    paragraph = text.paragraphs.create(
        path=f"op-{text.paragraphs.count() + 1}",
        kind="operative",
        level=1,
        position=text.paragraphs.count() + 1,
    )
    paragraph.texts.create(language=language, text=words)


def test_the_criterion_is_read_in_the_words(cast):
    say(cast.resolution, "ASKS for more bridges;")
    say(cast.resolution, "DÉCIDE que la présente Résolution sera archivée en 2030.", "fr")
    read_retirement([cast.resolution.pk])
    text = text_of(cast.resolution.code)
    assert text.retirement_criterion.startswith("DÉCIDE")
    assert text.retirement_criterion_language == "fr"


def test_what_an_officer_states_stays(cast):
    cast.resolution.state_retirement_criterion("When all is done.", "en", by=cast.officer)
    say(cast.resolution, "DECIDES that this Resolution shall be archived in 2030.")
    read_retirement([cast.resolution.pk])
    assert text_of(cast.resolution.code).retirement_criterion == "When all is done."
    assert Entry.objects.about(cast.resolution).get().by == cast.officer


def test_every_kind_of_event_that_moves_a_text_has_its_verb():
    from resrec.library.forms.life import VERBS
    from resrec.library.models.life import MOVES

    assert {kind for moves in MOVES.values() for kind in moves} == set(VERBS)
    assert set(Event) - set(VERBS) == {Event.RELATED, Event.UNRELATED}
