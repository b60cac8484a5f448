"""Carrying out an assignment, and taking it back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from resrec.journal.models import Entry, Mail
from resrec.library.models import Resolution
from resrec.people.models import PersonalLink, User
from resrec.reporting.assigning import storing
from resrec.reporting.assigning.storing import carry_out
from resrec.reporting.assigning.undoing import undo
from resrec.reporting.models import Assignment, FocalPoint, Holder
from resrec.reporting.tests.assignments import looked_at, told
from resrec.rules import RuleBroken

MEMBER = ["member", "Fen and Heath Trust"]
BAD = ["WCC-2016-Res-999", *MEMBER, "reporter@example.org"]


@pytest.fixture
def codes(cast):
    texts = Resolution.objects.filter(assembly__code="WCC-2016").exclude(pk=cast.resolution.pk)
    return list(texts.values_list("code", flat=True))


@pytest.fixture
def looked(cast, codes):
    """Three posts: two for a person who is known, one for an address that is new; one vacant."""
    return looked_at(
        cast,
        [codes[0], *MEMBER, "reporter@example.org"],
        [codes[1], *MEMBER, "Reporter@example.org", "", "2030-01-01"],
        [codes[2], *MEMBER, "new@example.org"],
        [codes[3], *MEMBER, ""],
    )


def state():
    return [
        *(model.objects.count() for model in (FocalPoint, Holder, User, Mail, Entry)),
        PersonalLink.objects.count(),
    ]


def test_posts_are_made_and_each_person_gets_one_message(cast, looked, codes):
    carry_out(looked, by=cast.officer)
    posts = FocalPoint.objects.filter(resolution__code__in=codes[:4], constituent=cast.member)
    assert posts.count() == 4
    assert posts.asked().count() == 3
    assert posts.vacant().count() == 4
    new = User.objects.get(email="new@example.org")
    assert not new.has_usable_password()
    mails = {mail.to: mail for mail in Mail.objects.all()}
    assert mails.keys() == {"reporter@example.org", "new@example.org"}
    assert "Will you be the focal point for 2 texts?" in mails["reporter@example.org"].subject
    assert "/links/" in mails["reporter@example.org"].text
    later = Holder.objects.get(post__resolution__code=codes[1])
    assert (later.since, later.invited_by) == (date(2030, 1, 1), cast.officer)


def test_everything_is_journalled(cast, looked, codes):
    before = Entry.objects.count()
    carry_out(looked, by=cast.officer)
    verbs = [entry.verb for entry in Entry.objects.order_by("sequence")[before:]]
    assert verbs.count("focalpoint.added") == 4
    assert verbs.count("holder.invited") == 3
    assert verbs.count("user.added") == verbs.count("assignment.carried_out") == 1
    holder = Holder.objects.get(post__resolution__code=codes[0])
    assert Entry.objects.about(holder).get().content["person"] == cast.reporter.pk
    assert Entry.objects.first_broken() is None


def test_pressing_twice_does_it_once(cast, looked):
    again = Assignment.objects.get(pk=looked.pk)
    carry_out(looked, by=cast.officer)
    done = state()
    with pytest.raises(RuleBroken, match="already"):
        carry_out(again, by=cast.officer)
    assert state() == done


def test_with_an_error_nothing_is_made_unless_good_rows_are_asked_for(cast, codes):
    looked = looked_at(cast, BAD, [codes[0], *MEMBER, "reporter@example.org"])
    before = state()
    with pytest.raises(RuleBroken, match="nothing was made"):
        carry_out(looked, by=cast.officer)
    assert state() == before
    carry_out(looked, by=cast.officer, only_good=True)
    looked.refresh_from_db()
    assert [bool(row["became"]) for row in looked.rows] == [False, True]
    assert FocalPoint.objects.filter(constituent=cast.member).count() == 1


def test_only_errors_is_nothing_to_do(cast):
    with pytest.raises(RuleBroken, match="No row"):
        carry_out(looked_at(cast, BAD), by=cast.officer, only_good=True)


def test_what_has_changed_since_the_preview_is_shown_and_nothing_made(cast, looked, codes):
    text = Resolution.objects.get(code=codes[0])
    post = FocalPoint.objects.create(resolution=text, role_id="member", constituent=cast.member)
    post.invite(cast.stranger, by=cast.officer)
    before = state()
    with pytest.raises(RuleBroken, match="changed since"):
        carry_out(looked, by=cast.officer, only_good=True)
    assert state() == before
    looked.refresh_from_db()
    assert not looked.done_at
    assert told(looked) == {2: [("email", "another_asked")]}
    carry_out(looked, by=cast.officer, only_good=True)


def test_the_language_of_the_officer_does_not_count_as_a_change(cast, looked):
    cast.member.name_fr = "Fondation"
    cast.member.save()
    with override("fr"):
        carry_out(looked, by=cast.officer)


def test_a_fault_in_the_middle_leaves_nothing_half_done(cast, looked, monkeypatch):
    def fail(*args):
        raise OSError("gone")

    monkeypatch.setattr(storing.notices, "asked", fail)
    before = state()
    with pytest.raises(OSError, match="gone"):
        carry_out(looked, by=cast.officer)
    assert state() == before
    assert not Assignment.objects.get().done_at


def test_undoing_takes_back_what_nobody_answered(cast, looked, codes):
    vacancy = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    looked = looked_at(
        cast,
        *([code, *MEMBER, "reporter@example.org"] for code in codes[:3]),
        [codes[3], *MEMBER, ""],
        ["WCC-2016-Res-087", *MEMBER, "reporter@example.org"],
    )
    carry_out(looked, by=cast.officer)
    holders = Holder.objects.filter(person=cast.reporter).order_by("pk")
    holders[0].accept(by=cast.reporter)
    holders[1].decline(by=cast.reporter, reason="No.")
    Mail.objects.all().delete()
    assert undo(looked, by=cast.officer) == 2
    looked.refresh_from_db()
    undone = [row["became"]["undone"] for row in looked.rows]
    assert undone == ["accepted", "declined", "removed", "removed", "withdrawn"]
    assert FocalPoint.objects.filter(constituent=cast.member).count() == 3
    assert vacancy.holders.get().answer == "withdrawn"
    mail = Mail.objects.get()
    assert mail.to == "reporter@example.org"
    assert "no longer asked" in mail.subject
    assert Entry.objects.first_broken() is None


def test_a_post_that_somebody_else_was_asked_for_meanwhile_stays(cast, codes):
    looked = looked_at(cast, [codes[0], *MEMBER, ""])
    carry_out(looked, by=cast.officer)
    post = FocalPoint.objects.get(constituent=cast.member)
    post.invite(cast.stranger, by=cast.officer)
    assert undo(looked, by=cast.officer) == 1
    assert FocalPoint.objects.asked().filter(pk=post.pk).exists()


def test_undoing_is_done_once_and_only_of_what_was_done(cast, looked):
    with pytest.raises(RuleBroken, match="never carried out"):
        undo(looked, by=cast.officer)
    carry_out(looked, by=cast.officer)
    undo(looked, by=cast.officer)
    with pytest.raises(RuleBroken, match="undone already"):
        undo(looked, by=cast.officer)


def test_queries_do_not_grow_with_the_rows(cast, codes):
    """Many rows take few more than five, though each is journalled."""
    roles = ["member", "commission", "committee", "council"]
    rows = [
        [code, role, "Fen and Heath Trust", "new@example.org"] for role in roles for code in codes
    ]
    asked = []
    for some in (rows[:5], rows[5:]):
        with CaptureQueriesContext(connection) as seen:
            carry_out(looked_at(cast, *some), by=cast.officer)
        asked.append(len(seen))
    assert len(rows) > 140
    assert asked[1] < asked[0] + 15
