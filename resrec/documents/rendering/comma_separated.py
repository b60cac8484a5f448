"""A document as CSV: one thing that it says a row."""

import csv
from io import StringIO

from django.utils.translation import override

from resrec.documents.blocks import Document
from resrec.documents.rendering.rows import head, rows_of
from resrec.web.spreadsheet import harmless


def comma_separated(document: Document) -> bytes:
    """Give the bytes of the file; it begins with a byte order mark, by which Excel knows UTF-8."""
    file = StringIO(newline="")
    table = csv.writer(file)
    with override(document.language):
        table.writerow(head())
        table.writerows([harmless(cell) for cell in row] for row in rows_of(document))
    return file.getvalue().encode("utf-8-sig")
