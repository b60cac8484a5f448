"""The page cache: what was seen is answered without the framework, and never when it has moved."""

import gzip
from datetime import date

import brotli
import pytest
from django.core.wsgi import get_wsgi_application
from django.db import transaction

from resrec.web import public_state
from resrec.web.models import PublicRevision
from resrec.web.tests.asking import Asking, one_connection, page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _each_read_is_new(monkeypatch):
    monkeypatch.setattr(public_state, "REUSED_FOR", 0)


@pytest.fixture(autouse=True)
def _the_connection_stays():
    with one_connection():
        yield


@pytest.fixture
def ask():
    return Asking(get_wsgi_application())


def test_a_page_that_was_seen_is_answered_without_the_framework(ask):
    assert ask() == ask()
    assert ask.asked == 1


def test_headers_are_those_of_the_page_that_was_made(ask):
    _status, made, _body = ask()
    _status, kept, _body = ask()
    assert kept == made
    assert {"content-security-policy", "x-content-type-options", "x-frame-options"} <= kept.keys()


@pytest.mark.parametrize(
    "other",
    [
        {"address": "/fr/resources/"},
        {"address": "/en/resources/?n=1"},
        {"host": "127.0.0.1"},
        {"Accept": "application/json"},
        {"HX_Target": "list"},
    ],
    ids=str,
)
def test_another_page_is_asked_for(ask, other):
    ask()
    ask(**other)
    assert ask.asked == 2


