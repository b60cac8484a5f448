"""The yearly analysis in each format: the same figures as on its page, charts with their words."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from resrec.analysis import analyses
from resrec.analysis.models import Narrative, Theme
from resrec.analysis.overview import Overview
from resrec.analysis.passages import passages
from resrec.documents.blocks import AMBER
from resrec.documents.building.yearly_analysis import yearly_analysis
from resrec.documents.tests.conftest import Pdf, read_csv, read_sheets, read_word
from resrec.reporting.models import ActivityReport

SAID = {
    "en": ("Where the texts stand", "Nobody reported", "How this is counted"),
    "fr": (
        "Où en sont les textes",
        "Personne n’a fait rapport",
        "Comment ces chiffres sont établis",
    ),
    "es": ("Dónde están los textos", "Nadie informó", "Cómo se cuenta"),
}


@pytest.fixture
def year(cast, account_of, report_of):
    report_of(results="Deux ponts.", challenges="La crue.", language="fr", status="accepted")
    account_of(implementation_status_id="underway", status="published")
    return cast.cycle.year


@pytest.fixture
def build(year):
    return lambda: yearly_analysis(Overview(*analyses.find("WCC-2016", year)))


@pytest.mark.parametrize("language", SAID)
def test_the_pdf_has_its_charts_told_in_words(made, build, language):
    file = Pdf(made(build, "pdf", language))
    for words in SAID[language]:
        assert words in file.words
    alternatives = [e.get("/Alt", "") for kind, e in file.elements() if kind == "/Figure"]
    assert len(alternatives) == 6
    assert all(len(words) > 30 for words in alternatives)
    assert {"/Table", "/TH", "/Caption", "/H1", "/H2", "/L"} <= set(file.kinds)


@pytest.mark.parametrize("language", SAID)
def test_the_word_file_has_pictures_with_words_and_tables_with_heads(made, build, language):
    file = read_word(made(build, "docx", language))
    words = "\n".join(paragraph.text for paragraph in file.paragraphs)
    for said in (SAID[language][0], SAID[language][2]):
        assert said in words
    pictures = file.element.xpath("//wp:docPr/@descr")
    assert len(pictures) == 6
    assert all(pictures)
    assert all("<w:tblHeader" in table._tbl.xml for table in file.tables)


@pytest.mark.parametrize("language", SAID)
def test_the_sheet_calculates_with_the_figures_of_the_page(made, build, year, language):
    overview = Overview(*analyses.find("WCC-2016", year))
    sheets = read_sheets(made(build, "xlsx", language))
    statuses = list(sheets.values())[1]
    figures = [row[1] for row in statuses[3:] if isinstance(row[1], int)]
    assert figures[-1] == overview.figures["texts"].value == sum(figures[:-1])
    lines = read_csv(made(build, "csv", language))
    assert any(row[6] == str(figures[-1]) for row in lines)
    assert any("La crue" in row[6] or "Ponds were dug." in row[6] for row in lines) is False


def test_an_analysis_that_is_not_there_says_which_are(client, year):
    answer = client.get(reverse("analysis_file", args=["WCC-2016", 1901, "pdf"]))
    assert answer.status_code == 404
    assert "There is no reporting cycle 1901" in answer.text
    answer = client.get(reverse("analysis_file", args=["ATLANTIS", 2016, "pdf"]))
    assert answer.status_code == 404


def test_the_page_leads_to_its_files(client, year):
    page = client.get(reverse("analysis", args=["WCC-2016", year])).text
    for suffix in ("pdf", "docx", "xlsx", "csv"):
        address = reverse("analysis_file", args=["WCC-2016", year, suffix])
        assert f'href="{address}"' in page


@pytest.mark.parametrize("language", SAID)
def test_what_officers_add_is_in_the_document(made, build, cast, year, language):
    overview = Overview(*analyses.find("WCC-2016", year))
    late = Theme.begin(overview.assembly, {"en": "Water that rises"}, by=cast.officer)
    late.put(passages(overview), by=cast.officer)
    told = Narrative(assembly=overview.assembly, cycle=overview.cycle, place="moves", language="en")
    told.write("Rivers rose in {challenges} places.", overview.figures, by=cast.officer, read=0)
    file = read_word(made(build, "docx", language))
    words = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert "Rivers rose in 1 places." in words
    assert "Water that rises" in words
    assert "La crue." in words
    assert Pdf(made(build, "pdf", language)).words


def test_figures_that_rest_on_a_corrected_report_are_marked(made, build, cast, account_of):
    report = ActivityReport.objects.get()
    quotes = [(report, "results", "Deux ponts.")]
    account_of(year=cast.cycle.year - 1, quotes=quotes, status="published")
    assert AMBER not in made(build, "csv").decode()
    correction = report.correct(by=cast.reporter)
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    words = Pdf(made(build, "pdf")).words
    assert f"{AMBER} rests on a report that was corrected" in words
    assert f"Figure {AMBER}" in made(build, "csv").decode()
    book = load_workbook(BytesIO(made(build, "xlsx")))
    formats = {cell.number_format for sheet in book for row in sheet.rows for cell in row}
    assert f'#,##0" {AMBER}"' in formats
