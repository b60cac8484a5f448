"""Making large documents in the background, one after the other, in a process of its own."""

import logging
import time

from django.utils.translation import override

from resrec.analysis import analyses
from resrec.documents import apart
from resrec.documents.building.collected import collected
from resrec.documents.building.text_record import text_record
from resrec.documents.formats import FORMATS
from resrec.documents.models import MadeDocument
from resrec.library.sittings import page_of
from resrec.web.models import PublicRevision

log = logging.getLogger(__name__)
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


def make_due(*, alone=False):
    """Make all that is due; gives the number made. `alone`: this process does nothing else."""
    made = 0
    while waiting := MadeDocument.objects.due().first():
        if waiting.claim():
            made += _tried(waiting, lambda claimed=waiting: _make(claimed, alone))
    return made


def keep_set(folder):
    """Keep the long PDF that the typesetter has left in a folder; gives the number kept."""
    return int(_tried(apart.whose(folder), lambda: apart.keep(folder)))


def _tried(waiting, work):
    """Whether it worked. Whatever goes wrong is logged, and told to whoever asked for it."""
    try:
        work()
    except Exception:
        log.exception("%s could not be made", waiting)
        waiting.fail()
        return False
    return True


def _make(waiting, alone):
    revision = PublicRevision.current()
    with override(waiting.language):
        document = LARGE_ONES[waiting.kind](waiting.subject, waiting.year, _telling(waiting))
    if FORMATS[waiting.suffix].set_apart:
        apart.hand_over(waiting, document, revision, alone=alone)
        return
    content = FORMATS[waiting.suffix].write(document)
    made = {"name": document.name, "fingerprint": document.fingerprint, "revision": revision}
    waiting.finish(content, **made)


def _telling(waiting):
    """Give a function that notes how far a document is, twice a second at most."""
    last = time.monotonic()

    def told(done, of):
        nonlocal last
        if done == of or time.monotonic() - last > TELL_EVERY:
            last = time.monotonic()
            waiting.tell(done, of)

    return told
