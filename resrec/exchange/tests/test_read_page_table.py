"""Every page of both tables comes out as the table says, field by field."""

from pathlib import Path

import pytest

from resrec.exchange.portal_pages.files import read_file
from resrec.exchange.tests.page_table import expected, facts_of

HERE = Path(__file__).parent
OWN = expected(HERE / "pages.csv")


@pytest.mark.parametrize("file", OWN)
def test_own_page_reads_as_its_table_says(file):
    assert facts_of(read_file(HERE / "pages" / file)) == OWN[file]


def test_own_pages_hold_every_layout_and_language_in_both_forms():
    found = {(row["layout_variant"], row["lang"]) for row in OWN.values()}
    assert found >= {
        (layout, lang) for layout in ("A", "B", "C", "Cs", "D") for lang in ("en", "fr", "es")
    }
    assert {row["report_type"] for row in OWN.values()} == {"activity", "progress"}


def test_sample_pages_read_as_their_table_says(shared_data):
    table = expected(shared_data / "portal-pages.csv")
    found = {file: facts_of(read_file(shared_data / "portal-pages" / file)) for file in table}
    assert len(found) == 49
    assert found == table


def test_seed_of_a_report_is_read(shared_data):
    reading = read_file(shared_data / "seeds" / "000_c290f9cf53e44b5b.txt")
    assert (reading.node, reading.lang) == (None, None)
    assert reading.resolution_code == "WCC 2016 Res 087"
    assert (reading.report_type, reading.layout, reading.truncated) == ("progress", "A", False)
    assert reading.members == (
        "Center for Large Landscape Conservation ( CLLC ) / United States of America",
    )
    assert reading.commissions is None
    assert reading.status == ("Underway: implementation well-advanced",)
    assert not reading.problems


def test_seed_of_the_resources_page_is_no_report(shared_data):
    reading = read_file(shared_data / "seeds" / "004_e15efd39ccf7d6d8.txt")
    assert not reading.is_report
    assert [problem.what for problem in reading.problems] == ["not_a_report"]
