"""Personal links: opening changes nothing, one press signs in, and bad links say what is wrong."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from resrec.journal.models import Mail
from resrec.people.models import Asking, PersonalLink, User
from resrec.people.personal_links import personal_link, withdraw
from resrec.people.views.personal_link import A_NETWORK, A_PERSON
from resrec.reporting.tests.pages import words_of


@pytest.fixture
def address(cast):
    """The path of a link for the reporter to their desk."""
    return personal_link(cast.reporter, reverse("desk")).removeprefix("http://localhost:8000")


def signed_in(client):
    return client.session.get("_auth_user_id")


def test_opening_it_any_number_of_times_changes_nothing(client, cast, address):
    before = PersonalLink.objects.values().get()
    for ask in (client.get, client.head, client.get):
        page = ask(address)
        assert page.status_code == 200
    assert not signed_in(client)
    assert PersonalLink.objects.values().get() == before
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in page["X-Robots-Tag"]
    assert "no-store" in page["Cache-Control"]


def test_one_press_signs_its_person_in_and_leads_there(client, cast, address):
    assert "Go on as Reporter" in words_of(client.get(address))
    answer = client.post(address)
    assert (answer.status_code, answer.url) == (302, reverse("desk"))
    assert signed_in(client) == str(cast.reporter.pk)
    assert client.get(reverse("desk")).status_code == 200


def test_it_can_be_used_from_two_devices(client, cast, address):
    client.post(address)
    client.logout()
    assert client.post(address).status_code == 302


def test_the_secret_is_not_in_the_database(cast, address):
    row = PersonalLink.objects.get()
    assert row.secret_digest not in address
    assert address.split("/")[3].partition(":")[0] not in str(row.__dict__)


def test_whoever_is_signed_in_is_told_and_signed_out_first(client, cast, address):
    client.force_login(cast.other_reporter)
    assert "Other Reporter is signed in" in words_of(client.get(address))
    client.post(address)
    assert signed_in(client) == str(cast.reporter.pk)


def test_an_officer_who_comes_by_a_link_has_no_officer_s_rights(client, cast):
    address = personal_link(cast.officer, reverse("desk")).removeprefix("http://localhost:8000")
    client.post(address)
    assert client.get(reverse("desk")).status_code == 200
    assert client.get(reverse("open_citations")).status_code == 403
    assert client.get(reverse("admin:index")).status_code != 200
    client.force_login(cast.officer)
    assert client.get(reverse("open_citations")).status_code == 200


def test_a_link_does_not_open_another_s_draft(client, cast, report_of):
    draft = report_of(by=cast.other_reporter)
    path = reverse("report_edit", args=[draft.pk])
    client.post(personal_link(cast.reporter, path).removeprefix("http://localhost:8000"))
    assert client.get(path).status_code == 404


def break_off(address):
    return address[:-6] + "/"


def change(address):
    return address.replace(":", "x:", 1)


@pytest.mark.parametrize("spoil", [break_off, change])
def test_a_link_that_did_not_arrive_whole(client, address, spoil):
    for ask in (client.get, client.post):
        page = ask(spoil(address))
        assert page.status_code == 400
        assert "did not arrive whole" in words_of(page)
    assert not signed_in(client)


def test_an_expired_link_gives_a_fresh_one_by_mail_and_not_at_once_again(client, cast, address):
    long_ago = timezone.now() - timedelta(days=40)
    PersonalLink.objects.update(expires_at=timezone.now(), made_at=long_ago)
    page = client.get(address)
    assert page.status_code == 410
    assert "Its time is over." in words_of(page)
    assert client.post(address).status_code == 410
    assert not signed_in(client)
    for _twice in range(2):
        client.post(f"{address}fresh/")
    mail = Mail.objects.get(to=cast.reporter.email)
    fresh = next(word for word in mail.text.split() if "/links/" in word)
    assert client.post(fresh.removeprefix("http://localhost:8000")).status_code == 302


def test_a_withdrawn_link_and_one_of_somebody_blocked_do_not_open(client, cast, address):
    withdraw(PersonalLink.objects.all())
    assert "It was withdrawn." in words_of(client.get(address))
    PersonalLink.objects.update(revoked_at=None)
    User.objects.filter(pk=cast.reporter.pk).update(is_active=False)
    page = client.get(address)
    assert (page.status_code, "may not be used" in words_of(page)) == (403, True)
    assert "fresh" not in page.content.decode()
    client.post(f"{address}fresh/")
    assert not Mail.objects.exists()


def test_who_is_blocked_later_is_signed_out(client, cast, address):
    client.post(address)
    User.objects.filter(pk=cast.reporter.pk).update(is_active=False)
    assert client.get(reverse("desk")).status_code == 302


def test_a_link_that_was_deleted_is_not_known(client, address):
    PersonalLink.objects.all().delete()
    assert client.get(address).status_code == 410


def test_a_clock_that_goes_wrong_elsewhere_does_not_matter(client, cast, address):
    """What a browser or a mail server believes the time to be is not asked for."""
    headers = {
        "Date": "Thu, 01 Jan 1970 00:00:00 GMT",
        "If-Modified-Since": "Tue, 19 Jan 2038 00:00:00 GMT",
    }
    assert client.post(address, headers=headers).status_code == 302


@pytest.mark.parametrize("path", ["https://elsewhere.example/", "//elsewhere.example/", "desk"])
def test_it_leads_nowhere_else(cast, path):
    with pytest.raises(ValueError, match="not a path"):
        personal_link(cast.reporter, path)


def test_the_link_speaks_the_person_s_language(cast):
    cast.reporter.language = "es"
    assert "/es/links/" in personal_link(cast.reporter, "/es/desk/")


# Signing in by a mailed link


def ask_for(client, email, **extra):
    return client.post(reverse("sign_in_by_mail"), {"email": email}, **extra)


def test_a_link_is_mailed_and_the_answer_tells_nobody_who_is_here(client, cast):
    known = ask_for(client, cast.reporter.email.upper())
    unknown = ask_for(client, "nobody@example.org")
    assert words_of(known) == words_of(unknown)
    mail = Mail.objects.get()
    assert mail.to == cast.reporter.email
    address = next(word for word in mail.text.split() if "/links/" in word)
    client.post(address.removeprefix("http://localhost:8000"))
    assert signed_in(client) == str(cast.reporter.pk)


def test_an_address_that_is_none_is_said_and_kept(client, cast):
    page = ask_for(client, "reporter at example")
    assert "This is not an e-mail address." in words_of(page)
    assert "reporter at example" in page.content.decode()


def test_one_address_gets_few_links_an_hour_from_wherever_they_are_asked(client, cast):
    for number in range(A_PERSON):
        answer = ask_for(client, cast.reporter.email, REMOTE_ADDR=f"10.0.0.{number}")
        assert answer.status_code == 200
    assert ask_for(client, cast.reporter.email, REMOTE_ADDR="10.0.1.1").status_code == 429
    assert Mail.objects.count() == A_PERSON
    Asking.objects.update(hour=timezone.now() - timedelta(hours=2))
    assert ask_for(client, cast.reporter.email).status_code == 200


def test_one_network_asks_for_few_links_an_hour(client, cast):
    for number in range(A_NETWORK):
        ask_for(client, f"person{number}@example.org", REMOTE_ADDR="2001:db8::1")
    answer = ask_for(client, "one-more@example.org", REMOTE_ADDR="2001:db8::2")
    assert answer.status_code == 429
    assert ask_for(client, "one-more@example.org", REMOTE_ADDR="2001:db8:1::1").status_code == 200


def test_only_the_proxy_says_where_a_request_comes_from(client, cast, settings):
    for number in range(A_NETWORK):
        ask_for(client, f"p{number}@example.org", headers={"X-Forwarded-For": f"10.0.0.{number}"})
    assert ask_for(client, "one-more@example.org").status_code == 429


def test_addresses_are_not_collected(client, cast):
    ask_for(client, "nobody@example.org")
    assert "nobody" not in str(list(Asking.objects.values()))
