"""Records of many texts, a batch at a time."""

from resrec.exchange.texts import limits
from resrec.library.records import records


def each_record(ids, **parts):
    """Give the records of these texts one by one, fetched in batches."""
    for start in range(0, len(ids), limits.BATCH):
        yield from records(ids[start : start + limits.BATCH], **parts)
