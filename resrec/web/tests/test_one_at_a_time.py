"""Requests take turns in the application, and none waits there for what is still on its way."""

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock, get_ident

import pytest

from resrec.web import one_at_a_time
from resrec.web.one_at_a_time import IN_MEMORY, OneAtATime


class Asked:
    """A WSGI application that notes what it was given; with `holds`, it waits there."""

    def __init__(self, holds=None):
        self.bodies, self.threads, self.holds = [], set(), holds
        self.inside, self.most_inside, self._lock = 0, 0, Lock()

    def __call__(self, environ, start_response):
        with self._lock:
            self.inside += 1
            self.most_inside = max(self.most_inside, self.inside)
        self.threads.add(get_ident())
        self.bodies.append(environ["wsgi.input"].read())
        if self.holds:
            self.holds.wait(5)
        with self._lock:
            self.inside -= 1
        start_response("200 OK", [])
        return [b"done"]


class ComingSlowly(io.BytesIO):
    """A body of which the last part comes when `arrives` is set."""

    def __init__(self, words, arrives):
        super().__init__(words)
        self.arrives = arrives

    def read(self, size=-1):
        if self.tell():
            self.arrives.wait(5)
        return super().read(min(size, 3))


def ask(application, body=b"", length=None, path="/fr/reports/1/edit/"):
    """Give (status, body) of the answer."""
    stream = body if isinstance(body, io.BytesIO) else io.BytesIO(body)
    told = len(stream.getvalue()) if length is None else length
    environ = {"PATH_INFO": path, "CONTENT_LENGTH": str(told), "wsgi.input": stream}
    said = []
    made = application(environ, lambda status, headers: said.append(status))
    return said[0], b"".join(made)


@pytest.mark.parametrize("body", [b"", b"results=A+pond", b"x" * (2 * IN_MEMORY)])
def test_the_application_reads_what_was_sent(body):
    asked = Asked()
    assert ask(OneAtATime(asked, len(body)), body) == ("200 OK", b"done")
    assert asked.bodies == [body]


def test_two_are_never_in_the_application_at_once():
    asked = Asked()
    application = OneAtATime(asked, 100)
    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(lambda _turn: ask(application, b"a"), range(40)))
    assert answers == [("200 OK", b"done")] * 40
    assert (asked.most_inside, len(asked.threads)) == (1, 1)


def test_whoever_sends_slowly_keeps_nobody_waiting():
    arrives, asked = Event(), Asked()
    application = OneAtATime(asked, 100)
    with ThreadPoolExecutor(2) as many:
        slow = many.submit(ask, application, ComingSlowly(b"slow words", arrives))
        assert ask(application, b"quick") == ("200 OK", b"done")
        assert asked.bodies == [b"quick"]
        arrives.set()
        assert slow.result() == ("200 OK", b"done")
    assert asked.bodies == [b"quick", b"slow words"]


def test_a_turn_that_takes_long_does_not_stop_the_site(monkeypatch):
    monkeypatch.setattr(one_at_a_time, "PATIENCE", 0.05)
    answered, asked = Event(), Asked()

    def application(environ, start_response):
        if environ["PATH_INFO"] == "/elsewhere/":
            answered.wait(5)
        return asked(environ, start_response)

    site = OneAtATime(application, 100)
    with ThreadPoolExecutor(1) as many:
        waiting = many.submit(ask, site, path="/elsewhere/")
        for _turn in range(3):
            assert ask(site, b"a") == ("200 OK", b"done")
        assert not waiting.done()
        answered.set()
        assert waiting.result() == ("200 OK", b"done")
    assert ask(site, b"a") == ("200 OK", b"done")


def test_what_breaks_off_is_not_taken_for_the_whole():
    asked = Asked()
    status, said = ask(OneAtATime(asked, 100), b"results=A+po", length=40)
    assert (status, asked.bodies) == ("400 Bad Request", [])
    assert said.decode().startswith(("Votre envoi", "What you sent"))


def test_what_is_too_large_is_not_read():
    asked, body = Asked(), io.BytesIO(b"x" * 101)
    status, _said = ask(OneAtATime(asked, 100), body)
    assert (status, asked.bodies, body.tell()) == ("413 Content Too Large", [], 0)


@pytest.mark.parametrize("told", ["", "-3", "many", "³"])
def test_a_length_that_is_none_is_left_to_the_framework(told):
    asked = Asked()
    assert ask(OneAtATime(asked, 100), length=told)[0] == "200 OK"


def test_a_failure_is_the_servers_to_report():
    def broken(environ, start_response):
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        ask(OneAtATime(broken, 100))
