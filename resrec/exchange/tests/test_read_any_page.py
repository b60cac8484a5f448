"""The reader never raises, whatever it is given, and refuses in words what it cannot read."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from resrec.exchange.portal_pages.page import LARGEST
from resrec.exchange.portal_pages.reading import read_page

PAGES = sorted((Path(__file__).parent / "pages").iterdir())
SNIPPETS = tuple(
    sorted({line for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()})
)
TITLE = "WCC 2016 Res 012 - Activity Report\n\nGeneral Information\n"


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(("1_en.txt", "x.html", "")))
def test_any_bytes_are_read_or_refused(content, file):
    reading = read_page(content, file)
    assert reading.is_report or reading.problems


@settings(deadline=None)
@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=30), max_size=25), st.booleans())
def test_any_mix_of_lines_is_read(lines, has_title):
    text = (TITLE if has_title else "") + "\n".join(lines)
    reading = read_page(text.encode("utf-8", "replace"), "90001_en.txt")
    assert set(reading.as_json()) >= {"file", "members", "problems"}


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(PAGES), st.data())
def test_any_page_cut_anywhere_is_read(page, data):
    content = page.read_bytes()
    end = data.draw(st.integers(0, len(content)))
    cut = content[:end].decode("utf-8", "ignore").encode()
    whole, part = read_page(content, page.name), read_page(cut, page.name)
    if part.is_report and part.report_type == whole.report_type:
        assert len(part.members or ()) <= len(whole.members or ())
        assert set(part.action_types) <= set(whole.action_types)
        assert set(part.unresolved_guids) <= set(whole.unresolved_guids)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (TITLE.encode() + "Fundación".encode("latin-1"), "byte 63 (0xf3)"),
        ("Página".encode("utf-16"), "byte 3 is zero"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "byte 8 is zero"),
        (b"a\x07b", "control character"),
        (b"x" * (LARGEST + 1), "5,000,001 bytes"),
        (b"<html><body>" + b"<div>" * 6000, "nested too deeply"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content, why):
    reading = read_page(content, "90001_en.txt")
    assert reading.is_refused
    assert why in reading.as_json()["problems"][0]
    others = {key for key, value in reading.as_json().items() if value is not None}
    assert others == {"file", "problems"}


def test_a_page_of_the_largest_size_is_read():
    content = TITLE.encode().ljust(LARGEST, b"\n")
    assert read_page(content, "90001_en.txt").report_type == "activity"


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of a meeting\n\nStatus: good\nActivity\nResolution\n",
        "WCC 2016 Res 012 - Progress Report\nWCC 2016 Res 014 - Progress Report\nMore results\n",
        "<html><body><h1>Not found</h1></body></html>",
    ],
)
def test_another_kind_of_page_is_no_report(text):
    reading = read_page(text.encode(), "page.txt")
    assert [problem.what for problem in reading.problems] == ["not_a_report"]


@pytest.mark.parametrize(
    ("file", "node", "lang"),
    [
        ("48091_fr.txt", 48091, "fr"),
        ("48091_es_v2.txt", 48091, "es"),
        ("48091_EN.HTML", 48091, "en"),
        ("000_c290f9cf53e44b5b.txt", None, None),
        ("48091.txt", None, None),
        ("48091_de.txt", None, None),
    ],
)
def test_node_and_language_come_from_the_name_of_the_file(file, node, lang):
    reading = read_page(TITLE.encode(), file)
    assert (reading.node, reading.lang) == (node, lang)


@pytest.mark.parametrize(
    ("head", "node", "lang"),
    [
        ('<link rel="canonical" href="/library/node/90123">', 90123, "en"),
        ('<meta property="og:url" content="https://p.example/library/es/node/9?x=1">', 9, "es"),
        ("<!-- saved from url=(0044)https://p.example/library/fr/node/77 -->", 77, "fr"),
        ('<link rel="canonical" href="/about">', None, "fr"),
        ("", None, "fr"),
    ],
)
def test_a_saved_page_tells_its_address(head, node, lang):
    html = f"<!DOCTYPE html><html lang='fr'><head>{head}</head><body>{TITLE}</body></html>"
    reading = read_page(html.encode(), "page.html")
    assert (reading.node, reading.lang, reading.report_type) == (node, lang, "activity")


def test_a_table_in_a_saved_page_keeps_its_cells_apart():
    html = (
        f"<html><body><p>{TITLE}</p><p>Indicate and briefly describe any actions that have been"
        " carried out to implement this Resolution:</p><table><tr><th>Action</th>"
        "<th>Description</th><th>Status</th></tr><tr><td>Fundraising</td><td><p>Ten letters</p>"
        "<p>and a fair</p></td><td>Completed</td></tr><tr><td></td><td>A raffle</td><td></td></tr>"
        "</table></body></html>"
    )
    rows = read_page(html.encode(), "page.html").activities
    assert [(row.kind, row.description, row.status) for row in rows] == [
        ("Fundraising", "Ten letters and a fair", "Completed"),
        (None, "A raffle", ""),
    ]


def test_the_name_of_the_submitter_is_not_kept():
    text = (
        "Submitted by\nJo Bloggs\non Tue, 11/05/2024 - 19:28\n"
        "General Information\nResolution\n49206\n"
        "I. IUCN Constituencies implementing this Resolution\n"
    )
    reading = read_page(text.encode(), "1_en.txt")
    assert reading.printed_on == date(2024, 11, 5)
    assert reading.layout == "Cs"
    assert "Bloggs" not in reading.text
    assert not any("Bloggs" in problem.sentence for problem in reading.problems)
