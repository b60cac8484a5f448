"""The Progress Reports of a Congress: at once while they are few, made in the background else."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from resrec.analysis import analyses
from resrec.documents import making
from resrec.documents.building import collected as collecting
from resrec.documents.building.collected import collected
from resrec.documents.models import ATTEMPTS, SILENT_FOR, MadeDocument
from resrec.documents.tests.conftest import Pdf, read_csv, read_sheets, read_word
from resrec.web.models import PublicRevision

SAID = {
    "en": ("Results", "Who implements it, and how"),
    "fr": ("Résultats", "Qui le met en œuvre, et comment"),
    "es": ("Resultados", "Quién lo implementa y cómo"),
}


@pytest.fixture
def address(account_of, report_of):
    source = report_of(results="Tres charcas nuevas.", language="es", status="accepted")
    account_of(year=2018, quotes=[(source, "results", "Tres charcas")], status="published")
    return reverse("collected", args=["WCC-2016", 2018])


@pytest.fixture
def large(monkeypatch, address):
    monkeypatch.setattr(collecting, "LARGE", 0)
    return address


@pytest.mark.parametrize("language", SAID)
def test_each_format_says_its_words(made, address, language):
    def build():
        return collected(*analyses.find("WCC-2016", 2018))

    pdf = Pdf(made(build, "pdf", language))
    file = read_word(made(build, "docx", language))
    sheets = read_sheets(made(build, "xlsx", language))
    words = "\n".join(paragraph.text for paragraph in file.paragraphs)
    for said in (*SAID[language], "Ponds were dug.", "Tres charcas", "Fen and Heath Trust"):
        assert said in pdf.words
        assert said in words
    assert "es" in pdf.languages
    overview = list(sheets.values())[1]
    assert overview[3][0] == "WCC 2016 Res 087"
    assert overview[3][3:] == [2, 1]
    texts = {row[6] for row in read_csv(made(build, "csv", language))}
    assert any(said.startswith("WCC 2016 Res 001") for said in texts)  # it has none, and is named


def test_a_small_collection_is_answered_at_once(client, address):
    answer = client.get(reverse("collected_file", args=["WCC-2016", 2018, "csv"]))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "<form method" not in client.get(address).text.partition("<main")[2]


def test_the_page_lists_what_there_is_and_what_there_is_not(client, address):
    page = client.get(address).text
    report = reverse("progress_report", args=["WCC-2016-Res-087", 2018])
    assert f'<th scope="row"><a href="{report}">WCC 2016 Res 087</a>' in page
    _having, lacking = page.split("Texts without a Progress Report in 2018")
    assert "WCC 2016 Res 001" in lacking
    assert "WCC 2016 Res 087" not in lacking


def test_a_large_one_is_asked_for_made_and_given_to_everyone(client, large):
    file = reverse("collected_file", args=["WCC-2016", 2018, "pdf"])
    assert client.get(file)["Location"] == large
    assert not MadeDocument.objects.exists()
    client.post(large, {"format": "pdf"})
    page = client.get(large)
    assert "<progress" in page.text
    assert page["Refresh"] == "3"
    call_command("make_documents")
    page = client.get(large)
    assert "<progress" not in page.text
    assert "Refresh" not in page
    assert "Nothing public has changed since." in page.text
    answer = client.get(file)
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert "Tres charcas" in Pdf(b"".join(answer.streaming_content)).words


def test_asking_often_makes_one_job(client, large):
    for _press in range(5):
        client.post(large, {"format": "pdf"})
        PublicRevision.move()
    client.post(large, {"format": "docx"})
    client.post(large, {"format": "exe"})
    assert MadeDocument.objects.count() == 2


def test_what_is_made_anew_takes_the_place_of_the_old_file(client, large):
    client.post(large, {"format": "csv"})
    making.make_due()
    old = MadeDocument.objects.get()
    PublicRevision.move()
    assert "Something public has changed since." in client.get(large).text
    client.post(large, {"format": "csv"})
    # Until the new one is there, the old one is given.
    assert client.get(reverse("collected_file", args=["WCC-2016", 2018, "csv"])).status_code == 200
    making.make_due()
    new = MadeDocument.objects.get()
    assert new.pk != old.pk
    assert not old.file.storage.exists(old.file.name)
    assert new.file.storage.exists(new.file.name)


def test_a_killed_maker_leaves_nothing_hanging(client, large):
    client.post(large, {"format": "csv"})
    waiting = MadeDocument.objects.get()
    assert waiting.claim()
    assert not making.is_due()
    for _killed in range(ATTEMPTS - 1):
        _silence_falls()
        assert making.is_due()
        assert MadeDocument.objects.get().claim()
    _silence_falls()
    assert making.make_due() == 0
    assert MadeDocument.objects.get().status == "failed"
    assert "It could not be made." in client.get(large).text


def _silence_falls():
    long_ago = timezone.now() - SILENT_FOR - timedelta(seconds=1)
    MadeDocument.objects.update(heard_at=long_ago)


def test_a_maker_that_comes_back_late_overwrites_nothing(client, large):
    client.post(large, {"format": "csv"})
    slow = MadeDocument.objects.get()
    slow.claim()
    _silence_falls()
    assert making.make_due() == 1
    slow.tell(1, 2)
    slow.fail()
    assert MadeDocument.objects.get().status == "ready"


def test_a_crash_is_told_and_can_be_tried_again(client, large, monkeypatch):
    def crashes(*_asked):
        raise ValueError

    with monkeypatch.context() as broken:
        broken.setitem(making.LARGE_ONES, "collected", crashes)
        client.post(large, {"format": "csv"})
        assert making.make_due() == 0
    assert "It could not be made." in client.get(large).text
    client.post(large, {"format": "csv"})
    assert making.make_due() == 1


def test_how_far_it_is_is_told(client, large, monkeypatch):
    seen = []
    monkeypatch.setattr(MadeDocument, "tell", lambda self, done, steps: seen.append((done, steps)))
    client.post(large, {"format": "csv"})
    making.make_due()
    assert seen[-1] == (1, 1)


def test_the_worker_starts_the_maker(settings):
    from resrec.journal.beside import Beside

    assert Beside(settings.BESIDE).is_due["make_documents"] is making.is_due
