"""JSON Lines: one text a line, in the form of a record or as another union's symbol and words."""

import json

from resrec.exchange.texts.files import decoded, lines, written
from resrec.exchange.texts.records_in_batches import each_record
from resrec.exchange.texts.row import Row


def rows(path):
    """Give the Row of each line that is not blank."""
    for number, line in enumerate(decoded(lines(path)), start=1):
        if line.strip():
            yield _row(number, line)


def _row(number, line):
    try:
        said = json.loads(line)
    except ValueError as error:
        return Row(number, wrong=[f"this is not JSON ({error})."])
    except RecursionError:
        return Row(number, wrong=["this is nested too deeply."])
    if not isinstance(said, dict):
        return Row(number, wrong=["a line must be an object: {…}."])
    return Row(number, said)


def write(path, ids, *, packed):
    with written(path, packed) as file:
        for record in each_record(ids):
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            file.write(f"{line}\n".encode())
