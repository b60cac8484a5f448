"""A person without a constituent is told what to do, and can ask."""

import pytest
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.people.models import User

pytestmark = pytest.mark.django_db


def ask(client, **words):
    return client.post("/en/welcome/", {"constituent": "Heath Watch", "message": "", **words})


def test_a_stranger_is_told_and_may_ask(client, cast):
    client.force_login(cast.stranger)
    page = client.get("/fr/welcome/").content.decode()
    assert cast.member.name in page
    User.objects.filter(pk=cast.officer.pk).update(language="fr")
    answer = ask(client, message="I run <their> archive & site.")
    assert answer.url == "/en/welcome/"
    mail = Mail.objects.get()
    assert (mail.to, mail.language) == (cast.officer.email, "fr")
    assert "Heath Watch" in mail.text
    assert "I run <their> archive & site." in mail.text
    assert f"/fr/admin/people/user/{cast.stranger.pk}/change/" in mail.text
    assert [e.verb for e in Entry.objects.about(cast.stranger)] == ["user.asked_to_join"]


def test_asking_twice_a_day_sends_one_mail_and_says_so(client, cast):
    client.force_login(cast.stranger)
    ask(client)
    again = ask(client, constituent="Heath Watch, again")
    assert "You have asked today." in again.content.decode()
    assert "Heath Watch, again" in again.content.decode()
    assert Mail.objects.count() == 1


def test_a_request_must_name_a_body(client, cast):
    client.force_login(cast.stranger)
    page = ask(client, constituent=" ", message="kept").content.decode()
    assert 'aria-invalid="true"' in page
    assert "kept" in page
    assert not Mail.objects.exists()


def test_who_has_work_here_goes_to_the_desk(client, cast):
    for person in (cast.reporter, cast.focal_point):
        client.force_login(person)
        assert client.get("/en/welcome/").url == "/en/desk/"


def test_the_profile_shows_bodies_and_posts_and_keeps_choices(client, cast):
    client.force_login(cast.focal_point)
    page = client.get("/en/profile/").content.decode()
    assert cast.secretariat.name in page
    assert "WCC 2016 Res 087" in page
    answer = client.post("/en/profile/", {"language": "es", "agrees_to_be_named": "on"})
    assert answer.url == "/es/profile/"
    person = User.objects.get(pk=cast.focal_point.pk)
    assert (person.language, person.agrees_to_be_named) == ("es", True)
    assert [e.verb for e in Entry.objects.about(person)] == ["user.changed_profile"]


def test_a_language_that_is_not_offered_is_refused(client, cast):
    client.force_login(cast.stranger)
    assert client.post("/en/profile/", {"language": "xx"}).status_code == 200
    assert User.objects.get(pk=cast.stranger.pk).language == "en"


@pytest.mark.parametrize("path", ["welcome", "profile"])
def test_these_pages_are_for_people_who_signed_in(client, path):
    assert client.get(f"/en/{path}/").url == f"/en/sign-in/?next=/en/{path}/"


def test_who_is_asked_to_be_a_focal_point_is_led_to_the_question(client, cast):
    post = cast.resolution.focal_points.create(role_id="member", constituent=cast.member)
    post.invite(cast.stranger, by=cast.officer)
    client.force_login(cast.stranger)
    for name in ("welcome", "profile"):
        assert post.get_absolute_url() in client.get(reverse(name)).content.decode()
