"""The page on which officers put paragraphs right, without any script."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from resrec.library.models import Original, Paragraph, ParagraphCorrection, ResolutionText
from resrec.library.paragraph_trees import store
from resrec.library.tests.test_read_originals import saved
from resrec.library.tests.test_store_again import BODY, at, say, text, tree  # noqa: F401
from resrec.reporting.tests.pages import sent_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.officer)
    return client


@pytest.fixture
def parsed(cast, text):  # noqa: F811
    store(text, by=cast.officer)
    return text


def address(name, text):  # noqa: F811
    return reverse(name, args=[text.code])


def press(client, text, path, button, **changes):  # noqa: F811
    """Press a button of the form of one paragraph, as the page gives it."""
    page = client.get(address("paragraphs", text))
    number = at(text, path).pk
    to = address("paragraph_correction", text)
    forms = page.text.split("<form")
    form = next(one for one in forms if f'name="paragraph" value="{number}"' in one)
    alone = SimpleNamespace(content=f"<main><form{form}</main>".encode())
    return client.post(to, sent_by(alone, to) | {"do": button} | changes)


def test_words_and_tree_stand_side_by_side(officer, parsed):
    page = officer.get(address("paragraphs", parsed)).text
    assert "CALLS UPON Members to walk" in page
    assert 'value="call upon"' in page
    assert page.count('<li class="paragraph-row') == 5


def test_sets_what_was_typed_and_comes_back_to_the_paragraph(officer, cast, parsed):
    answer = press(
        officer,
        parsed,
        "op-1",
        "set",
        **{"verb": "invite", "addressee-0": "all  who walk", "class-0": "other"},
    )
    assert answer.status_code == 302
    assert answer["Location"].endswith("?text=en&page=1#op-1")
    found = at(parsed, "op-1")
    assert found.verb == "invite"
    assert found.addressees.get().name == "all who walk"
    page = officer.get(address("paragraphs", parsed)).text
    assert "verb set" in page
    assert "Officer," in page


def test_sent_as_it_is_it_corrects_nothing(officer, parsed):
    press(officer, parsed, "op-1", "set")
    assert not ParagraphCorrection.objects.exists()


def test_joins_and_splits(officer, parsed):
    press(officer, parsed, "op-3", "split", before="to leave the banks")
    assert at(parsed, "op-3").texts.get().text == "URGES States"
    last = parsed.paragraphs.last().path
    answer = press(officer, parsed, last, "join")
    assert answer["Location"].endswith("#op-3")
    assert at(parsed, "op-3").texts.get().text == "URGES States to leave the banks open."


def test_what_cannot_be_done_is_said_and_what_was_typed_stays(officer, parsed):
    answer = press(officer, parsed, "op-3", "set", level="x", verb="shout")
    assert answer.status_code == 422
    assert 'value="shout"' in answer.text
    answer = press(officer, parsed, "op-3", "split", before="no such words")
    assert answer.status_code == 422
    assert "the words were not found" in answer.text
    assert not ParagraphCorrection.objects.exists()


def test_a_page_read_before_another_officer_pressed_is_refused(officer, parsed):
    answer = press(officer, parsed, "op-3", "set", verb="insist", revision="0")
    assert answer.status_code == 422
    assert "Someone has changed these paragraphs" in answer.text
    assert 'value="insist"' in answer.text
    assert at(parsed, "op-3").verb == "urge"


def test_a_correction_is_taken_back(officer, parsed):
    press(officer, parsed, "op-1", "set", verb="invite")
    correction = ParagraphCorrection.objects.get()
    parsed.refresh_from_db()
    to = reverse("paragraph_correction_deletion", args=[correction.pk])
    officer.post(to, {"revision": parsed.paragraphs_revision})
    assert at(parsed, "op-1").verb == "call upon"


@pytest.mark.parametrize(
    "sent", [{}, {"paragraph": "9" * 30}, {"paragraph": "x"}, {"paragraph": "1", "do": "fly"}]
)
def test_nonsense_is_answered(officer, parsed, sent):
    assert officer.post(address("paragraph_correction", parsed), sent).status_code in (302, 422)


def test_new_words_are_previewed_before_they_are_stored(officer, parsed, report_of):
    reported = report_of().reported_texts.get()
    reported.paragraphs.set([at(parsed, "op-3")])
    page = address("words", parsed)
    words = BODY.partition("3. URGES")[0] + "3. ENDS."
    answer = officer.post(page, sent_by(officer.get(page), page) | {"words": words})
    assert answer["Location"] == address("paragraphs_reading", parsed)
    assert at(parsed, "op-3").texts.get().text.startswith("URGES")
    assert "they are read in another way now" in officer.get(address("paragraphs", parsed)).text
    preview = officer.get(answer["Location"])
    assert "ENDS." in preview.text
    officer.post(answer["Location"], sent_by(preview, answer["Location"]))
    assert at(parsed, "op-3").texts.get().text == "ENDS."


def test_gone_paragraphs_and_lost_corrections_are_listed(officer, cast, parsed, report_of):
    press(officer, parsed, "op-3", "set", verb="insist")
    report_of().reported_texts.get().paragraphs.set([at(parsed, "op-3")])
    store(say(parsed, BODY.partition("\n\n3.")[0], version=2), by=cast.officer)
    page = officer.get(address("paragraphs", parsed)).text
    assert "kept because something points at them" in page
    assert "find their line no more" in page
    assert page.count("URGES States to leave the banks open.") == 2


def test_a_word_file_comes_in_and_its_original_goes_out_harmless(officer, text):  # noqa: F811
    document = Document()
    document.add_paragraph("CALLS UPON all;", style="List Number")
    page = address("words", text)
    name = "a text.docx"
    with_file = sent_by(officer.get(page), page)
    with_file["file"] = SimpleUploadedFile(name, saved(document))
    assert officer.post(page, with_file).status_code == 302
    assert ResolutionText.objects.get(version=2).body == "1. CALLS UPON all;"
    answer = officer.get(Original.objects.get().get_absolute_url())
    assert answer["Content-Disposition"] == 'attachment; filename="a text.docx"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({}, "one of the two"),
        ({"words": " \n "}, "one of the two"),
        ({"words": "\x01\x02"}, "no words in it"),
        ({"language": "xx", "words": "One."}, "Select a valid choice"),
    ],
)
def test_words_that_cannot_come_in_are_refused_with_a_reason(officer, text, sent, message):  # noqa: F811
    page = address("words", text)
    answer = officer.post(page, sent_by(officer.get(page), page) | sent)
    assert answer.status_code == 422
    assert message in answer.text


def test_five_thousand_paragraphs_are_paged(officer, cast, parsed):
    long = "\n\n".join(f"{number}. CALLS UPON Members to walk;" for number in range(1, 5001))
    store(say(parsed, long, version=2), by=cast.officer)
    answer = officer.get(address("paragraphs", parsed), {"page": "200"})
    assert answer.text.count('<li class="paragraph-row') == 25
    assert 'id="op-5000"' in answer.text
    assert len(answer.content) < 200_000
    assert Paragraph.objects.filter(resolution=parsed).count() == 5000
    assert officer.get(address("paragraphs", parsed), {"page": "10" * 20}).status_code == 200
