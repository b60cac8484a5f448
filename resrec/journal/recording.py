"""Writing the journal: `record()` collects, the outermost `@journalled` block writes.

Writing last keeps the lock on the chain short: a transaction takes it when all else is done
and holds it until commit, so that entries have one order and no gaps.
"""

import threading
from contextlib import ContextDecorator

from django.db import connection, transaction
from django.utils import timezone

from resrec.journal.models import Entry
from resrec.web.models import PublicRevision

# Any constant of our own; PostgreSQL's advisory locks are named by a number.
CHAIN_LOCK = 7_265_737_265_63

_state = threading.local()


class journalled(ContextDecorator):  # noqa: N801  used as a decorator, as transaction.atomic is
    """A transaction whose entries are written last. Blocks may nest; the outermost writes.

    An exception takes back the entries of its block together with its changes.
    """

    def _recreate_cm(self):
        return self.__class__()

    def __enter__(self):
        self.pending = _pending()
        self.outermost = not _state.depth
        self.mark = len(self.pending)
        _state.depth += 1
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        return self

    def __exit__(self, kind, error, trace):
        _state.depth -= 1
        try:
            if kind is None and self.outermost:
                _write(self.pending)
        except BaseException as failed:
            self.atomic.__exit__(type(failed), failed, failed.__traceback__)
            raise
        else:
            return self.atomic.__exit__(kind, error, trace)
        finally:
            if kind is not None or self.outermost:
                del self.pending[self.mark :]


def record(subject, verb, *, by, at=None, personal=None, **content):
    """Note that `by` (a User, or None for the system and imports) did `verb` to `subject`.

    `content` holds codes and numbers, rendered in the reader's language later; what tells about
    a person goes to `personal`, which can be forgotten. Only inside a `journalled` block.
    """
    if not getattr(_state, "depth", 0):
        raise RuntimeError("record() needs a journalled block around the change it records")
    _pending().append(
        Entry(
            at=at or timezone.now(),
            by=by,
            verb=verb,
            subject_type=subject._meta.label_lower,
            subject_id=str(subject.pk),
            content=content,
            personal=personal,
        )
    )


def _pending():
    if not hasattr(_state, "pending"):
        _state.pending, _state.depth = [], 0
    return _state.pending


def _write(entries):
    if not entries:
        return
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    previous = Entry.objects.order_by("-sequence").first()
    for entry in entries:
        entry.seal(previous)
        previous = entry
    Entry.objects.bulk_create(entries)
    PublicRevision.move()
