"""A table as a spreadsheet (.xlsx)."""

import re
from io import BytesIO

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60  # characters of a column
# A spreadsheet may take a cell that begins so for a formula when it is edited or passed on as CSV.
# With apostrophes before it, it is counted among these, so that `as_meant` can tell.
FORMULA_BEGINS = re.compile(r"'*[=+\-@\t\r]")


def spreadsheet(name, header, rows):
    """Give the bytes of a workbook of one sheet called `name`.

    `header` is a list of strings, `rows` are lists, of the same length, of strings and
    numbers.
    """
    # Taken in by the first table that is asked for: most processes never make one.
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(sheet_name(name))
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        wrapped.set_align("top")
        for number, row in enumerate([header, *rows]):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell, bold if number == 0 else wrapped)
        for column, cells in enumerate(zip(header, *rows, strict=True)):
            sheet.set_column(column, column, min(WIDEST, max(len(str(cell)) for cell in cells) + 2))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(header) - 1)
    return file.getvalue()


def _write(sheet, row, column, cell, style):
    if isinstance(cell, str):
        sheet.write_string(row, column, harmless(cell), style)
    else:
        sheet.write_number(row, column, cell, style)


def harmless(cell):
    """Put an apostrophe before what could be taken for a formula."""
    return f"'{cell}" if FORMULA_BEGINS.match(cell) else cell


def as_meant(cell):
    """Take away the apostrophe that `harmless` put there."""
    return cell[1:] if cell.startswith("'") and FORMULA_BEGINS.match(cell) else cell


def sheet_name(name):
    """Spreadsheets refuse some signs in a sheet's name, and more than 31."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in name)[:31]
