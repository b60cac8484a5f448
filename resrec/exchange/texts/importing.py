"""An import: all of a file or nothing of it, in one transaction.

The file is read twice, so that memory does not grow with it: first to find what is wrong, then to
store. The journal is told last, a few hundred entries at a time.
"""

from django.db import IntegrityError, transaction

from resrec.exchange.texts import files
from resrec.exchange.texts.changing import change
from resrec.exchange.texts.checking import batches, check
from resrec.exchange.texts.citations import store_citations
from resrec.exchange.texts.comparing import differences, held
from resrec.exchange.texts.known import Known
from resrec.exchange.texts.lives import store_lives
from resrec.exchange.texts.reading import read
from resrec.exchange.texts.storing import store
from resrec.journal.recording import journalled, record
from resrec.library.citations.refreshing import refresh
from resrec.library.lives import follow, read_retirement
from resrec.library.models import Resolution
from resrec.library.search.indexing import index
from resrec.rules import RuleBroken

ENTRIES = 500


def import_texts(path, form, *, collection="", update=False, dry_run=False):
    """Import a file (a Path that stays as it is meanwhile); gives the Findings.

    Stores nothing where these hold mistakes, or in a dry run. Raises RuleBroken for a file that
    cannot be read.
    """
    digest = files.digest(path)
    known = Known(collection)
    found = check(read(path, form, known), update=update)
    if found.wrong or dry_run:
        return found
    try:
        with transaction.atomic():
            done = _store(read(path, form, known), known)
            if files.digest(path) != digest:
                raise RuleBroken("The file was changed while it was read.")
            ids = [pk for pk, _keys in done]
            index(ids)
            refresh(ids)
            read_retirement(ids)
            follow(ids)
            _tell(done, file=path.name, digest=digest)
    except IntegrityError as error:
        raise RuleBroken(f"The library was changed meanwhile; import again. ({error})") from error
    return found


def _store(rows, known):
    """Store all rows; gives [(text's id, its changed keys; None for a new one)]."""
    done, last = [], {"citations": [], "life": []}
    for batch in batches(rows):
        there = held(batch)
        new = [row for row in batch if row.code not in there]
        texts = store(new, known)
        stored = [(text.pk, row.said, None) for text, row in zip(texts, new, strict=True)]
        for row in batch:
            pk, on_record = there.get(row.code, (None, None))
            if on_record and (keys := differences(row.said, on_record)):
                change(pk, row.said, on_record, keys, known)
                stored.append((pk, row.said, keys))
        for key, waiting in last.items():
            waiting += [(pk, said[key]) for pk, said, keys in stored if _says(key, said, keys)]
        done += [(pk, keys) for pk, _said, keys in stored]
    # These name other texts, which may stand further down.
    store_citations(last["citations"])
    store_lives(last["life"])
    return done


def _says(key, said, keys):
    """Whether a row has something to store under a key; `keys` are the changed ones, or None."""
    return bool(said.get(key)) if keys is None else key in keys


def _tell(done, **of_file):
    """Write the journal, by which the public revision moves."""
    for start in range(0, len(done), ENTRIES):
        with journalled():
            for pk, keys in done[start : start + ENTRIES]:
                text = Resolution(pk=pk)
                if keys is None:
                    record(text, "resolution.imported", by=None, **of_file)
                else:
                    record(text, "resolution.changed_by_import", by=None, keys=keys, **of_file)
