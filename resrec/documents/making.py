"""Making large documents in the background, one after the other, in a process of its own."""

import logging
import time

from django.utils.translation import override

from resrec.analysis import analyses
from resrec.documents.building.collected import collected
from resrec.documents.building.text_record import text_record
from resrec.documents.formats import FORMATS
from resrec.documents.models import MadeDocument
from resrec.library.sittings import page_of
from resrec.web.models import PublicRevision

log = logging.getLogger(__name__)
# Reading is most of the way; what comes after cannot be counted.
LAYING_OUT = 2
TELL_EVERY = 0.5  # seconds


def _collected(subject, year, told):
    return collected(*analyses.find(subject, year), told)


def _record(subject, _year, told):
    return text_record(page_of(subject), told)


# build(subject, year, told) gives the Document.
LARGE_ONES = {"collected": _collected, "record": _record}


def is_due():
    """Whether a document waits to be made: asked by the worker, again and again."""
    return MadeDocument.objects.due().exists()


def make_due():
    """Make all that is due; gives the number made."""
    made = 0
    while waiting := MadeDocument.objects.due().first():
        if waiting.claim():
            made += _make(waiting)
    return made


def _make(waiting):
    """Make one. Whatever goes wrong is logged, and told to whoever asked for it."""
    try:
        revision = PublicRevision.current()
        with override(waiting.language):
            document = LARGE_ONES[waiting.kind](waiting.subject, waiting.year, _telling(waiting))
        content = FORMATS[waiting.suffix].write(document, is_long=True)
        waiting.finish(content, document, revision)
    except Exception:
        log.exception("%s could not be made", waiting)
        waiting.fail()
        return False
    return True


def _telling(waiting):
    """Give a function that notes how far a document is, twice a second at most."""
    last = time.monotonic()

    def told(done, of):
        nonlocal last
        if done == of or time.monotonic() - last > TELL_EVERY:
            last = time.monotonic()
            waiting.tell(done, round(of * (1 + 1 / LAYING_OUT)))

    return told
