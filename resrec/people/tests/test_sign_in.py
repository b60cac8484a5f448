"""Signing in: who a person becomes here, and what happens when the accounts misbehave."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.people.models import Membership, User

pytestmark = pytest.mark.django_db
SERVER = "https://accounts.example.org"
ENDPOINTS = {
    "issuer": SERVER,
    "authorization_endpoint": f"{SERVER}/authorize",
    "token_endpoint": f"{SERVER}/token",
    "userinfo_endpoint": f"{SERVER}/userinfo",
    "token_endpoint_auth_methods_supported": ["client_secret_post"],
}


@pytest.fixture
def accounts(settings, monkeypatch):
    """The organisation's accounts: what they answer is in `claims`; `error` makes them fail."""
    settings.OIDC_SERVER = SERVER
    app = {
        "provider_id": settings.OIDC_PROVIDER_ID,
        "name": "Accounts",
        "client_id": "resrec",
        "secret": "secret",
        "settings": {"server_url": SERVER},
    }
    provider = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"] | {"APPS": [app]}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": provider}
    accounts = SimpleNamespace(error=None, app=app, claims={}, token={"access_token": "token"})

    class Session:
        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

        def get(self, url, **kwargs):
            return self.request("GET", url)

        def request(self, method, url, **kwargs):
            if accounts.error:
                raise accounts.error
            answers = {"/token": accounts.token, "/userinfo": accounts.claims}
            answer = requests.Response()
            answer.status_code = 200
            answer.headers["content-type"] = "application/json"
            answer.json = lambda: answers.get(urlsplit(url).path, ENDPOINTS)
            return answer

    monkeypatch.setattr(DefaultSocialAccountAdapter, "get_requests_session", lambda self: Session())
    return accounts


@pytest.fixture
def arrive(client, accounts):
    """Sign in as the accounts say and give the answer to coming back: `arrive(email=…)`."""

    def come_back(language="en", next_page="/en/profile/", **claims):
        accounts.claims = {"sub": "17", "name": "Ada Rivers", "email_verified": True, **claims}
        there = client.post(f"/{language}/sign-in/", {"next": next_page})
        state = parse_qs(urlsplit(there.url).query)["state"][0]
        return client.get("/signed-in/", {"state": state, "code": "code"})

    return come_back


def signed_in_as(client):
    key = client.session.get("_auth_user_id")
    return key and User.objects.get(pk=key)


def test_the_page_says_where_one_is_taken(client, accounts):
    page = client.get("/en/sign-in/?next=/en/profile/").content.decode()
    assert "personal data stay with the organisation" in page
    assert 'name="next" value="/en/profile/"' in page


def test_the_accounts_are_asked_in_the_language_of_the_page(client, accounts):
    there = client.post("/fr/sign-in/", {"next": "/fr/profile/"})
    asked = parse_qs(urlsplit(there.url).query)
    assert there.url.startswith(f"{SERVER}/authorize?")
    assert asked["ui_locales"] == ["fr"]
    assert asked["redirect_uri"] == ["http://testserver/signed-in/"]
    assert asked["code_challenge_method"] == ["S256"]


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example.org/", "//evil.example.org", "javascript:alert(1)", "nowhere", ""],
)
def test_nobody_is_sent_to_another_site(client, accounts, cast, elsewhere):
    page = client.get("/en/sign-in/", {"next": elsewhere})
    assert page.context["next_page"] == ""
    client.force_login(cast.stranger)
    assert client.get("/en/sign-in/", {"next": elsewhere}).url == reverse("desk")


def test_without_accounts_the_operator_is_told(client, settings):
    settings.OIDC_SERVER = ""
    assert b"RESREC_OIDC_SERVER" in client.get("/en/sign-in/").content
    assert client.post("/en/sign-in/").status_code == 200


def test_a_new_person_is_made_and_the_journal_told(client, arrive):
    answer = arrive(email="ada@example.org", language="fr", next_page="/fr/profile/")
    assert answer.url == "/fr/profile/"
    person = signed_in_as(client)
    assert (person.email, person.name, person.language) == ("ada@example.org", "Ada Rivers", "fr")
    assert not person.constituents
    assert [e.verb for e in Entry.objects.about(person)] == ["user.joined"]


def test_a_person_known_by_address_keeps_memberships(client, arrive, cast):
    arrive(email="Reporter@Example.org")
    assert signed_in_as(client) == cast.reporter
    assert signed_in_as(client).constituents == [cast.member]


def test_name_and_address_follow_the_accounts(client, arrive):
    arrive(email="ada@example.org")
    client.post("/en/sign-out/")
    arrive(email="ada.lakes@example.org", name="Ada Lakes")
    person = signed_in_as(client)
    assert User.objects.filter(email__startswith="ada").get() == person
    assert (person.email, person.name) == ("ada.lakes@example.org", "Ada Lakes")
    # The address that was given up opens this account to nobody.
    client.post("/en/sign-out/")
    arrive(email="ada@example.org", sub="another")
    assert signed_in_as(client) != person


