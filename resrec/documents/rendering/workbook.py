"""A document as a workbook: a sheet with all its words, and one for each of its tables."""

from io import BytesIO

from django.utils.translation import gettext as _, override

from resrec.documents.blocks import AMBER, Document, Table
from resrec.documents.rendering.rows import head, rows_of
from resrec.web.spreadsheet import harmless, sheet_name

WIDTHS = (28, 18, 9, 28, 28, 18, 80, 10, 40, 40)  # characters, of the columns of words
LONGEST = 32_767  # characters that a cell of a workbook can hold


def workbook(document: Document) -> bytes:
    """Give the bytes of the file. Figures are numbers; words are never taken for formulas."""
    # Taken in by the first document that is asked for: most processes never make one.
    from xlsxwriter import Workbook

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book, override(document.language):
        book.set_properties(
            {
                "title": document.title.text[:255],
                "subject": document.subject.text[:255],
                "author": document.publisher[:255],
                "comments": f"{document.address} {document.fingerprint}"[:255],
            }
        )
        writing = _Sheets(book)
        writing.words(document)
        for number, table in enumerate(_tables(document), start=1):
            writing.table(f"{number} {table.caption}", table)
    return file.getvalue()


def _tables(document):
    return [block for block in document.blocks if isinstance(block, Table)]


class _Sheets:
    def __init__(self, book):
        self.book = book
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.figure = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.amber = book.add_format(
            {"num_format": f'#,##0" {AMBER}"', "valign": "top", "font_color": "#834700"}
        )

    def words(self, document):
        sheet = self.book.add_worksheet(sheet_name(_("Words and figures")))
        rows = [head(), *self._in_cells(rows_of(document))]
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    self._write(sheet, number, column, cell, bold=number == 0)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows) - 1, len(WIDTHS) - 1)

    def _in_cells(self, rows):
        """Words that are too long for a cell go on in the row below: nothing is cut off."""
        at = 6
        for row in rows:
            for start in range(0, max(1, len(row[at])), LONGEST - 1):
                yield (*row[:at], row[at][start : start + LONGEST - 1], *row[at + 1 :])

    def table(self, name, table):
        sheet = self.book.add_worksheet(sheet_name(name).strip("'"))
        self._write(sheet, 0, 0, table.caption, bold=True, wrap=False)
        for column, cell in enumerate(table.head):
            self._write(sheet, 2, column, cell, bold=True)
        for number, line in enumerate(table.lines, start=3):
            for column, cell in enumerate(line.cells):
                if cell.number is None:
                    self._write(sheet, number, column, cell.text, bold=line.groups)
                else:
                    look = self.amber if cell.is_amber else self.figure
                    sheet.write_number(number, column, cell.number, look)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, max(1, len(table.head) - 1), 18)
        sheet.freeze_panes(3, 1)

    def _write(self, sheet, row, column, text, *, bold=False, wrap=True):
        look = self.bold if bold and wrap else self.wrapped if wrap else None
        sheet.write_string(row, column, harmless(text)[:LONGEST], look)
