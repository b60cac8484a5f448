"""The page cache: public pages that were seen before are answered here, ahead of the framework.

A page is kept under what it depends on (`public_request.Asked`), read before it was made: when
something public changes, its number is another and the page is made anew. Nothing is invalidated
by hand. Decision 10 says what is kept and what is not.
"""

import logging
from collections import OrderedDict
from threading import Lock

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from resrec.web.kept_page import KeptPage, encoding_for
from resrec.web.public_request import ASKED, VARY, Asked, is_for_anyone, key_of
from resrec.web.public_state import PublicState

log = logging.getLogger(__name__)
# A longer address (host, path, query, part) is no page's: it is answered, and not kept.
LONGEST_KEY = 1000
# The largest page that is kept, as a share of the whole room.
LARGEST_SHARE = 8


class PageCache:
    """A WSGI application around another one. Threads share it; none waits while another renders.

    `room` is how many bytes of pages it holds at most; what was asked for longest ago goes first.
    Its own failures are logged and cost nothing but the time of rendering.
    """

    def __init__(self, application, room):
        self.application = application
        self.room = room
        self.used = 0
        self._pages = OrderedDict()
        self._lock = Lock()
        self._state = PublicState()

    def __call__(self, environ, start_response):
        try:
            asked, answer = self._look_up(environ)
        except Exception:
            log.exception("the page cache could not look for a page")
            asked = answer = None
        if answer:
            status, headers, body = answer
            start_response(status, headers)
            return body
        if asked is None:
            return self.application(environ, start_response)
        return self._ask(asked, environ, start_response)

    def _look_up(self, environ):
        """Give (what is asked for, its answer), the one or the other None."""
        if not is_for_anyone(environ) or not self._is_by_the_right_way(environ):
            return None, None
        key = key_of(environ)
        if sum(map(len, key)) > LONGEST_KEY:
            return None, None
        state = self._state.now()
        with self._lock:
            page = self._pages.get(key)
            if page:
                self._pages.move_to_end(key)
        if page is None or page.state != state:
            return Asked(key, state), None
        answer = page.answer(environ)
        if answer is None:
            return Asked(key, state), None
        if page.size != page.counted:
            self._put(key, page)  # it has grown by an encoding
        return None, answer

    def _is_by_the_right_way(self, environ):
        """Where pages go by https only, another request is for the framework to redirect."""
        if not settings.SECURE_PROXY_SSL_HEADER:
            return True
        name, value = settings.SECURE_PROXY_SSL_HEADER
        return environ.get(name) == value

    def _ask(self, asked, environ, start_response):
        """Let the application answer, and keep what it says anyone may have."""
        said = []
        environ[ASKED] = asked
        made = self.application(
            environ, lambda *status_and_headers: said.append(status_and_headers)
        )
        try:
            answer = self._keep(asked, environ, said[-1], made)
        except Exception:
            log.exception("the page cache could not keep a page")
            answer = None
        if not answer:
            start_response(*said[-1])
            return made
        made.close()
        status, headers, body = answer
        start_response(status, headers)
        return body

    def _keep(self, asked, environ, said, made):
        """Keep a page and give its answer; None when it is not for anyone, or no page."""
        status, headers = said[:2]
        if not asked.may_be_kept or environ["REQUEST_METHOD"] != "GET":
            return None
        if not (_is_known(asked.key[0]) and _is_for_anyone_who_asks_so(headers)):
            return None
        if status == "200 OK":
            page = KeptPage(asked, headers, b"".join(made), encoding_for(environ))
        elif status == "304 Not Modified":
            page = KeptPage(asked, headers)
        else:
            return None
        if page.size <= self.room // LARGEST_SHARE:
            self._put(asked.key, page)
        return page.answer(environ)

    def _put(self, key, page):
        """Keep a page, or count it anew."""
        with self._lock:
            before = self._pages.pop(key, None)
            if before:
                self.used -= before.counted
            page.counted = page.size
            self.used += page.counted
            self._pages[key] = page
            while self.used > self.room:
                _key, oldest = self._pages.popitem(last=False)
                self.used -= oldest.counted


def _is_known(host):
    """Whether pages are served under this name; any other would be a key of a stranger's making."""
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def _is_for_anyone_who_asks_so(headers):
    """Whether an answer hands out no cookie, and depends on nothing that the key leaves out."""
    names = {name.lower(): value for name, value in headers}
    varies_by = {name.strip() for name in names.get("vary", "").split(",")}
    return "set-cookie" not in names and varies_by <= {"", *VARY}
