"""One request at a time in the application, and none before it has arrived whole.

Pages are made by computing, so two at once in a process only get in each other's way: they take
turns on one thread, which has the process's one database connection. A report that comes in over
a weak line, or a file that goes out over one, is waited for by the server's other threads. Where a
turn takes long, since a page waits for another server, those behind it go by some spare threads.
"""

from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from threading import Lock

from django.utils.translation import get_language_from_path, gettext as _, override

# What is kept in memory of one body before it goes to a file, and how much is read at a time.
IN_MEMORY, AT_A_TIME = 1024 * 1024, 64 * 1024
# How long a request waits for its turn, in seconds, before it goes by a spare thread; and how many
# of those there are.
PATIENCE, SPARE = 1.0, 3


class OneAtATime:
    """A WSGI application around another one. `largest` is how many bytes a body may have."""

    def __init__(self, application, largest):
        self.application, self.largest = application, largest
        self._turn = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="application")
        self._spare = ThreadPoolExecutor(SPARE, thread_name_prefix="spare")

    def __call__(self, environ, start_response):
        length = _length_of(environ)
        if length > self.largest:
            return _refusal("413 Content Too Large", environ, start_response)
        if length and not _has_arrived(environ, length):
            return _refusal("400 Bad Request", environ, start_response)
        if not self._turn.acquire(timeout=PATIENCE):
            return self._spare.submit(self.application, environ, start_response).result()
        try:
            return self._thread.submit(self.application, environ, start_response).result()
        finally:
            self._turn.release()


def _length_of(environ):
    """Give the length of the body in bytes; 0 where none is told, as the framework reads it."""
    told = environ.get("CONTENT_LENGTH") or ""
    return int(told) if told.isascii() and told.isdigit() else 0


def _has_arrived(environ, length):
    """Read the body and put it in the place of what was still to come; tell whether it is whole."""
    body = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  the framework reads and ends it
    coming, missing = environ["wsgi.input"], length
    while missing and (part := coming.read(min(missing, AT_A_TIME))):
        body.write(part)
        missing -= len(part)
    body.seek(0)
    environ["wsgi.input"] = body
    return not missing


def _refusal(status, environ, start_response):
    """Say so in the language of the page; the form that was sent is one step back."""
    language = get_language_from_path(environ.get("PATH_INFO", "")) or "en"
    with override(language):
        said = {
            "413": _("This is too large. A file may be up to 20 MB: go back and choose another."),
            "400": _("What you sent did not arrive whole. Go back and send it again."),
        }[status[:3]]
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Language", language),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
    ]
    start_response(status, headers)
    return [said.encode()]
