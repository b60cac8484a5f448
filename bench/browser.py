"""A browser of one signed-in person: keeps a connection and cookies, and times what it asks."""

import http.client
import re
import time
from dataclasses import dataclass
from types import SimpleNamespace
from urllib.parse import urlencode

from resrec.reporting.tests.pages import sent_by

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
BOUNDARY = "----resrec-bench"
TIMEOUT = 30


class NoAnswer(Exception):
    """The connection broke: whether the site did what was asked is not known."""


@dataclass(frozen=True)
class Asked:
    """One request: its kind, when it was sent, its status and the seconds it took."""

    kind: str
    at: float
    status: int
    seconds: float


class Browser:
    """`asked` has every request that was answered; `lost` counts those that were not."""

    def __init__(self, port, session):
        self.port, self.cookies = port, {"resrec_session": session}
        self.asked, self.lost, self.token = [], 0, ""
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)

    def get(self, kind, address):
        """Ask for a page; its form's token is kept for what is posted from it."""
        answer = self._ask(kind, "GET", address)
        if token := TOKEN.search(answer.text):
            self.token = token[1]
        return answer

    def post(self, kind, address, fields, *, as_form=False):
        """Send fields, with the token of the last page; `as_form` as a form with files is sent."""
        typed = {"csrfmiddlewaretoken": [self.token]} | fields
        pairs = [(name, value) for name, values in typed.items() for value in values]
        kind_of_body, body = _multipart(pairs) if as_form else _urlencoded(pairs)
        return self._ask(kind, "POST", address, body, {"Content-Type": kind_of_body})

    def fields_of(self, answer, action=""):
        """Give what pressing a button of the answered page's form would send."""
        return sent_by(SimpleNamespace(content=answer.text.encode()), action)

    def _ask(self, kind, method, address, body=None, headers=None):
        here = f"http://localhost:{self.port}"
        said = {
            "Host": f"localhost:{self.port}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Accept": "text/html,*/*;q=0.8",
        } | (headers or {})
        if method == "POST":
            said["Origin"] = here
        at, begun = time.time(), time.perf_counter()
        try:
            self._connection.request(method, address, body, said)
            answer = self._connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as broken:
            self.lost += 1
            self._connection.close()
            raise NoAnswer(str(broken)) from broken
        self.asked.append(Asked(kind, at, answer.status, time.perf_counter() - begun))
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _is, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        place = (answer.headers["Location"] or "").removeprefix(here)
        return SimpleNamespace(status=answer.status, text=text, place=place)


def _urlencoded(pairs):
    return "application/x-www-form-urlencoded", urlencode(pairs).encode()


def _multipart(pairs):
    lines = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in pairs
    ]
    body = "".join(lines) + f"--{BOUNDARY}--\r\n"
    return f"multipart/form-data; boundary={BOUNDARY}", body.encode()
