"""The pages of coverage: one text with the names, and a Congress as a map, a table and a sheet."""

import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from resrec.library.models import Paragraph

PERIOD = {"period_from": date(2026, 1, 1), "period_to": date(2026, 6, 30)}


@pytest.fixture
def paragraph(cast, report_of):
    paragraphs = [
        Paragraph.objects.create(
            resolution=cast.resolution, path=f"op-{at}", kind="operative", position=at
        )
        for at in (1, 2, 3)
    ]
    for one in paragraphs:
        one.texts.create(language="en", text="Asks all Members to dig ponds")
    report = report_of(**PERIOD, results="Ponds were dug.")
    report.reported_texts.get().paragraphs.set(paragraphs[:1])
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    return paragraphs[0]


def test_the_text_names_who_reported_and_what_nobody_did(client, cast, paragraph):
    page = client.get(reverse("text_coverage", args=[cast.resolution.code])).text
    assert str(cast.member) in page
    assert 'id="2026-op-1"' in page
    assert 'href="#2026-op-1"' in page
    assert "Nobody has reported on these" in page


def test_the_text_page_shows_the_last_years_and_leads_on(client, cast, paragraph):
    page = client.get(cast.resolution.get_absolute_url()).text
    assert "Nobody has reported on 2 paragraphs yet." in page
    assert reverse("text_coverage", args=[cast.resolution.code]) + "#2026-op-1" in page


def test_a_congress_is_a_map_and_a_table(client, cast, paragraph):
    address = reverse("assembly_coverage", args=[cast.resolution.assembly.code, 2026])
    page = client.get(address).text
    assert "3 paragraphs: 1 reported on in the year, and not used yet; 2 on which nobody" in page
    assert "Texts whose words are not held" in page


def test_the_sheet_says_what_the_table_says(client, cast, paragraph):
    code = cast.resolution.assembly.code
    answer = client.get(reverse("assembly_coverage_sheet", args=[code, 2026]))
    header, row = openpyxl.load_workbook(io.BytesIO(answer.content)).active.values
    assert header[2:] == (
        "In the Progress Report",
        "Reported on",
        "Other years only",
        "Nobody yet",
        "In all",
    )
    assert (row[0], row[2:]) == (cast.resolution.code, (0, 1, 0, 2, 3))


@pytest.mark.parametrize("place", [("NOPE-1", 2026), ("WCC-2016", 1913)])
def test_there_is_none_of_another_congress_or_year(client, cast, place):
    assert client.get(reverse("assembly_coverage", args=place)).status_code == 404
