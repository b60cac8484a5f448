"""What a request for a public page asks for: told in one place, for `@public_page` and the cache.

No cookie but the session's and the messages' changes a public page, and no other header than
those named here: a view that looks at another one has to be no public page.
"""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import unquote_plus

from django.conf import settings

from resrec.web.accept import accept_class

# What the answers to such requests may depend on.
VARY = ["Accept", "Accept-Encoding", "HX-Target", "Cookie"]
# Where the page cache leaves an `Asked` in the environment of a request.
ASKED = "resrec.asked"


@dataclass
class Asked:
    """A public page as it is asked for: `key` says which, `state` is (release, public revision,
    day) as read before it is made. The view sets `may_be_kept` when its answer is for anyone.
    """

    key: tuple
    state: tuple
    may_be_kept: bool = False

    @property
    def tag(self):
        """Give the ETag. It is weak, for all encodings of the page share it."""
        return f'W/"{sha256(repr((self.key, self.state)).encode()).hexdigest()[:32]}"'


def is_for_anyone(environ):
    """Whether this request tells nothing of who asks, so that all who ask so get one answer.

    A cookie is looked for anywhere in the header: one too many only costs the shared answer.
    """
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return False
    cookies = environ.get("HTTP_COOKIE")
    return not cookies or not (settings.SESSION_COOKIE_NAME in cookies or "messages" in cookies)


def key_of(environ):
    """Give (host, path, query in order, form, part of the page) as strings."""
    return (
        environ.get("HTTP_HOST", ""),
        environ.get("PATH_INFO", ""),
        _in_order(environ.get("QUERY_STRING", "")),
        accept_class(environ.get("HTTP_ACCEPT", "")),
        environ.get("HTTP_HX_TARGET", ""),
    )


def _in_order(query):
    """Sort a query by its names; values of one name keep their order, for it may mean something.

    One that is not plain ASCII is left alone: its names cannot be told apart byte by byte.
    """
    if "&" not in query or not query.isascii():
        return query
    return "&".join(sorted(query.split("&"), key=lambda part: unquote_plus(part.partition("=")[0])))
