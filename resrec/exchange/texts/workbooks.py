"""Texts as XLSX: the first sheet, one text a row. A body that is too long for a cell goes on."""

import zipfile
from datetime import datetime

from openpyxl import load_workbook
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from resrec.exchange.texts import limits
from resrec.exchange.texts.columns import BODIES, COLUMNS, cells, complaints_on, row_of
from resrec.exchange.texts.records_in_batches import each_record
from resrec.library.models import ResolutionText
from resrec.rules import RuleBroken
from resrec.web.sheets import DOCTYPE, text_of
from resrec.web.spreadsheet import harmless

# Of a piece: so many characters fit a cell even where each takes two units.
PIECE = limits.CELL // 2


def write(path, ids, *, packed):
    header = _header(ids)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(path), options) as book:
        # The same texts give the same bytes.
        book.set_properties({"created": datetime(2000, 1, 1)})
        sheet = book.add_worksheet("texts", _Words)
        sheet.freeze_panes(1, 1)
        _write_row(sheet, 0, header)
        for number, record in enumerate(each_record(ids, with_paragraphs=False), start=1):
            found = {name: harmless(cell) for name, cell in cells(record).items()}
            for name in BODIES:
                found |= dict(zip(_names(name), pieces(found[name]), strict=False))
            _write_row(sheet, number, [found.get(name, "") for name in header])


class _Words(Worksheet):
    """Its cells are words, even those that look like the markup of a cell."""

    def _escape_control_characters(self, string):
        escaped = super()._escape_control_characters(string)
        return f"_x003C_{escaped[1:]}" if escaped.startswith("<r>") else escaped


def _write_row(sheet, number, row):
    for column, cell in enumerate(row):
        if cell:
            sheet.write_string(number, column, cell)


def _header(ids):
    """The columns, and as many more for each body as the longest of these texts needs."""
    longest = dict.fromkeys(BODIES, 1)
    of_all = ResolutionText.objects.order_by().values_list("resolution_id", "language", "body")
    wanted = set(ids)
    for pk, language, body in of_all.iterator(chunk_size=limits.BATCH):
        if pk in wanted:
            name = f"body_{language}"
            longest[name] = max(longest[name], len(pieces(harmless(body))))
    return [
        each
        for name in COLUMNS
        for each in ([name] if name not in longest else list(_names(name, longest[name])))
    ]


def _names(first, count=None):
    yield first
    place = 2
    while count is None or place <= count:
        yield f"{first}_{place}"
        place += 1


def pieces(text):
    """Cut a text so that each piece fits a cell."""
    if len(text) <= PIECE or len(text.encode("utf-16-le")) // 2 <= limits.CELL:
        return [text]
    return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]


def rows(path):
    """Give the Row of each row that is not blank; the header is row 1."""
    _look_into(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        # What a sheet says of its own size may be wrong.
        sheet.reset_dimensions()
        header = []
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            if number > limits.ROWS + 1:
                raise RuleBroken(f"There are more than {limits.ROWS:,} rows.")
            row = [text_of(value) for value in values]
            if number == 1:
                header = _trimmed([name.strip() for name in row])
                if wrong := list(complaints_on(header)):
                    raise RuleBroken(" ".join(wrong))
            elif any(row):
                yield row_of(number, header, row)
    except RuleBroken:
        raise
    except Exception as error:  # whatever the reader of a broken workbook may raise
        raise RuleBroken(f"{path.name} is not a whole workbook: {error}.") from error


def _look_into(path):
    """Refuse what unpacks to more than the limit, and a workbook that defines its own words."""
    try:
        with zipfile.ZipFile(path) as book:
            if sum(part.file_size for part in book.infolist()) > limits.WORKBOOK:
                raise RuleBroken(
                    f"{path.name} unpacks to more than {limits.WORKBOOK // limits.MEGABYTE} MB. "
                    "Give the texts as CSV or JSON Lines."
                )
            for part in book.infolist():
                with book.open(part) as file:
                    if DOCTYPE in file.read(2000).upper():
                        raise RuleBroken(f"{path.name} is not a workbook as programs write them.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise RuleBroken(f"{path.name} is not a workbook: {error}.") from error


def _trimmed(header):
    while header and not header[-1]:
        header = header[:-1]
    return header
