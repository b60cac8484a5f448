"""The page of a post: who reads what, and its presses."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from resrec.journal.models import Mail
from resrec.people.models import User
from resrec.reporting.models import FocalPoint, Holder


@pytest.fixture
def vacancy(cast):
    return FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )


def page_of(client, who, post):
    client.force_login(who)
    return client.get(post.get_absolute_url())


def test_an_officer_asks_by_address_and_the_answer_makes_a_holder(client, cast, vacancy):
    client.force_login(cast.officer)
    new = {"email": "Newcomer@example.org", "language": "fr", "since": ""}
    client.post(reverse("post_invitation", args=[vacancy.pk]), new)
    newcomer = User.objects.get(email__iexact="newcomer@example.org")
    assert newcomer.language == "fr"
    asked = vacancy.holders.get()
    assert "Accept the post" in page_of(client, newcomer, vacancy).content.decode()
    client.post(reverse("holder_acceptance", args=[asked.pk]))
    assert vacancy.holder.person == newcomer


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "x" * 300 + "@example.org"])
def test_an_address_that_is_none_is_said_and_makes_nobody(client, cast, vacancy, email):
    client.force_login(cast.officer)
    people = User.objects.count()
    page = client.post(reverse("post_invitation", args=[vacancy.pk]), {"email": email})
    assert page.status_code == 200
    assert page.context["inviting"].errors["email"]
    assert User.objects.count() == people


def test_an_invitation_that_is_refused_leaves_no_person_behind(client, cast):
    held = FocalPoint.objects.get(role="secretariat_lead")
    client.force_login(cast.officer)
    page = client.post(
        reverse("post_invitation", args=[held.pk]), {"email": "newcomer@example.org"}
    )
    assert "Focal Point holds this post" in page.content.decode()
    assert not User.objects.filter(email="newcomer@example.org").exists()


def test_declining_without_a_word_is_asked_again(client, cast, vacancy):
    asked = vacancy.invite(cast.reporter, by=cast.officer)
    client.force_login(cast.reporter)
    page = client.post(reverse("holder_decline", args=[asked.pk]), {"reason": " "})
    assert "Say in a word" in page.content.decode()
    client.post(reverse("holder_decline", args=[asked.pk]), {"reason": "On leave."})
    asked.refresh_from_db()
    assert asked.declined_because == "On leave."
    assert client.get(vacancy.get_absolute_url()).status_code == 404


def test_who_is_only_asked_does_not_read_who_held_it(client, cast, vacancy):
    yesterday = date.today() - timedelta(days=1)
    tomorrow = date.today() + timedelta(days=1)
    Holder.objects.create(post=vacancy, person=cast.other_reporter, until=yesterday)
    Holder.objects.create(post=vacancy, person=cast.commission_reporter, until=date.today())
    asked = vacancy.invite(cast.reporter, by=cast.officer, since=tomorrow)
    page = page_of(client, cast.reporter, vacancy).content.decode()
    assert "Other Reporter" not in page
    assert "Commission Reporter" not in page
    asked.accept(by=cast.reporter)
    assert "Other Reporter" in page_of(client, cast.reporter, vacancy).content.decode()


def test_a_word_of_declining_is_the_officers(client, cast, vacancy):
    vacancy.invite(cast.reporter, by=cast.officer).decline(by=cast.reporter, reason="Quarrels.")
    assert "Quarrels." in page_of(client, cast.officer, vacancy).content.decode()
    assert "Quarrels." not in page_of(client, cast.focal_point, vacancy).content.decode()


def test_who_leaves_sets_their_last_day(client, cast):
    post = FocalPoint.objects.get(role="secretariat_lead")
    client.force_login(cast.focal_point)
    address = reverse("holder_leaving", args=[post.holder.pk])
    assert client.post(address, {"on": "soon"}).context["leaving"].errors["on"]
    client.post(address, {"on": date.today().isoformat()})
    assert FocalPoint.objects.get(role="secretariat_lead").holder.until == date.today()


def test_queries_do_not_grow_with_holders(client, cast, vacancy, django_assert_num_queries):
    def add_holders(*years):
        for year in years:
            person = User.objects.create_user(f"{year}@example.org", name=f"N {year}")
            Holder.objects.create(
                post=vacancy, person=person, since=date(year, 1, 1), until=date(year, 12, 31)
            )

    add_holders(1989)
    page_of(client, cast.officer, vacancy)
    with CaptureQueriesContext(connection) as asked:
        client.get(vacancy.get_absolute_url())
    add_holders(*range(1990, 2010))
    with django_assert_num_queries(len(asked)):
        client.get(vacancy.get_absolute_url())


def test_an_officer_sees_that_the_question_came_back(client, cast, vacancy):
    vacancy.invite(cast.reporter, by=cast.officer)
    assert "comes back" not in page_of(client, cast.officer, vacancy).content.decode()
    Mail.objects.update(bounced_at=timezone.now(), bounce="No such mailbox")
    assert "comes back" in page_of(client, cast.officer, vacancy).content.decode()
