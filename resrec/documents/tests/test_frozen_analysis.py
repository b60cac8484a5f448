"""A frozen analysis in each format: what was frozen, under its fingerprint."""

import pytest
from django.urls import reverse

from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.frozen import FrozenOverview, find_frozen
from resrec.analysis.models import Theme
from resrec.analysis.overview import Overview
from resrec.analysis.passages import passages
from resrec.documents.blocks import AMBER, Chart
from resrec.documents.building.frozen_analysis import frozen_analysis
from resrec.documents.tests.conftest import Pdf, read_sheets, read_word
from resrec.reporting.models import ActivityReport

SAID = {
    "en": "How this is counted",
    "fr": "Comment ces chiffres sont établis",
    "es": "Cómo se cuenta",
}


@pytest.fixture
def frozen(cast, account_of, report_of):
    report_of(results="Deux ponts.", challenges="La crue.", language="fr", status="accepted")
    account_of(implementation_status_id="underway", status="published")
    congress = cast.resolution.assembly
    theme = Theme.begin(congress, {"en": "Water that rises"}, by=cast.officer)
    theme.put(passages(Overview(congress, cast.cycle)), by=cast.officer)
    return freeze(congress, cast.cycle, by=cast.officer)


@pytest.mark.parametrize("language", SAID)
def test_each_format_bears_the_fingerprint_and_the_figures_of_then(
    made, frozen, account_of, language
):
    def build():
        return frozen_analysis(FrozenOverview(find_frozen(*frozen.place)))

    pdf = Pdf(made(build, "pdf", language))
    assert frozen.fingerprint in pdf.words.replace(" ", "")
    assert SAID[language] in pdf.words
    word = read_word(made(build, "docx", language))
    words = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert frozen.fingerprint in words.replace(" ", "")
    statuses = list(read_sheets(made(build, "xlsx", language)).values())[1]
    figures = [row[1] for row in statuses[3:] if isinstance(row[1], int)]
    assert figures[-1] == frozen.figures.get(key="texts").value == sum(figures[:-1])


def test_what_was_corrected_since_is_marked_and_what_was_made_private_is_gone(client, cast, frozen):
    def file(suffix):
        return client.get(reverse("frozen_analysis_file", args=[*frozen.place, suffix])).content

    before = file("csv").decode()
    assert "La crue." in before
    assert AMBER not in before
    correction = ActivityReport.objects.get().correct(by=cast.reporter)
    ActivityReport.objects.filter(pk=correction.pk).update(private_fields=["challenges"])
    correction.refresh_from_db()
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    words, pdf = file("csv").decode(), Pdf(file("pdf")).words
    for said in (words, pdf):
        assert "La crue." not in said
        assert "These words have been made private since." in said
        assert f"{AMBER} changed since it was frozen" in said
    assert f"Figure {AMBER}" in words
    assert frozen.fingerprint in pdf.replace(" ", "")


def test_the_page_leads_to_its_files_and_unknown_versions_to_none(client, frozen):
    address = reverse("frozen_analysis_file", args=[*frozen.place, "csv"])
    assert f'href="{address}"' in client.get(frozen.get_absolute_url()).text
    assert client.get(address).status_code == 200
    assembly, year, _version = frozen.place
    unknown = reverse("frozen_analysis_file", args=[assembly, year, 99, "csv"])
    assert client.get(unknown).status_code == 404


def test_the_map_of_then_is_drawn(frozen):
    charts = [
        block
        for block in frozen_analysis(FrozenOverview(find_frozen(*frozen.place))).blocks
        if isinstance(block, Chart)
    ]
    (drawn,) = [chart for chart in charts if chart.alternative.startswith("Map of the world")]
    assert "land" in drawn.svg
