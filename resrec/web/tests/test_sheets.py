"""Reading tables that people made."""

import zipfile
from io import BytesIO

import pytest

from resrec.rules import RuleBroken
from resrec.web import sheets
from resrec.web.sheets import rows_of
from resrec.web.spreadsheet import spreadsheet

WORDS = [["Código", "Función"], ["Ñandú-1", "=SUM(A1)"], ["ça", "œuvre – “x”"]]
TABLE = "\r\n".join(",".join(row) for row in WORDS)


def rows(content):
    return [cells for _number, cells in rows_of(BytesIO(content))]


def with_part(content, name, words):
    """The workbook with one more part."""
    file = BytesIO(content)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr(name, words)
    return file.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_a_table_is_read_in_each_encoding(encoding):
    assert rows(TABLE.encode(encoding)) == WORDS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_with_each_separator(separator):
    assert rows(TABLE.replace(",", separator).encode()) == WORDS


def test_a_line_that_names_the_separator_is_no_row_and_keeps_its_number():
    assert [*rows_of(BytesIO(b"sep=;\r\na,b;c\r\n\r\n1;2"))] == [(2, ["a,b", "c"]), (4, ["1", "2"])]


def test_a_workbook_is_read_and_what_was_made_harmless_is_meant():
    assert rows(spreadsheet("a", WORDS[0], WORDS[1:])) == WORDS


def test_control_characters_are_left_out():
    assert rows("a,b\n1\x0b\ud7ff,\x02 2 ".encode()) == [["a", "b"], ["1\ud7ff", "2"]]


def test_a_workbook_with_macros_is_refused():
    book = with_part(spreadsheet("a", ["x"], [["y"]]), "xl/vbaProject.bin", b"Sub")
    with pytest.raises(RuleBroken, match="macros"):
        rows(book)


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked():
    book = with_part(
        spreadsheet("a", ["x"], [["y"]]), "xl/more.xml", b"0" * (sheets.LARGEST_INSIDE + 1)
    )
    assert len(book) < sheets.MEGABYTE
    with pytest.raises(RuleBroken, match="Unpacked"):
        rows(book)


def test_a_workbook_that_defines_its_own_words_is_refused():
    with pytest.raises(RuleBroken, match="damaged"):
        rows(with_part(spreadsheet("a", ["x"], [["y"]]), "xl/more.xml", b"<!doctype a [<!ENTITY"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 and nothing more", "damaged"),
        (spreadsheet("a", ["x"], [["y"]])[:-100], "damaged"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "old or locked"),
        (b"a,b\n\0\1\2\3\4", "neither"),
        (b'a,b\n"1,2', "Row 2"),
        ("a,b\n1,2".encode("utf-16")[:-1], "neither"),
    ],
)
def test_what_cannot_be_read_to_its_end_is_refused(content, words):
    with pytest.raises(RuleBroken, match=words):
        rows(content)


def test_a_sheet_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(sheets, "LAST_ROW", 3)
    with pytest.raises(RuleBroken, match="after row 3"):
        rows(b"a\n\n\n\nb")
