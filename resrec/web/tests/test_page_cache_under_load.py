"""The page cache keeps to its room, holds nobody up, and fails without failing the page."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import brotli
import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connections

from resrec.web.tests.asking import Asking, one_connection, page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_connection_stays():
    with one_connection():
        yield


@pytest.fixture
def ask():
    return Asking(get_wsgi_application())


def test_the_room_is_kept_to_and_what_was_asked_for_longest_ago_goes_first():
    ask = Asking(page(b"x" * 20_000), room=250_000)
    for number in range(50):
        ask(f"/en/{number}/")
        ask("/en/0/")
        assert ask.cache.used <= 250_000
    assert ask.asked == 50
    ask("/en/49/")
    assert ask.asked == 50
    ask("/en/1/")
    assert ask.asked == 51
    assert ask.cache.used == sum(kept.size for kept in ask.cache._pages.values())


def test_a_page_larger_than_its_share_is_answered_and_not_kept():
    ask = Asking(page(b"x" * 20_000), room=100_000)
    assert ask() == ask()
    assert (ask.asked, ask.cache.used) == (2, 0)


def test_a_failure_of_the_cache_is_no_failure_of_the_page(ask, monkeypatch, caplog):
    monkeypatch.setattr("resrec.web.page_cache.KeptPage", None)
    assert ask()[0] == 200
    monkeypatch.setattr(ask.cache._state, "now", None)
    assert ask()[0] == 200
    assert len(caplog.records) == 2


def test_nobody_waits_while_another_page_is_made():
    begun, end = Event(), Event()

    def slow(environ, start_response):
        if environ["PATH_INFO"] == "/slow/":
            begun.set()
            assert end.wait(10)
        return page()(environ, start_response)

    ask = Asking(slow)
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(_in_a_thread, lambda: ask("/slow/"))
        assert begun.wait(10)
        assert ask("/quick/")[0] == ask("/quick/")[0] == 200
        end.set()
        assert waiting.result()[0] == 200


def test_threads_at_once_get_the_right_pages_and_lose_no_byte_of_the_account():
    ask = Asking(lambda environ, start: page(environ["PATH_INFO"].encode() * 1000)(environ, start))
    ask.cache.room = 200_000
    together = Barrier(4)

    def read():
        together.wait(10)
        for turn in range(400):
            address = f"/{turn % 20}/"
            welcome = ["", "gzip", "br"][turn % 3]
            body = ask(address, Accept_Encoding=welcome)[2]
            assert DECODE[welcome](body) == address.encode() * 1000

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(_in_a_thread, read) for _thread in range(4)]:
            done.result()
    assert ask.cache.used == sum(kept.counted for kept in ask.cache._pages.values())
    assert ask.cache.used <= 200_000


DECODE = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


def _in_a_thread(action):
    try:
        return action()
    finally:
        connections.close_all()
