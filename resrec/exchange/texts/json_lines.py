"""JSON Lines: one text a line, in the form of a record or as another union's symbol and words."""

import json

from resrec.exchange.texts.files import decoded, lines
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
