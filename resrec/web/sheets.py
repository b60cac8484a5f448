"""Reading a table that people made: a workbook (.xlsx), or CSV however a program has written it."""

import csv
import re
import zipfile
from datetime import date, datetime
from io import StringIO

from django.utils.translation import gettext as _

from resrec.rules import RuleBroken
from resrec.web.file_kinds import SHEET, UNREADABLE, is_macro, kind_of
from resrec.web.spreadsheet import as_meant

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE  # bytes of the file as it lies there
LARGEST_INSIDE = 60 * MEGABYTE  # of all parts of a workbook, unpacked
MOST_PARTS = 500
MOST_COLUMNS = 60
LAST_ROW = 200_000  # blank ones counted; a sheet can go on to a million without a word in them
# What programs put between cells; in some languages the comma is kept for numbers.
SEPARATORS = ",;\t"
# How a workbook writes what its markup cannot hold: "_x000D_".
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
DOCTYPE = b"<!DOCTYPE"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def rows_of(file):
    """Yield (number, cells) of each row that is not blank, of a file that is open for bytes.

    The first row is 1; cells are texts without control characters and outer spaces, up to the
    last that says something. What the file is, its content tells. Raises RuleBroken when it
    cannot be read to its end.
    """
    if file.seek(0, 2) > LARGEST:
        raise RuleBroken(_("The file is larger than %d MB.") % (LARGEST // MEGABYTE))
    file.seek(0)
    head = file.read(4)
    if head == OLD_OFFICE:
        raise RuleBroken(_("This is an old or locked workbook. Save it as .xlsx or as CSV first."))
    found = _of_workbook(file) if head[:2] == b"PK" else _of_text(file)
    for number, values in found:
        cells = [UNSEEN.sub("", cell).strip() for cell in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def text_of(value):
    """Give a cell of a workbook as people read it; days as "2026-12-31"."""
    if value is None:
        return ""
    if isinstance(value, str):
        return as_meant(ESCAPED.sub(lambda found: chr(int(found[1], 16)), value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _of_workbook(file):
    """The rows of its first sheet."""
    _must_be_whole(file)
    # Taken in by the first workbook that is read: most processes never read one.
    from openpyxl import load_workbook

    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a sheet says of its own size may be wrong
        rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
        for number, values in enumerate(rows, start=1):
            _not_too_far(number)
            yield number, [text_of(value) for value in values]
    except RuleBroken:
        raise
    except Exception as error:  # whatever the reader of a broken workbook may raise
        raise RuleBroken(_("This is not a workbook, or it is damaged.")) from error


def _must_be_whole(file):
    """Refuse macros, what swells when it is unpacked, and a workbook that defines own words."""
    damaged = _("This is not a workbook, or it is damaged.")
    try:
        with zipfile.ZipFile(file) as book:
            parts = book.infolist()
            if any(is_macro(part.filename) for part in parts):
                raise RuleBroken(_("This workbook holds macros. Save it as .xlsx without them."))
            if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_INSIDE:
                raise RuleBroken(_("Unpacked, this workbook is larger than any list would be."))
        # Only now is it known to be packed in a way that costs no memory to look into.
        kind = kind_of(file, "sheet.xlsx").media_type
        with zipfile.ZipFile(file) as book:
            own_words = any(DOCTYPE in _beginning(book, part).upper() for part in parts)
    except RuleBroken:
        raise
    except UNREADABLE as error:
        raise RuleBroken(damaged) from error
    if kind != SHEET or own_words:
        raise RuleBroken(damaged)


def _beginning(book, part):
    with book.open(part) as opened:
        return opened.read(2000)


def _of_text(file):
    file.seek(0)
    text = _decoded(file.read())
    first, _end, rest = text.partition("\n")
    if first.strip().lower() in {f"sep={separator}" for separator in SEPARATORS}:
        # A line by which spreadsheets tell each other; it keeps its number.
        separator, text = first.strip()[-1], f"\n{rest}"
    else:
        separator = max(SEPARATORS, key=first.count)
    table = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            values = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            words = _("Row %(number)d cannot be read as CSV: look at its quotation marks.")
            raise RuleBroken(words % {"number": number}) from error
        _not_too_far(number)
        yield number, [as_meant(value) for value in values]


def _decoded(content):
    """As the byte order mark says; UTF-16 without one; UTF-8; else as Windows writes."""
    head = content[:40]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif head.count(0) > len(head) // 3:
        encodings = ["utf-16-be" if head[0] == 0 else "utf-16-le"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RuleBroken(_("This is neither a workbook nor a text. Save the sheet as .xlsx or CSV."))


def _not_too_far(number):
    if number > LAST_ROW:
        raise RuleBroken(_("The sheet goes on after row %d. Cut it in parts.") % LAST_ROW)
