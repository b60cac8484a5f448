"""Rows of a file of any format, in the form of records."""

from resrec.exchange.texts import comma_separated, json_lines, limits, shape, symbols, workbooks
from resrec.exchange.texts.comparing import canonical
from resrec.exchange.texts.naming import unknown_in
from resrec.exchange.texts.row import Row, RowBroken
from resrec.rules import RuleBroken

READERS = {"jsonl": json_lines.rows, "csv": comma_separated.rows, "xlsx": workbooks.rows}


def read(path, form, known):
    """Give each Row of the file; what is wrong with it alone is said on it.

    Raises RuleBroken for a file that cannot be read on.
    """
    for count, row in enumerate(READERS[form](path), start=1):
        if count > limits.ROWS:
            raise RuleBroken(f"There are more than {limits.ROWS:,} rows. Cut the file in parts.")
        yield row if row.wrong else _as_record(row, known)


def _as_record(row, known):
    said = row.said
    if known.collection:
        said.setdefault("collection", known.collection)
    try:
        if symbols.is_by_symbol(said):
            union = said.get("collection", "")
            conventions = known.conventions(union if isinstance(union, str) else "")
            said = symbols.as_record(said, conventions)
        if "code" not in said or said["code"] == "":
            raise RowBroken("“code” is missing.")
    except RowBroken as error:
        return Row(row.number, said, [str(error)])
    if wrong := shape.wrong_in(said) or list(unknown_in(said, known)):
        return Row(row.number, said, wrong)
    return Row(row.number, canonical(said))
