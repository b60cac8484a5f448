"""What is typed after the session ended is still there after signing in again."""

import re
from html import unescape

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import JsonResponse
from django.test import Client
from django.urls import path

from resrec.urls import urlpatterns as site_addresses
from resrec.web.kept_forms import MOST_CHARACTERS, SESSION_KEY


def notes(request):
    return JsonResponse(dict(request.POST.lists()))


urlpatterns = [*site_addresses, *i18n_patterns(path("notes/", notes))]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]

NOTE = {
    "title": "Dunes",
    "words": 'We planted\r\nmarram & "sea" <b>holly</b>.',
    "kinds": ["a", "b"],
}


@pytest.fixture
def kept(client):
    """Post a note without a session; give the address of the kept form."""
    answer = client.post("/fr/notes/?year=2026", NOTE)
    assert answer.status_code == 302
    where, _, query = answer["Location"].partition("?next=")
    assert where == "/fr/sign-in/"
    return query


def fields_of(page):
    """The hidden fields of the form on a page, as a browser would post them."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    fields = {}
    for name, value in found:
        fields.setdefault(unescape(name), []).append(unescape(value))
    return fields


def test_text_is_shown_after_signing_in_and_goes_where_it_was_going(client, cast, kept):
    client.force_login(cast.reporter)
    page = client.get(kept).content.decode()
    assert 'action="/fr/notes/?year=2026"' in page
    assert "<b>holly</b>" not in page
    fields = fields_of(page)
    assert fields.pop("csrfmiddlewaretoken")
    sent = client.post("/fr/notes/?year=2026", fields).json()
    assert sent == {"title": ["Dunes"], "words": [NOTE["words"]], "kinds": ["a", "b"]}


def test_a_form_that_was_sent_again_is_forgotten(client, cast, kept):
    client.force_login(cast.reporter)
    client.post("/fr/notes/", NOTE)
    assert client.get(kept).status_code == 200
    client.post("/fr/notes/?year=2026", NOTE)
    assert client.get(kept).status_code == 404


@pytest.mark.parametrize("who", ["reporter", "other_reporter"])
def test_another_browser_does_not_find_it(client, cast, kept, who):
    elsewhere = Client()
    elsewhere.force_login(getattr(cast, who))
    assert elsewhere.get(kept).status_code == 404


def test_signing_out_forgets_it(client, cast, kept):
    client.force_login(cast.reporter)
    client.logout()
    client.force_login(cast.reporter)
    assert client.get(kept).status_code == 404


def test_nobody_reads_it_without_signing_in(client, kept):
    assert client.get(kept).status_code == 302


def test_files_and_tokens_are_not_kept(client):
    proof = SimpleUploadedFile("proof.txt", b"a private photograph")
    client.post("/en/notes/", {"title": "Dunes", "csrfmiddlewaretoken": "t0ken", "proof": proof})
    [form] = client.session[SESSION_KEY].values()
    assert form == {
        "path": "/en/notes/",
        "fields": [["title", "Dunes"]],
        "had_files": True,
        "writer": "",
    }


def test_the_last_five_are_kept(client):
    for number in range(7):
        client.post("/en/notes/", {"title": number})
    kept = [form["fields"][0][1] for form in client.session[SESSION_KEY].values()]
    assert kept == ["2", "3", "4", "5", "6"]


def test_what_is_too_long_is_shown_at_once_and_not_stored(client):
    words = "word " * (MOST_CHARACTERS // 4)
    answer = client.post("/en/notes/", {"words": words})
    assert answer.status_code == 401
    assert fields_of(answer.content.decode())["words"] == [words]
    assert SESSION_KEY not in client.session


def test_a_script_is_told_instead_of_sent_away(client):
    answer = client.post("/en/notes/", NOTE, headers={"Sec-Fetch-Mode": "cors"})
    assert answer.status_code == 401
    assert SESSION_KEY not in client.session


@pytest.fixture
def strict(cast):
    """A signed-in browser whose forms are checked for their token."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.reporter)
    return browser


def test_a_form_with_an_old_token_is_offered_again(strict):
    ours = {"Origin": "http://testserver"}
    refused = strict.post("/es/notes/", NOTE | {"csrfmiddlewaretoken": "x" * 32}, headers=ours)
    assert refused.status_code == 403
    page = refused.content.decode()
    assert '<html lang="es">' in page
    fields = fields_of(page)
    answer = strict.post("/es/notes/", fields, headers=ours)
    assert answer.json()["words"] == [NOTE["words"]]


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {}]
)
def test_a_form_from_elsewhere_is_not_offered_for_sending(strict, headers):
    page = strict.post("/en/notes/", NOTE, headers=headers).content.decode()
    assert "marram" in page
    assert 'action="/en/notes/"' not in page


@pytest.mark.parametrize(("who", "status"), [("reporter", 200), ("other_reporter", 404)])
def test_a_form_is_offered_to_its_writer_and_nobody_else(client, cast, who, status):
    client.force_login(cast.reporter)
    client.get("/en/profile/")
    # The session ends of itself; the browser stays.
    client.cookies.pop("resrec_session")
    kept = client.post("/en/notes/", NOTE)["Location"].partition("?next=")[2]
    client.force_login(getattr(cast, who))
    assert client.get(kept).status_code == status


def test_a_public_page_sets_no_mark(client, cast):
    client.force_login(cast.reporter)
    assert "resrec_writer" not in client.get("/en/resolutions/").cookies
    assert client.get("/en/profile/").cookies["resrec_writer"]["httponly"]
    assert "resrec_writer" not in client.get("/en/profile/").cookies
