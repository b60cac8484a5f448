"""Sheets of posts, for tests."""

from io import BytesIO

from resrec.reporting.assigning.beginning import from_sheet

HEADER = ("Code", "Role", "Constituent", "E-mail address", "Paragraphs", "From", "Until")


def sheet(*rows, header=HEADER, encoding="utf-8"):
    """Give the bytes of a CSV; each row is a list of cells."""
    return "\n".join(";".join(row) for row in [header, *rows]).encode(encoding)


def looked_at(cast, *rows, **how):
    """Give the Assignment of a sheet, as an officer brings it in."""
    return from_sheet(BytesIO(sheet(*rows, **how)), "posts.csv", by=cast.officer)


def told(assignment):
    """Give {row: [(column, what is wrong)]} of rows with errors."""
    return {
        row["number"]: [(column, what) for column, what, _words in row["wrong"]]
        for row in assignment.rows
        if row["wrong"]
    }
