"""The way out: texts as JSON Lines, CSV or XLSX, the same bytes for the same texts."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from resrec.exchange.texts import comma_separated, json_lines, workbooks
from resrec.library.models import Collection, Resolution
from resrec.library.records import ids_in_order
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


WRITERS = {"jsonl": json_lines.write, "csv": comma_separated.write, "xlsx": workbooks.write}
