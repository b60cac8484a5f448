"""Answering no, being asked no longer, and leaving."""

from datetime import date, timedelta

import pytest

from resrec.journal.models import Mail
from resrec.reporting.models import FocalPoint
from resrec.rules import RuleBroken


@pytest.fixture
def asked(cast):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    asked = post.invite(cast.reporter, by=cast.officer)
    Mail.objects.all().delete()
    return asked


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_a_word_is_needed(cast, asked, nothing):
    with pytest.raises(RuleBroken, match="Say in a word"):
        asked.decline(by=cast.reporter, reason=nothing)
    assert asked.post.holders.asked().exists()


def test_the_officer_reads_the_word_and_asks_another(cast, asked):
    asked.decline(by=cast.reporter, reason="I retire in March.")
    mail = Mail.objects.get()
    assert mail.to == cast.officer.email
    assert "I retire in March." in mail.text
    assert asked.post.holder is None
    asked.post.invite(cast.other_reporter, by=cast.officer)


def test_an_answer_is_given_once(cast, asked):
    asked.decline(by=cast.reporter, reason="No time.")
    for answer in (asked.accept, asked.withdraw):
        with pytest.raises(RuleBroken, match="answered or withdrawn"):
            answer(by=cast.reporter)


def test_an_invitation_taken_back_is_told(cast, asked):
    asked.withdraw(by=cast.officer)
    assert Mail.objects.get().to == cast.reporter.email
    with pytest.raises(RuleBroken, match="answered or withdrawn"):
        asked.accept(by=cast.reporter)


def test_the_last_day_is_a_day_in_the_post(cast):
    post = FocalPoint.objects.get(role="secretariat_lead")
    post.holder.leave(by=cast.officer, on=date.today())
    assert post.holder
    assert post in FocalPoint.objects.vacant(on=date.today() + timedelta(days=1))


def test_only_a_holder_leaves(cast, asked):
    with pytest.raises(RuleBroken, match="cannot leave it"):
        asked.leave(by=cast.officer, on=date.today())


def test_nobody_leaves_before_they_began(cast, asked):
    asked.accept(by=cast.reporter)
    with pytest.raises(RuleBroken, match="before the first"):
        asked.leave(by=cast.officer, on=date.today() - timedelta(days=1))
