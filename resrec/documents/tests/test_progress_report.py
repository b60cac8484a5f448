"""A Progress Report in each format, opened with a reader that is not ours."""

import pytest
from django.urls import reverse

from resrec.documents.building.progress_report import progress_report
from resrec.documents.tests.conftest import Pdf, read_csv, read_sheets, read_word
from resrec.reporting.models import ProgressReport

SAID = {
    "en": ("Progress Report 2018", "Results", "Who implements it, and how"),
    "fr": ("Rapport d’avancement 2018", "Résultats", "Qui le met en œuvre, et comment"),
    "es": ("Informe de progreso 2018", "Resultados", "Quién lo implementa y cómo"),
}


@pytest.fixture
def source(report_of):
    return report_of(
        results="Trois mares ont été creusées à l’été.", language="fr", status="accepted"
    )


@pytest.fixture
def account(account_of, source):
    made = account_of(
        year=2018,
        says=["Ponds were dug."],
        quotes=[(source, "results", "Trois mares")],
        status="published",
    )
    return ProgressReport.objects.for_display().get(pk=made.pk)


@pytest.mark.parametrize("language", SAID)
def test_the_pdf_is_tagged_and_says_its_words(made, account, language):
    file = Pdf(made(lambda: progress_report(account), "pdf", language))
    assert file.root["/Lang"] == language
    assert file.root["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in file.root["/Metadata"].get_data().decode()
    assert {"/Title", "/H1", "/P", "/TOC", "/Table", "/TH", "/Link"} <= set(file.kinds)
    for words in (*SAID[language], "Ponds were dug.", "Trois mares", "Fen and Heath Trust"):
        assert words in file.words
    assert {"fr", language} <= file.languages


@pytest.mark.parametrize("language", SAID)
def test_the_word_file_has_real_styles_and_languages(made, account, language):
    file = read_word(made(lambda: progress_report(account), "docx", language))
    styles = {paragraph.style.name for paragraph in file.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Caption", "Statement", "Source", "toc 1"} <= styles
    words = "\n".join(paragraph.text for paragraph in file.paragraphs)
    for said in (*SAID[language], "Ponds were dug.", "Trois mares", "Fen and Heath Trust"):
        assert said in words
    assert file.core_properties.language == language
    tag = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}[language]
    assert f'w:val="{tag}"' in file.styles.element.xml
    if language != "fr":
        assert 'w:lang w:val="fr-FR"' in file.element.xml
    assert "<w:tblHeader" in file.tables[0]._tbl.xml


@pytest.mark.parametrize("language", SAID)
def test_sheet_and_csv_hold_the_words_too(made, account, language):
    sheets = read_sheets(made(lambda: progress_report(account), "xlsx", language))
    rows = next(iter(sheets.values()))
    lines = read_csv(made(lambda: progress_report(account), "csv", language))
    for table in (rows, lines):
        words = {row[6].partition(" [")[0]: row for row in table}
        assert words["Trois mares"][7] == "fr"
        assert "Fen and Heath Trust" in words["Trois mares"][8]
        assert words["Ponds were dug."][0] == SAID[language][1]
    assert len(sheets) == 2


def test_a_rendering_is_shown_to_its_readers_and_marked(made, account_of, source, cast):
    account = account_of(year=2019, says=(), quotes=[(source, "results", "Trois mares")])
    statement = account.statements.get()
    rendered = {"by": cast.focal_point, "renders": statement.digest}
    statement.renderings.create(language="es", text="Tres charcas", **rendered)
    assert "Tres charcas [" in Pdf(made(lambda: progress_report(account), "pdf", "es")).words
    assert "Tres charcas" not in Pdf(made(lambda: progress_report(account), "pdf", "en")).words


def test_a_superseded_version_says_so_and_names_the_one_that_stands(
    made, account, account_of, cast, client
):
    newer = account.open_next_version(by=cast.focal_point)
    ProgressReport.objects.filter(pk=newer.pk).update(notice="One more pond.")
    newer.refresh_from_db()
    newer.propose(by=cast.focal_point)
    newer.publish(by=cast.officer)
    answer = client.get(reverse("progress_report_version_file", args=[account.pk, "pdf"]))
    words = Pdf(answer.content).words
    assert "This is version 1, which has been superseded." in words
    assert "Read version 2, which stands" in words


def test_a_file_has_its_name_and_is_kept_while_nothing_moves(client, account):
    address = reverse("progress_report_file", args=[account.resolution.code, 2018, "docx"])
    answer = client.get(address)
    assert answer["Content-Disposition"] == ('attachment; filename="WCC-2016-Res-087 2018.docx"')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "public, no-cache"
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("code", "year", "suffix", "said"),
    [
        ("WCC-2016-Res-087", 2018, "odt", "There is no format “odt”"),
        ("WCC-2016-Res-087", 2017, "pdf", "No Progress Report for 2017"),
        ("WCC-2016-Res-999", 2018, "pdf", "No text “WCC-2016-Res-999” is known here"),
    ],
)
def test_what_is_not_there_is_said(client, account, code, year, suffix, said):
    answer = client.get(reverse("progress_report_file", args=[code, year, suffix]))
    assert answer.status_code == 404
    assert said in answer.text


def test_the_same_words_have_the_same_fingerprint(account, account_of):
    assert progress_report(account).fingerprint == progress_report(account).fingerprint
    other = ProgressReport.objects.for_display().get(
        pk=account_of(year=2019, says=["Other ponds."], status="published").pk
    )
    assert progress_report(other).fingerprint != progress_report(account).fingerprint
