"""The way out: texts as JSON Lines, CSV or XLSX, the same bytes for the same texts."""

import gzip
import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from resrec.exchange.texts import limits
from resrec.library.models import Collection, Resolution
from resrec.library.records import ids_in_order, records
from resrec.rules import RuleBroken


def export_texts(path, form, *, collection=""):
    """Write all texts, or those of one collection, to a file; gives their number.

    The file appears when it is whole. Raises RuleBroken for a collection that is unknown.
    """
    texts = Resolution.objects.all()
    if collection:
        if not Collection.objects.filter(code=collection).exists():
            raise RuleBroken(f"The collection “{collection}” is unknown.")
        texts = texts.filter(assembly__kind__collection__code=collection)
    ids = ids_in_order(texts)
    with _taking_its_place(path) as unfinished:
        WRITERS[form](unfinished, ids, packed=path.suffix == ".gz")
    return len(ids)


def each_record(ids, **parts):
    """Give the records of these texts one by one, fetched in batches."""
    for start in range(0, len(ids), limits.BATCH):
        yield from records(ids[start : start + limits.BATCH], **parts)


def write_json_lines(path, ids, *, packed):
    with _written(path, packed) as file:
        for record in each_record(ids):
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            file.write(f"{line}\n".encode())


@contextmanager
def _written(path, packed):
    """Open a file for bytes; packed without name and time, which would make each file another."""
    with path.open("wb") as plain:
        if not packed:
            yield plain
            return
        with gzip.GzipFile("", "wb", fileobj=plain, compresslevel=6, mtime=0) as file:
            yield file


@contextmanager
def _taking_its_place(path):
    """Give a path beside this one; what is written there takes its place once it is whole."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise RuleBroken(f"{path} cannot be written: {error.strerror}.") from error
    os.close(handle)
    unfinished = Path(name)
    try:
        yield unfinished
        os.chmod(unfinished, 0o644)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


WRITERS = {"jsonl": write_json_lines}
