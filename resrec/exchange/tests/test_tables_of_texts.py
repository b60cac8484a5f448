"""Texts as CSV and XLSX: what fits a table goes out and comes in again; nothing is cut."""

import csv
import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from resrec.exchange.demonstration import adopted_texts
from resrec.exchange.tests.test_import_texts import imported, refused
from resrec.exchange.tests.test_round_trip_of_texts import back_and_forth, exported
from resrec.exchange.texts import limits
from resrec.exchange.texts.workbooks import pieces
from resrec.library.models import Motion, Resolution, ResolutionText

NEW = {
    "code": "WCC-2016-Res-999",
    "collection": "iucn",
    "assembly": "WCC-2016",
    "number": "999",
    "kind": "Res",
    "title_en": "On quiet ponds",
}
ODD = [
    "=SUM(A1:A9)",
    "'=already",
    "-1. A list;\n+2. Another",
    "@all",
    "\ttabbed",
    "'tis no formula",
    'a, b; "c"\n\nd',
    "x" * 32_767,
    "Fish 🐟 " * 9_000,
    "_x0041_ and _x000D_",
    "one\r\ntwo",
    "<r>rich & <b>poor</b></r>",
    "  between spaces  ",
]


@pytest.fixture
def table(tmp_path):
    """Write a table: `table("csv", header, *rows)` or "xlsx" gives the file's path."""

    def write(form, header, *rows):
        path = tmp_path / f"texts.{form}"
        if form == "csv":
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([header, *rows])
            return path
        book = Workbook()
        for row in [header, *rows]:
            book.active.append(row)
        book.save(path)
        return path

    return write


@pytest.mark.parametrize("suffix", ["csv", "csv.gz", "xlsx"])
def test_the_facts_come_back_from_a_table(db, tmp_path, suffix):
    Motion.objects.update(became=None)
    first, second = back_and_forth(tmp_path / f"texts.{suffix}", collection="iucn")
    assert first == second


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_bodies_in_three_languages_and_an_archive_come_back(db, tmp_path, suffix):
    adopted_texts.add()
    text = Resolution.objects.get(code="ALR-2022-Dec-006")
    text.archive(by=None, on=date(2025, 3, 14), decision="C/7/4", reason_fr="Fait.")
    text.keywords.create(code="ponds", label_en="Ponds")
    text.countries.set(["FR", "SN"])
    first, second = back_and_forth(tmp_path / f"texts.{suffix}", collection="alr")
    assert first == second
    text = Resolution.objects.get(code="ALR-2022-Dec-006")
    assert (text.archived_on, text.archived_reason_fr) == (date(2025, 3, 14), "Fait.")
    assert {country.pk for country in text.countries.all()} == {"FR", "SN"}
    assert text.paragraphs.filter(kind="operative").exists()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("body", ODD, ids=lambda body: repr(body[:12]))
def test_whatever_a_body_holds_comes_back_as_it_was(db, tmp_path, suffix, body):
    ResolutionText.objects.filter(resolution__code="GA-16.05", language="en").update(body=body)
    path = tmp_path / f"texts.{suffix}"
    exported(path, collection="iucn")
    assert imported(path) == "0 new, 0 changed, 162 unchanged."


