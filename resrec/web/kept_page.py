"""A public page as the page cache keeps it: final headers, and the body in what it was asked in."""

import gzip
import re
from functools import lru_cache

import brotli

from resrec.web.accept import weighed

ENCODE = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    "": lambda body: body,
}
DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, "": lambda body: body}
ENCODED = re.compile(r"text/|application/(json|xml|[a-z]+\+(json|xml))|image/svg")
SHORTEST_ENCODED = 500
LONGEST_HEADER = 500
# An answer without a body says nothing of these.
ABOUT_THE_BODY = re.compile(r"content-(type|length|language|encoding|disposition)", re.IGNORECASE)
# What a page takes in memory beside its bodies: the headers, the key, their places. In bytes.
OVERHEAD = 4000


class KeptPage:
    """`state` tells what it holds for; `size` is what it takes in bytes, `counted` what of it the
    cache has counted.

    A body is encoded when it is first asked for so, and stays: what nobody asks for takes no room.
    Made from a 304 it has no body, and answers only those who have the page already.
    """

    def __init__(self, asked, headers, body=None, encoding=""):
        self.state, self.counted = asked.state, 0
        self._hash = asked.tag.removeprefix("W/")
        self._not_modified = [pair for pair in headers if not ABOUT_THE_BODY.match(pair[0])]
        self._headers = [pair for pair in headers if pair[0].lower() != "content-length"]
        self._forms: dict[str, tuple] = {}
        self.size = OVERHEAD
        self._is_encoded = body is not None and _is_worth_encoding(headers, body)
        if body is not None:
            self._add(encoding if self._is_encoded else "", body)

    def answer(self, environ):
        """Give (status, headers, body) for a GET or HEAD that asks for this page, or None."""
        seen = environ.get("HTTP_IF_NONE_MATCH")
        # A hash between quotes can stand for nothing else in a list of tags, weak or strong.
        if seen and (self._hash in seen or seen.strip() == "*"):
            return "304 Not Modified", self._not_modified, []
        if not self._forms:
            return None
        headers, body = self._form(encoding_for(environ))
        return "200 OK", headers, body if environ["REQUEST_METHOD"] == "GET" else []

    def _form(self, encoding):
        """Give (headers, body) in this encoding, made now unless it was asked for before."""
        if not self._is_encoded:
            encoding = ""
        if encoding not in self._forms:
            known, (_headers, [body]) = next(iter(self._forms.items()))
            self._add(encoding, DECODE[known](body))
        return self._forms[encoding]

    def _add(self, encoding, body):
        body = ENCODE[encoding](body)
        headers = [*self._headers, ("Content-Length", str(len(body)))]
        if encoding:
            headers.append(("Content-Encoding", encoding))
        self._forms[encoding] = (headers, [body])
        self.size = OVERHEAD + sum(len(body) for _headers, [body] in list(self._forms.values()))


def _is_worth_encoding(headers, body):
    names = {name.lower(): value for name, value in headers}
    is_text = ENCODED.match(names.get("content-type", ""))
    return is_text and len(body) >= SHORTEST_ENCODED and "content-encoding" not in names


def encoding_for(environ):
    return _encoding_of(environ.get("HTTP_ACCEPT_ENCODING", "")[:LONGEST_HEADER])


@lru_cache(maxsize=256)
def _encoding_of(accept_encoding):
    """Give br or gzip where they are welcome, in this order, else nothing."""
    welcome = {name for name, weight in weighed(accept_encoding) if weight > 0}
    return next((encoding for encoding in ("br", "gzip") if encoding in welcome), "")
