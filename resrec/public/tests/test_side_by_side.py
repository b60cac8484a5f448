"""The languages of a text beside each other, aligned by paragraph, gaps visible, versions said."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.library.models import Resolution

pytestmark = pytest.mark.django_db


def read(client, text, query="", language="en"):
    answer = client.get(f"/{language}/resolutions/{text.code}/side-by-side/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def row(page, path):
    """The paragraph with this address, as HTML."""
    return page.partition(f'id="{path}"')[2].partition('<div class="side-row')[0]


def test_each_paragraph_stands_beside_itself(client, held_text):
    page = read(client, held_text)
    assert '<div class="sides of-2">' in page
    both = row(page, "pre-1")
    assert re.search(r'<div lang="en"><p>MINDFUL of the tide;</p>', both)
    assert re.search(r'<div lang="fr"><p>CONSCIENTE de la marée ;</p>', both)
    assert both.index("MINDFUL") < both.index("CONSCIENTE")


def test_a_paragraph_that_lacks_is_a_visible_gap(client, held_text):
    page = read(client, held_text)
    assert "No such paragraph in French." in row(page, "op-1-a")
    assert "1 paragraph lacks in a language shown here" in page
    assert "lacks" not in read(client, held_text, "?text=en")


@pytest.mark.parametrize("query", ["?text=fr", "?text=fr,", "?text=fr&text=fr"])
def test_the_address_says_which_languages(client, held_text, query):
    page = read(client, held_text, query)
    assert '<div class="sides of-1">' in page
    assert "CONSCIENTE" in page
    assert "MINDFUL" not in page
    assert 'href="/en/resolutions/TC-2019-Res-001/side-by-side/?text=en,fr"' in page


def test_two_languages_on_the_page_of_the_text_lead_here(client, held_text):
    answer = client.get(f"/en/resolutions/{held_text.code}/?text=en,fr")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/side-by-side/?text=en%2Cfr")
    page = client.get(f"/en/resolutions/{held_text.code}/").content.decode()
    assert f"/en/resolutions/{held_text.code}/side-by-side/" in page


def test_a_language_that_is_not_held_is_said(client, held_text):
    page = read(client, held_text, "?text=de,en,%3Cb%3E")
    assert "The text is not held in “de”." in page
    assert "“&lt;b&gt;”" in page
    assert '<div class="sides of-1">' in page


def test_each_translation_says_what_it_renders_and_when_it_is_older(client, held_text):
    page = read(client, held_text)
    assert "renders version 1 of the text in English" in page
    assert "Older than its source: the text in English is now at version 2." in page
    newest = held_text.texts.get(language="en", version=2)
    held_text.texts.filter(language="fr").update(renders=newest)
    page = read(client, held_text)
    assert "renders version 2 of the text in English" in page
    assert "Older than its source" not in page


def test_bodies_without_paragraphs_stand_beside_each_other_whole(client, cast):
    text = Resolution.objects.get(code="GA-16.05")
    text.texts.filter(language="en").update(body="First.\n\nSecond & <last>.")
    text.texts.filter(language="fr").update(body="Premier.")
    page = read(client, text)
    assert "<p>First.</p>" in page
    assert "Second &amp; &lt;last&gt;." in page
    assert "<p>Premier.</p>" in page


def test_without_words_the_page_says_so(client, cast):
    assert "The words of this text are not held here." in read(client, cast.resolution)


def test_another_spelling_leads_on_and_an_unknown_text_is_not_found(client):
    assert client.get("/en/resolutions/wcc-2016-res-87/side-by-side/").status_code == 301
    assert client.get("/en/resolutions/nothing/side-by-side/").status_code == 404


def test_queries_do_not_grow_with_paragraphs(client, held_text):
    def asked():
        read(client, held_text)
        with CaptureQueriesContext(connection) as queries:
            read(client, held_text)
        return len(queries)

    few = asked()
    for number in range(30):
        paragraph = held_text.paragraphs.create(
            path=f"op-{number + 10}", kind="operative", level=1, position=number + 10
        )
        paragraph.texts.create(language="en", text="ASKS;")
    assert asked() == few < 10
