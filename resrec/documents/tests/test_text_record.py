"""A text with its implementation record, down to what nobody has reported."""

import pytest
from django.urls import reverse

from resrec.documents.building import text_record as recording
from resrec.documents.building.text_record import text_record
from resrec.documents.models import MadeDocument
from resrec.documents.tests.conftest import Pdf, read_csv, read_word
from resrec.library.models import Resolution
from resrec.library.sittings import page_of

CODE = "WCC-2016-Res-087"
SAID = {
    "en": ("Progress Reports", "Activity Reports", "No focal point is on record"),
    "fr": ("Rapports d’avancement", "Rapports d’activité", "Aucun point focal"),
    "es": ("Informes de progreso", "Informes de actividad", "No consta ningún punto focal"),
}


def build(code=CODE):
    return lambda: text_record(page_of(code))


@pytest.mark.parametrize("language", SAID)
def test_a_text_with_no_report_says_so_and_has_no_hole(made, db, language):
    bare = Resolution.objects.filter(assembly__code="WCC-2016", texts__isnull=True).first()
    bare = bare or Resolution.objects.get(code="WCC-2016-Res-001")
    pdf = Pdf(made(build(bare.code), "pdf", language))
    word = read_word(made(build(bare.code), "docx", language))
    words = "\n".join(paragraph.text for paragraph in word.paragraphs)
    for said in SAID[language]:
        assert said in pdf.words
        assert said in words


def test_private_words_are_in_no_document(made, report_of):
    report = report_of(
        results="Open words.",
        challenges="Secret words.",
        private_fields=["challenges"],
        contact_name="Nadia Private",
        status="accepted",
    )
    report_of(results="Only a draft.")
    for suffix in ("pdf", "csv"):
        content = made(build(), suffix)
        words = Pdf(content).words if suffix == "pdf" else content.decode()
        assert "Open words." in words
        assert "Secret words" not in words
        assert "Nadia" not in words
        assert "Only a draft" not in words
    assert report.pk


def test_words_stand_as_they_were_pasted(made, report_of):
    pasted = "Name\tHectares\nFen\t12\n• first point\n• second point\n\n=1+1\n<b>#let x = [y] $z$"
    report_of(results=pasted, status="accepted")
    words = Pdf(made(build(), "pdf")).words
    for said in ("Name Hectares", "Fen 12", "• second point", "=1+1", "<b>#let x = [y] $z$"):
        assert said in words
    cells = [row[6] for row in read_csv(made(build(), "csv"))]
    assert "'=1+1\n<b>#let x = [y] $z$" in cells


def test_a_long_record_is_made_in_the_background(client, report_of, monkeypatch):
    monkeypatch.setattr(recording, "LARGE", 10)
    report_of(results="Long words, in their thousands.", status="accepted")
    assert client.get(reverse("record_file", args=[CODE, "pdf"]))["Location"].endswith("/record/")
    client.post(reverse("record", args=[CODE]), {"format": "csv"})
    from resrec.documents.making import make_due

    assert make_due() == 1
    answer = client.get(reverse("record_file", args=[CODE, "csv"]))
    assert "Long words" in b"".join(answer.streaming_content).decode()
    assert MadeDocument.objects.get().is_read


def test_a_report_of_60_000_words_is_whole_in_each_format(made, report_of):
    long = "\n\n".join(f"{number} " + "wetland " * 299 for number in range(200))
    report_of(results=long, status="accepted")
    for suffix in ("pdf", "docx", "xlsx", "csv"):
        content = made(build(), suffix)
        if suffix == "csv":
            assert content.decode().count("wetland") >= 59_800
        if suffix == "docx":
            told = sum(p.text.count("wetland") for p in read_word(content).paragraphs)
            assert told >= 59_800
        if suffix == "pdf":
            assert "199 wetland" in Pdf(content).words


def test_an_unknown_text_is_a_clear_404(client, db):
    answer = client.get(reverse("record_file", args=["WCC-2016-Res-999", "pdf"]))
    assert answer.status_code == 404
    assert "WCC-2016-Res-999" in answer.text


def test_what_would_help_is_in_the_record(made, cast, report_of):
    report = report_of(results="One bridge.")
    report.needs.create(kind_id="money", amount=12500, currency="EUR", description="A second one.")
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    words = Pdf(made(build(), "pdf")).words
    for said in ("What would help", "12,500", "A second one."):
        assert said in words
