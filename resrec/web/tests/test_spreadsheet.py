"""Tables as spreadsheets: words stay words."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from resrec.web.spreadsheet import as_meant, harmless, spreadsheet


@pytest.mark.parametrize("cell", ["=1+1", "+33 1", "-1", "@name", "\tx", "\rx"])
def test_cells_that_begin_as_formulas_do_get_an_apostrophe(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "WCC 2016 Res 087", "a=b", " =1", "’", "É"])
def test_other_cells_are_left_alone(cell):
    assert harmless(cell) == cell


def test_names_that_spreadsheets_refuse_are_made_fit():
    book = ZipFile(BytesIO(spreadsheet("a/b: [" + "x" * 40, ["One"], [["1"]])))
    assert 'name="a b   xxxxxxxxxxxxxxxxxxxxxxxxx"' in book.read("xl/workbook.xml").decode()


def test_an_empty_table_has_its_header():
    assert b"One" in ZipFile(BytesIO(spreadsheet("t", ["One"], []))).read("xl/sharedStrings.xml")


@pytest.mark.parametrize("cell", ["=1", "'=1", "''-x", "'tis", "'", "", "plain", "\t'"])
def test_what_was_made_harmless_is_read_as_it_was_meant(cell):
    assert as_meant(harmless(cell)) == cell