def test_an_address_that_somebody_else_bears_is_left_alone(client, arrive, cast):
    arrive(email="ada@example.org")
    client.post("/en/sign-out/")
    arrive(email=cast.officer.email)
    assert signed_in_as(client).email == "ada@example.org"


@pytest.mark.parametrize(
    "claims",
    [{}, {"email": ""}, {"email": "ada@example.org", "email_verified": False}],
    ids=["none", "empty", "unconfirmed"],
)
def test_without_a_confirmed_address_nobody_comes_in(client, arrive, claims):
    answer = arrive(**claims)
    assert answer.url == "/en/sign-in/failed/no-address/"
    assert client.get(answer.url).status_code == 403
    assert signed_in_as(client) is None
    assert not User.objects.filter(email__startswith="ada").exists()


def test_an_unconfirmed_address_does_not_open_the_account_that_bears_it(client, arrive, cast):
    arrive(email=cast.officer.email, email_verified=False)
    assert signed_in_as(client) is None


def test_accounts_that_always_verify_may_be_trusted_to(client, arrive, accounts):
    accounts.app["settings"]["verified_email"] = True
    arrive(email="ada@example.org", email_verified=False)
    assert signed_in_as(client).email == "ada@example.org"


def test_who_may_not_sign_in_any_more_is_told(client, arrive, cast):
    User.objects.filter(pk=cast.reporter.pk).update(is_active=False)
    assert arrive(email=cast.reporter.email).url == "/en/sign-in/failed/blocked/"
    assert signed_in_as(client) is None


@pytest.mark.parametrize(
    ("query", "why", "status"),
    [
        ("error=access_denied", "expired", 400),
        ("state=forged&code=stolen", "expired", 400),
        ("code=stolen", "expired", 400),
        ("", "expired", 400),
    ],
)
def test_an_answer_nobody_asked_for_gets_a_clear_page(client, accounts, query, why, status):
    answer = client.get(f"/signed-in/?{query}")
    assert answer.url == f"/en/sign-in/failed/{why}/"
    assert client.get(answer.url).status_code == status


def test_turning_back_at_the_accounts_keeps_the_way_back(client, accounts):
    there = client.post("/es/sign-in/", {"next": "/es/profile/"})
    state = parse_qs(urlsplit(there.url).query)["state"][0]
    answer = client.get("/signed-in/", {"state": state, "error": "access_denied"})
    assert answer.url == "/es/sign-in/failed/cancelled/?next=%2Fes%2Fprofile%2F"
    assert client.get(answer.url).context["next_page"] == "/es/profile/"


@pytest.mark.parametrize("token", [{"error": "invalid_grant"}, {}, []])
def test_a_code_that_the_accounts_refuse_gets_a_clear_page(client, arrive, accounts, token):
    accounts.token = token
    answer = arrive(email="ada@example.org")
    assert answer.url == "/en/sign-in/failed/expired/?next=%2Fen%2Fprofile%2F"
    assert signed_in_as(client) is None


def test_claims_that_name_nobody_get_a_clear_page(client, arrive, accounts):
    accounts.app["settings"]["uid_field"] = "number"
    assert arrive(email="ada@example.org").url == "/en/sign-in/failed/expired/"


def test_accounts_that_do_not_answer_are_said_at_once_and_on_the_way_back(client, accounts):
    there = client.post("/en/sign-in/", {"next": "/en/profile/"})
    state = parse_qs(urlsplit(there.url).query)["state"][0]
    accounts.error = requests.ConnectionError("down")
    back = client.get("/signed-in/", {"state": state, "code": "code"})
    again = client.post("/en/sign-in/")
    assert "/sign-in/failed/unreachable/" in back.url
    assert "/sign-in/failed/unreachable/" in again.url
    assert client.get(again.url).status_code == 503


def test_a_person_with_work_arrives_at_the_desk_and_a_stranger_at_the_welcome(client, arrive, cast):
    assert arrive(email=cast.stranger.email, next_page="").url == "/en/welcome/"
    client.post("/en/sign-out/")
    Membership.objects.create(person=cast.stranger, constituent=cast.member)
    assert arrive(email=cast.stranger.email, next_page="").url == reverse("desk")


def test_signing_out_says_so_and_takes_a_post(client, cast):
    client.force_login(cast.reporter)
    assert client.get("/en/sign-out/").status_code == 405
    assert signed_in_as(client) == cast.reporter
    answer = client.post("/en/sign-out/", follow=True)
    assert signed_in_as(client) is None
    # What the browser keeps of drafts goes with it.
    assert client.post("/en/sign-out/")["Clear-Site-Data"] == '"storage"'
    assert "You are signed out here." in answer.content.decode()


@pytest.mark.parametrize("path", ["login/", "signup/", "password/reset/", "accounts/login/"])
def test_none_of_allauths_own_pages_is_there(client, accounts, path):
    assert client.get(f"/accounts/{path}").status_code == 404
