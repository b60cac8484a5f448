"""Asking a person to take a post."""

import re
from datetime import date, timedelta

import pytest

from resrec.journal.models import Entry, Mail
from resrec.people.models import PersonalLink, User
from resrec.reporting.models import FocalPoint
from resrec.reporting.models.focal_point import resolutions_held_by
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken


@pytest.fixture
def vacancy(cast):
    return FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )


def test_who_is_asked_holds_nothing_before_they_accept(cast, vacancy):
    asked = vacancy.invite(cast.reporter, by=cast.officer)
    assert vacancy.holder is None
    assert not resolutions_held_by(cast.reporter)
    assert vacancy in FocalPoint.objects.vacant()
    assert vacancy in FocalPoint.objects.asked()
    asked.accept(by=cast.reporter)
    assert vacancy.holder == asked
    assert asked.since == date.today()
    assert cast.resolution in resolutions_held_by(cast.reporter)
    assert vacancy not in FocalPoint.objects.vacant()
    assert vacancy not in FocalPoint.objects.asked()
    verbs = Entry.objects.about(asked).order_by("sequence").values_list("verb", flat=True)
    assert [*verbs] == ["holder.invited", "holder.accepted"]


def test_a_day_agreed_stands(cast, vacancy):
    day = date.today() + timedelta(days=30)
    asked = vacancy.invite(cast.reporter, by=cast.officer, since=day)
    asked.accept(by=cast.reporter)
    assert vacancy.holder is None
    assert cast.resolution in resolutions_held_by(cast.reporter, on=day)


def test_they_are_told_by_mail_where_to_answer(cast, vacancy):
    cast.reporter.language = "fr"
    vacancy.invite(cast.reporter, by=cast.officer)
    mail = Mail.objects.get()
    assert mail.to == cast.reporter.email
    assert "/fr/links/" in mail.text
    assert PersonalLink.objects.get(person=cast.reporter).path.startswith("/fr/posts/")


def test_one_press_on_the_link_s_page_takes_the_post(client, cast, vacancy):
    asked = vacancy.invite(cast.reporter, by=cast.officer)
    link = re.search(r"http\S+/links/\S+", Mail.objects.get().text)[0]
    assert "Will you take this post?" in words_of(client.get(link))
    asked.refresh_from_db()
    assert asked.is_asked
    client.post(link)  # looks first
    asked.refresh_from_db()
    assert asked.is_asked
    client.post(link, {"accept": "1"})
    assert vacancy.holder.person == cast.reporter


def test_one_is_asked_at_a_time(cast, vacancy):
    vacancy.invite(cast.reporter, by=cast.officer)
    with pytest.raises(RuleBroken, match="withdraw that first"):
        vacancy.invite(cast.other_reporter, by=cast.officer)
    assert vacancy.holders.count() == Mail.objects.count() == 1


def test_a_post_that_is_held_is_not_offered(cast):
    held = FocalPoint.objects.get(role="secretariat_lead")
    with pytest.raises(RuleBroken, match="Focal Point holds this post"):
        held.invite(cast.officer, by=cast.officer)
    leaves = date.today() + timedelta(days=10)
    held.holder.leave(by=cast.officer, on=leaves)
    held.invite(cast.officer, by=cast.officer, since=leaves + timedelta(days=1))


def test_accepting_late_does_not_put_two_into_one_post(cast, vacancy):
    asked = vacancy.invite(cast.reporter, by=cast.officer)
    vacancy.holders.create(person=cast.other_reporter)
    with pytest.raises(RuleBroken, match="holds this post"):
        asked.accept(by=cast.reporter)


def test_who_may_not_sign_in_is_not_asked(cast, vacancy):
    cast.reporter.is_active = False
    with pytest.raises(RuleBroken, match="may not sign in"):
        vacancy.invite(cast.reporter, by=cast.officer)


def test_an_address_in_another_case_is_the_same_person(cast):
    assert User.objects.known_by("Reporter@Example.org", by=cast.officer) == cast.reporter


def test_an_unknown_address_becomes_a_person(cast):
    person = User.objects.known_by("new@example.org", by=cast.officer, language="es")
    assert (person.email, person.language) == ("new@example.org", "es")
    assert Entry.objects.about(person).get().verb == "user.added"
