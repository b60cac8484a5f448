"""Asking the page cache as the web server does, which the test client goes around."""

from contextlib import contextmanager

from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpResponse
from django.test import RequestFactory

from resrec.web.page_cache import PageCache
from resrec.web.public_request import ASKED

ADDRESS = "/en/resources/"


@contextmanager
def one_connection():
    """Keep the test's own connection: the framework would close it, as its transaction is open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


class Asking:
    """Asks a page cache as a server would, and counts how often it had to ask its application."""

    def __init__(self, application, room=1_000_000):
        self.asked = 0
        self.application = application
        self.cache = PageCache(self._counted, room)

    def _counted(self, environ, start_response):
        self.asked += 1
        return self.application(environ, start_response)

    def __call__(self, address=ADDRESS, method="GET", host="localhost", **headers):
        """Give (status, headers by lower-case name, body)."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        request = RequestFactory().generic(method, address, headers={"Host": host} | headers)
        said = []
        body = self.cache(request.environ, lambda status, headers: said.append((status, headers)))
        [(status, given)] = said
        whole = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return int(status[:3]), {name.lower(): value for name, value in given}, whole


def page(words=b"<p>A page.</p>", *headers, before=lambda: None):
    """An application whose every page is public, and that does something before it answers."""

    def application(environ, start_response):
        before()
        if asked := environ.get(ASKED):
            asked.may_be_kept = True
        start_response("200 OK", [("Content-Type", "text/html"), *headers])
        return HttpResponse(words)

    return application