def test_no_cell_begins_as_a_formula(db, tmp_path):
    ResolutionText.objects.filter(resolution__code="GA-16.05", language="en").update(body="=1+1")
    sheet = load_workbook(io.BytesIO(exported(tmp_path / "texts.xlsx"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "'=1+1" in {cell.value for cell in cells}
    assert b",'=1+1" in exported(tmp_path / "texts.csv")


def test_a_body_too_long_for_a_cell_goes_on_in_further_columns(db, tmp_path):
    body = "long " * 20_000
    ResolutionText.objects.filter(resolution__code="GA-16.05", language="en").update(body=body)
    sheet = load_workbook(io.BytesIO(exported(tmp_path / "texts.xlsx"))).active
    header = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "GA-16.05")
    found = [row[place] for place, name in enumerate(header) if name.startswith("body_en")]
    assert header.index("body_en_2") == header.index("body_en") + 1
    assert "".join(found) == body
    assert all(len(piece) <= limits.CELL for piece in found)


def test_pieces_are_counted_in_the_units_of_spreadsheets():
    assert all(len(one.encode("utf-16-le")) // 2 <= limits.CELL for one in pieces("🐟" * 40_000))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_as_a_person_writes_one(db, table, form):
    header = [*NEW, "keywords", "body_en", "archived_on"]
    row = [*NEW.values(), "", "1. Decides to dig;", ""]
    assert imported(table(form, header, row, [""] * 3)).startswith("1 new")
    text = Resolution.objects.get(code="WCC-2016-Res-999")
    assert (text.number, text.title.title) == (999, "On quiet ponds")
    assert text.paragraphs.get().verb == "decide"


def test_numbers_and_days_of_a_spreadsheet_are_read_as_such(db, table):
    header = [*NEW, "archived_on"]
    row = [*(NEW | {"number": 999.0}).values(), datetime(2025, 3, 14)]
    assert imported(table("xlsx", header, row)).startswith("1 new")
    text = Resolution.objects.get(code="WCC-2016-Res-999")
    assert (text.number, text.archived_on) == (999, date(2025, 3, 14))


def test_semicolons_do_as_well(db, tmp_path):
    path = tmp_path / "texts.csv"
    path.write_text(";".join(NEW) + "\n" + ";".join(NEW.values()) + "\n", encoding="utf-8-sig")
    assert imported(path).startswith("1 new")


def test_an_empty_cell_takes_no_words_away(db, table):
    path = table(
        "csv", ["code", "collection", "title_en", "title_fr"], ["GA-16.05", "iucn", "", ""]
    )
    assert imported(path) == "0 new, 0 changed, 1 unchanged."


def test_symbols_come_in_tables_too(lighthouses, table):
    path = table("csv", ["symbol", "title", "text"], ["LL_7_12", "7/12. Oil", "Decides to burn;"])
    assert imported(path, collection="lighthouses").startswith("1 new")
    assert Resolution.objects.get(code="LL-7-12").title.title == "Oil"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        (["code", "titel_en"], ["A", "B"], "The column “titel_en” is not known here."),
        (["code", "code"], ["A", "B"], "The column “code” comes twice."),
        (["title_en"], ["A"], "There is no column “code”."),
        (["code", "body_en", "body_en_3"], ["A"], "The column “body_en_3” is not known here."),
        ([*NEW], [*(NEW | {"number": "ten"}).values()], "row 2: “number” must be a whole number."),
        ([*NEW], [*NEW.values(), "more"], "row 2: there are 7 cells under 6 columns."),
        ([*NEW, "keywords"], [*NEW.values(), "a; b"], "row 2: the keyword “a” is unknown."),
        ([*NEW, "archived_by_decision"], [*NEW.values(), "x"], "“archived_on” is missing"),
        ([*NEW], [*(NEW | {"code": ""}).values()], "row 2: “code” is missing."),
    ],
)
def test_a_mistake_in_a_table_is_told(db, table, form, header, row, says):
    assert says in refused(table(form, header, row))
    assert not Resolution.objects.filter(code="WCC-2016-Res-999").exists()


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("t.csv", "code,title_en\nA,Été\n".encode("latin-1"), "bytes that are not UTF-8"),
        ("t.csv", "code,title_en\nA,Été\n".encode("utf-16"), "written in UTF-16"),
        ("t.csv", b'code,collection\nA,"iucn\nB,iucn\n', "this is not CSV"),
        ("t.csv", b"code,collection\nA\x00,iucn\n", "a sign that cannot be kept (U+0000)"),
        ("t.csv", b"", "There is no column “code”."),
        ("t.xlsx", b"no workbook", "is not a workbook"),
        ("t.xlsx", b"PK\x03\x04broken", "is not a workbook"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_in_words(db, tmp_path, name, raw, says):
    path = tmp_path / name
    path.write_bytes(raw)
    assert says in refused(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(db, table, monkeypatch):
    path = table("xlsx", ["code"], ["A"])
    monkeypatch.setattr(limits, "WORKBOOK", 1000)
    assert "unpacks to more than" in refused(path)


def test_a_workbook_that_defines_words_of_its_own_is_refused(db, table, tmp_path):
    path, bomb = table("xlsx", ["code"], ["A"]), tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(bomb, "w") as changed:
        for name in book.namelist():
            words = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' if "sheet1" in name else b""
            changed.writestr(name, words + book.read(name))
    assert "is not a workbook as programs write them" in refused(bomb)


def test_a_workbook_without_its_parts_is_refused(db, tmp_path):
    path = tmp_path / "empty.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("readme.txt", "nothing")
    assert "is not a whole workbook" in refused(path)