@pytest.mark.parametrize(
    "same",
    [
        {"Cookie": "resrec_language=fr; csrftoken=abc"},
        {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"},
        {"Accept_Language": "fr"},
        {"User_Agent": "another"},
    ],
    ids=str,
)
def test_what_says_nothing_of_the_page_does_not_matter(ask, same):
    assert ask() == ask(**same)
    assert ask.asked == 1


def test_a_change_makes_the_page_anew(ask):
    ask()
    PublicRevision.move()
    ask()
    assert ask.asked == 2
    ask()
    assert ask.asked == 2


def test_a_change_that_was_taken_back_changes_nothing(ask):
    ask()
    with transaction.atomic():
        PublicRevision.move()
        transaction.set_rollback(True)
    ask()
    assert ask.asked == 1


def test_a_new_day_makes_the_page_anew(ask, monkeypatch):
    ask()
    monkeypatch.setattr("resrec.web.public_state.today", lambda: "2031-01-01")
    ask()
    assert ask.asked == 2


def test_the_day_changes_with_its_minute(monkeypatch):
    dates = iter([date(2030, 12, 31), date(2031, 1, 1)])
    monkeypatch.setattr(public_state.timezone, "localdate", lambda: next(dates))
    days = []
    for seconds in (59_999_941, 59_999_999.9, 60_000_000):
        monkeypatch.setattr(public_state, "time", lambda seconds=seconds: seconds)
        days.append(public_state.today())
    assert days == ["2030-12-31", "2030-12-31", "2031-01-01"]


def test_where_a_read_is_a_round_trip_a_number_is_used_for_a_second_at_most(monkeypatch):
    monkeypatch.setattr(public_state, "REUSED_FOR", 1)
    state = public_state.PublicState()
    state._is_near = False
    monkeypatch.setattr(public_state, "monotonic", lambda: 100.0)
    before = state.now()
    PublicRevision.move()
    assert state.now() == before
    monkeypatch.setattr(public_state, "monotonic", lambda: 101.0)
    assert state.now() != before


def test_a_page_that_came_by_https_is_not_given_without(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ask = Asking(page())
    ask(X_Forwarded_Proto="https")
    ask(X_Forwarded_Proto="https")
    assert ask.asked == 1
    ask()
    ask(X_Forwarded_Proto="http")
    assert ask.asked == 3


def test_a_page_made_while_something_moved_is_not_served_afterwards():
    ask = Asking(page(before=PublicRevision.move))
    ask()
    ask()
    assert ask.asked == 2


@pytest.mark.parametrize(
    "who",
    [
        {"Cookie": "a=b; resrec_session=abc"},
        {"Cookie": "messages=abc"},
        {"Authorization": "Bearer abc"},
        {"method": "POST"},
    ],
    ids=str,
)
def test_who_tells_who_they_are_gets_a_page_of_their_own(ask, who):
    ask()
    ask(**who)
    ask(**who)
    assert ask.asked == 3
    assert "resrec_session" not in str(ask())


def test_head_gets_the_headers_alone(ask):
    _status, headers, _body = ask()
    assert ask(method="HEAD") == (200, headers, b"")
    assert ask.asked == 1


def test_head_does_not_make_a_page(ask):
    ask(method="HEAD")
    assert ask()[2]
    assert ask.asked == 2


@pytest.mark.parametrize("form", ["{tag}", '"other", {tag}', "*", "{strong}"])
def test_what_the_reader_has_already_is_not_sent_again(ask, form):
    _status, made, _body = ask()
    tag = made["etag"]
    asked = form.format(tag=tag, strong=tag.removeprefix("W/"))
    status, headers, body = ask(If_None_Match=asked)
    assert (status, body, ask.asked) == (304, b"", 1)
    assert headers == {n: v for n, v in made.items() if n not in NOT_IN_A_304}


NOT_IN_A_304 = {"content-type", "content-length", "content-language"}


def test_a_cache_that_has_just_begun_knows_the_tags_of_another(ask):
    page = ask()
    tag = page[1]["etag"]
    begun = Asking(get_wsgi_application())
    assert begun(If_None_Match=tag) == begun(If_None_Match=tag) == ask(If_None_Match=tag)
    assert begun.asked == 1
    assert begun() == begun() == page
    assert begun.asked == 2
    PublicRevision.move()
    assert begun(If_None_Match=tag)[0] == 200


def test_bodies_come_in_the_encoding_that_is_welcome(ask):
    plain = ask()[2]
    for welcome, encoding, decode in [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
    ]:
        status, headers, body = ask(Accept_Encoding=welcome)
        assert (status, headers["content-encoding"]) == (200, encoding)
        assert headers["content-length"] == str(len(body))
        assert decode(body) == plain
    assert "content-encoding" not in ask(Accept_Encoding="deflate")[1]
    assert ask.asked == 1


def test_a_page_that_was_first_asked_for_encoded_is_there_plain_too(ask):
    encoded = ask(Accept_Encoding="br")[2]
    assert ask()[2] == brotli.decompress(encoded)
    assert ask.asked == 1


def test_a_query_means_the_same_in_any_order(ask):
    ask("/en/resources/?a=1&b=2&b=3")
    ask("/en/resources/?b=2&b=3&a=1")
    assert ask.asked == 1
    ask("/en/resources/?a=1&b=3&b=2")
    assert ask.asked == 2


def test_a_name_in_another_spelling_keeps_its_place(ask):
    ask("/en/resources/?b=2&%62=3")
    ask("/en/resources/?%62=3&b=2")
    assert ask.asked == 2


def test_a_strange_host_is_for_the_framework_to_refuse(ask):
    assert ask(host="elsewhere.example.org")[0] == 400
    strange = Asking(page())
    strange(host="elsewhere.example.org")
    strange(host="elsewhere.example.org")
    assert strange.asked == 2


def test_an_over_long_address_is_answered_and_not_kept(ask):
    for _turn in range(2):
        assert ask("/en/resources/?q=" + "x" * 2000)[0] == 200
    assert ask.asked == 2


@pytest.mark.parametrize("address", ["/en/resources/nowhere/", "/en/desk/", "/robots.txt", "/en"])
def test_only_whole_public_pages_are_kept(ask, address):
    assert ask(address) == ask(address)
    assert ask.asked == 2


@pytest.mark.parametrize("header", [("Set-Cookie", "a=b"), ("Vary", "Accept, Accept-Language")])
def test_an_answer_that_is_not_for_all_is_not_kept(header):
    ask = Asking(page(b"words", header))
    assert ask() == ask()
    assert ask.asked == 2
