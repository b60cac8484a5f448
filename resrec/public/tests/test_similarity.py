"""Similar texts, two side by side, and a draft against all: what the pages say."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resrec.library.models import Resolution
from resrec.library.search import catalogue
from resrec.library.search.indexing import index
from resrec.public import drafts
from resrec.public.drafts import LONGEST

pytestmark = pytest.mark.django_db

COMPARE = "/en/resolutions/compare/"
FIRST = [
    (
        "preambular",
        "",
        "MINDFUL that salt marshes swallow the storm surge before it meets the dyke;",
    ),
    (
        "operative",
        "1.",
        "ASKS dyke wardens to leave driftwood on the marsh until the terns fledge;",
    ),
    ("operative", "2.", "CALLS ON ferry lines to slow down off the samphire beds;"),
]
SECOND = [
    (
        "preambular",
        "",
        "MINDFUL that salt marshes swallow the storm surge before it meets the dyke;",
    ),
    (
        "operative",
        "1.",
        "ASKS dyke wardens to leave all driftwood on the marsh until the terns fledge;",
    ),
    ("operative", "2.", "WELCOMES the lanterns of the harbour masters;"),
]
DRAFT = """The Tide Conference,
MINDFUL of storms,
1. Asks dyke wardens to leave driftwood on the marsh until all terns fledge;
2. Invites the moon to rise earlier <b>each</b> night;
"""


def made(sitting, number, title, paragraphs):
    text = Resolution.objects.create(
        assembly=sitting, kind_id="Res", number=number, code=f"TC-2019-Res-{number:03}"
    )
    text.texts.create(language="en", title=title)
    for position, (kind, printed, words) in enumerate(paragraphs, 1):
        one = text.paragraphs.create(
            path=f"p-{position}", kind=kind, number=printed, position=position
        )
        one.texts.create(language="en", text=words)
    return text


@pytest.fixture
def marshes(held_text):
    """Two texts on salt marshes with a passage in common and one nearly so."""
    first = made(held_text.assembly, 21, "Salt marshes and terns", FIRST)
    second = made(held_text.assembly, 22, "Salt marshes and driftwood", SECOND)
    index([first.pk, second.pk])
    catalogue.forget()
    return first, second


def similar(client, text, language="en"):
    answer = client.get(f"/{language}/resolutions/{text.code}/similar/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def compared(client, **fields):
    answer = client.post(COMPARE, {"title": "", "draft": "", "language": ""} | fields)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_similar_text_is_told_with_the_passages_that_make_it_so(client, marshes):
    first, second = marshes
    page = similar(client, first)
    assert second.get_absolute_url() in page
    assert "2 passages in common" in page
    assert "1 of them in the same words" in page
    assert f'href="{first.get_absolute_url()}#p-2"' in page
    assert f'href="{second.get_absolute_url()}#p-2"' in page
    assert 'lang="en"' in page
    assert "<mark>all</mark>" in page
    assert f"?a={first.code}&amp;b={second.code}" in page


def test_the_page_of_a_text_leads_to_its_similar_texts(client, marshes):
    first, _second = marshes
    address = reverse("similar_texts", args=[first.code])
    assert address in client.get(first.get_absolute_url()).content.decode()


def test_an_archived_text_is_said_to_be(client, marshes, cast):
    first, second = marshes
    assert 'class="tag archived"' not in similar(client, first)
    second.archive(by=cast.officer, decision="D", reason_en="Done.")
    assert 'class="tag archived"' in similar(client, first)
    assert 'class="tag archived"' in compared(client, draft=DRAFT)


def test_a_superseded_text_is_said_to_be_with_the_one_in_its_place(client, marshes, cast):
    first, second = marshes
    second.supersede(first, by=cast.officer, decision="D", reason_en="Renewed.")
    assert "superseded by TC 2019 Res 021" in similar(client, first)


def test_a_text_that_nothing_comes_near_says_so(client, cast):
    alone = Resolution.objects.create(
        assembly=cast.resolution.assembly, kind_id="Res", number=980, code="WCC-2016-Res-980"
    )
    index([alone.pk])
    assert "No text here shares enough of its words" in similar(client, alone)


@pytest.mark.parametrize("code", ["TC-2019-Res-999", "%00", "x" * 500])
def test_similar_texts_of_an_unknown_code_are_not_found(client, marshes, code):
    assert client.get(f"/en/resolutions/{code}/similar/").status_code == 404


def test_similar_texts_ask_the_database_as_often_for_many(client, marshes):
    first, _second = marshes

    def asked():
        catalogue.current()
        with CaptureQueriesContext(connection) as queries:
            similar(client, first)
        return len(queries)

    before = asked()
    more = [made(first.assembly, n, f"Salt marshes {n}", FIRST) for n in range(30, 36)]
    index([text.pk for text in more])
    catalogue.forget()
    similar(client, first)
    assert asked() <= before


def test_two_texts_stand_side_by_side(client, marshes):
    first, second = marshes
    page = client.get(COMPARE, {"a": first.code, "b": second.code}).content.decode()
    assert "1 passage stands in both in the same words." in page
    assert "1 stands in both in other words." in page
    assert "2 stand in one alone." in page
    assert page.index("storm surge") < page.index("driftwood on the marsh")
    assert page.count("storm surge") == 1  # the same words are shown once


def test_codes_are_understood_in_any_spelling(client, marshes):
    page = client.get(COMPARE, {"a": "tc 2019 res 021", "b": "TC-2019-Res-022"}).content.decode()
    assert "in the same words" in page


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("TC-2019-Res-021", "", "Name the other text by its code."),
        ("TC-2019-Res-021", "TC-2019-Res-021", "Both codes are those of one text."),
        ("TC-2019-Res-021", "TC-2019-Res-099", "No text “TC-2019-Res-099” is known here."),
        ("TC-2019-Res-021", "WCC-2016-Res-087", "are not held here"),
        ("TC-2019-Res-021", "6.087", "can be any of these"),
        ("\x00", "'; DROP", "No text “&#x27;; DROP” is known here."),
    ],
)
def test_what_cannot_be_compared_is_said(client, marshes, a, b, said):
    answer = client.get(COMPARE, {"a": a, "b": b})
    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_texts_are_compared_in_the_language_asked_for(client, marshes, held_text):
    index([held_text.pk])
    asked = {"a": marshes[0].code, "b": held_text.code, "text": "xx"}
    assert "Both are not held in “xx”." in client.get(COMPARE, asked).content.decode()


def test_a_draft_is_told_what_texts_say_already(client, marshes):
    page = compared(client, title="Salt marshes", draft=DRAFT)
    assert "read as one in English" in page
    paragraphs = page.split('<article class="looked-up">')[1:]
    assert len(paragraphs) == 2  # the operative ones
    assert "TC 2019 Res 021" in paragraphs[0]
    assert re.search(r"<mark>[^<]*driftwood on the marsh", paragraphs[0])
    assert "Nothing near it was found" in paragraphs[1]
    assert "&lt;b&gt;each&lt;/b&gt;" in paragraphs[1]
    nearest = page.partition('id="nearest"')[2].partition("</section>")[0]
    assert marshes[0].get_absolute_url() in nearest


def test_a_draft_may_be_a_title_alone(client, marshes):
    assert marshes[0].get_absolute_url() in compared(client, title="Terns of the salt marshes")


def test_the_draft_stays_in_the_form(client, marshes):
    page = compared(client, title="Salt", draft=DRAFT, language="en")
    assert 'value="Salt"' in page
    assert "Asks dyke wardens to leave driftwood" in page.partition("<textarea")[2]


def test_nothing_is_asked_of_a_browser_but_the_form(client, marshes):
    """It can be sent without a token, and keeps nothing."""
    client.handler.enforce_csrf_checks = True
    answer = client.post(COMPARE, {"draft": DRAFT})
    assert answer.status_code == 200
    assert not answer.cookies
    assert "private" in answer["Cache-Control"]


def test_the_empty_form_is_a_public_page(client):
    answer = client.get(COMPARE)
    assert "public" in answer["Cache-Control"]
    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert not answer.cookies


@pytest.mark.parametrize("draft", ["", "   \n ", "🦦 !?", "\u200f\u202e"])
def test_a_draft_without_words_is_refused(client, draft):
    assert "Paste a draft, or at least a title" in compared(client, draft=draft)


def test_a_draft_that_is_too_long_is_refused_and_kept(client):
    page = compared(client, draft="marsh " * (LONGEST // 6) + "and terns")
    assert "60,009 characters; 60,000 can be compared at once" in page
    assert page.count("marsh") >= LONGEST // 6


def test_line_ends_of_a_browser_count_once(client, marshes):
    lines = "\r\n".join(["marsh"] * (LONGEST // 6))
    assert "can be compared at once" not in compared(client, draft=lines, language="en")


def test_more_than_a_form_may_hold_is_said_to_be(client):
    answer = client.post(COMPARE, {"draft": "x" * 10_000_000})
    assert answer.status_code == 413
    assert "what you typed should still be there" in answer.content.decode()


@pytest.mark.parametrize(
    "draft",
    [
        "the of and",
        "a\x00b",
        "مياه عذبة للجميع",
        "🦦 otter 🦦",
        "x" * LONGEST,
        "marsh " * (LONGEST // 6),
        "1. " * 20_000,
        '"unbalanced (a OR b) NEAR/3 * ^ {c}:d',
        "'; DROP TABLE library_resolution; --",
        "xparx xparx\nxparx",
        "\u202eesreveR\u200f",
    ],
)
@pytest.mark.parametrize("language", ["", "fr", "xx"])
def test_no_draft_is_an_error(client, marshes, draft, language):
    assert "<h1" in compared(client, draft=draft, title=draft[:100], language=language)


def test_the_work_for_a_long_draft_is_bounded(client, marshes):
    draft = "\n".join(f"{n}. Asks warden {n} to leave the driftwood;" for n in range(1, 400))
    catalogue.current()
    with CaptureQueriesContext(connection) as asked:
        page = compared(client, draft=draft, language="en")
    assert page.count('<article class="looked-up">') == 60
    assert "339 paragraphs at the end were too many" in page
    assert len(asked) <= 25


def test_no_more_drafts_are_compared_at_once_than_leave_the_site_quick(client, monkeypatch):
    monkeypatch.setattr(drafts, "WAIT", 0)
    with drafts.turn(), drafts.turn():
        answer = client.post(COMPARE, {"draft": DRAFT})
    assert answer.status_code == 503
    assert "Send yours again in a moment" in answer.content.decode()
    assert "Asks dyke wardens to leave driftwood" in answer.content.decode()
    assert client.post(COMPARE, {"draft": DRAFT}).status_code == 200
