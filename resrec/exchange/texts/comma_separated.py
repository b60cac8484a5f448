"""Texts as CSV: UTF-8 with the mark that spreadsheets look for, one text a row."""

import csv

from resrec.exchange.texts import limits
from resrec.exchange.texts.columns import COLUMNS, cells, complaints_on, row_of
from resrec.exchange.texts.files import decoded, lines, written
from resrec.exchange.texts.records_in_batches import each_record
from resrec.exchange.texts.row import Row
from resrec.rules import RuleBroken
from resrec.web.spreadsheet import as_meant, harmless

BYTE_ORDER_MARK = "\ufeff"
# What programs put between cells; in some languages the comma is kept for numbers.
DELIMITERS = ",;\t"


def write(path, ids, *, packed):
    with written(path, packed) as file:
        file.write(BYTE_ORDER_MARK.encode())
        writer = csv.writer(_AsBytes(file))
        writer.writerow(COLUMNS)
        for record in each_record(ids, with_paragraphs=False):
            found = cells(record)
            writer.writerow([harmless(found[name]) for name in COLUMNS])


class _AsBytes:
    def __init__(self, file):
        self.file = file

    def write(self, text):
        self.file.write(text.encode())


def rows(path):
    """Give the Row of each line that is not blank; the header is row 1."""
    csv.field_size_limit(limits.LINE)
    source = decoded(lines(path))
    first = next(source, "")
    delimiter = max(DELIMITERS, key=first.count)
    table = csv.reader(_after(first, source), delimiter=delimiter, strict=True)
    header = []
    number = 0
    while True:
        number += 1
        try:
            values = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, wrong=[f"this is not CSV ({error})."])
            return  # from here on, nobody knows where rows begin
        if number == 1:
            header = [name.strip() for name in values]
            if wrong := list(complaints_on(header)):
                raise RuleBroken(" ".join(wrong))
        elif any(values):
            yield row_of(number, header, [as_meant(value) for value in values])


def _after(first, source):
    yield first
    yield from source
