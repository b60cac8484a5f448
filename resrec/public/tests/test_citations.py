"""Citations where readers see them: links in the words, both ways on the page, and the chain."""

import re
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.library.citations.chain import GENERATIONS, MOST, Chain
from resrec.library.models import Citation, Paragraph, ParagraphText, Resolution
from resrec.public.citing import Citing

pytestmark = pytest.mark.django_db


def text_of(code):
    return Resolution.objects.get(code=code)


def cite(source, target, words="", **fields):
    """Record a citation; with words, in a paragraph of their own."""
    source, target = text_of(source), target and text_of(target)
    if words:
        exact = re.search(r"\[(.*)\]", words)[1]
        paragraph = Paragraph.objects.create(
            resolution=source,
            path=f"pre-{source.paragraphs.count() + 1}",
            kind="preambular",
            position=source.paragraphs.count() + 1,
        )
        plain = words.replace("[", "").replace("]", "")
        ParagraphText.objects.create(paragraph=paragraph, language="en", text=plain)
        fields |= {
            "paragraph": paragraph,
            "language": "en",
            "start": words.index("["),
            "exact": exact,
        }
    state = "found" if target else "unknown"
    values = {"key": words or "k", "state": state} | fields
    return Citation.objects.create(source=source, target=target, **values)


def read(client, address, language="en"):
    answer = client.get(f"/{language}/resolutions/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def cited(cast):
    """WCC 2020 Res 073 cites 087 and another in its words, and names one that is not held."""
    Citation.objects.all().delete()
    cite("WCC-2020-Res-073", "WCC-2016-Res-087", "Recalling [Resolution 6.087] & <more>;")
    cite("WCC-2020-Res-073", None, "Noting [resolution 60/134];")
    return text_of("WCC-2020-Res-073")


def test_in_the_words_a_citation_is_a_link_and_the_rest_is_safe(client, cited):
    page = read(client, "WCC-2020-Res-073/")
    link = '<a href="/en/resolutions/WCC-2016-Res-087/">Resolution 6.087</a>'
    assert f"Recalling {link} &amp; &lt;more&gt;;" in page
    assert "Noting resolution 60/134;" in page


def test_a_link_whose_words_have_moved_is_left_out(client, cited):
    ParagraphText.objects.filter(text__startswith="Recalling").update(text="Recalled was 6.087.")
    assert '<p lang="en">Recalled was 6.087.</p>' in read(client, "WCC-2020-Res-073/")


def test_both_ends_show_it(client, cited):
    citing = read(client, "WCC-2020-Res-073/")
    assert "Cites 1 text" in citing
    assert "Its words name 1 more that is not held here." in citing
    of_087 = read(client, "WCC-2016-Res-087/")
    assert "Cited by 1 text" in of_087
    assert 'href="/en/resolutions/WCC-2020-Res-073/#pre-1"' in of_087
    assert '<q lang="en">Resolution 6.087</q>' in of_087


def test_what_is_open_is_said_and_what_is_dismissed_is_not(client, cited):
    cite("WCC-2020-Res-073", None, "See [Resolution 4.055];", state="ambiguous")
    cite("WCC-2020-Res-073", None, "See [Resolution 1.1];", state="dismissed")
    page = read(client, "WCC-2020-Res-073/")
    assert "1 citation can mean several texts and is still to be settled." in page
    assert "name 1 more" in page


def test_a_text_without_citations_says_nothing_of_them(client, cast):
    Citation.objects.all().delete()
    assert 'id="citations"' not in read(client, "WCC-2016-Res-087/")


def test_words_in_several_languages_count_once(client, cited):
    cite(
        "WCC-2020-Res-073", "WCC-2016-Res-087", language="fr", exact="la Résolution 6.087", start=3
    )
    assert len(Citing(cited, "en").cites) == 1
    assert Citing(cited, "fr").cites[0].words == "la Résolution 6.087"


def test_one_query_however_many_there_are(cited):
    others = Resolution.objects.exclude(pk=cited.pk)[:60]
    for other in others:
        Citation.objects.create(source=other, target=cited, state="found", key="k")
    assert Citing(cited, "en")  # which texts have any is held in memory
    with CaptureQueriesContext(connection) as asked:
        citing = Citing(cited, "en")
        assert len(citing.cited_by) == 60
        assert citing.cites
    assert len([one for one in asked if "library_citation" in one["sql"]]) == 1


# The chain


def test_the_chain_runs_through_generations_both_ways_and_cycles_end(client, cast):
    Citation.objects.all().delete()
    line = ["GA-16.05", "GA-19.41", "WCC-2012-Res-008", "WCC-2016-Res-087", "WCC-2020-Res-073"]
    for older, newer in pairwise(line):
        cite(newer, older)
    cite("GA-16.05", "WCC-2020-Res-073")
    chain = Chain(text_of("WCC-2016-Res-087"), "en")
    assert [text.code for text in chain.texts] == line
    assert [generation for _text, generation, _links in chain.steps] == [-3, -2, -1, 0, 1]
    page = read(client, "WCC-2016-Res-087/citations/")
    places = [page.index(f"<span>{code.replace('-', ' ')}</span>") for code in line]
    assert places == sorted(places)
    assert page.count('<li class="middle" aria-current="true">') == 1
    assert len(chain.edges) == 5


def test_each_step_says_the_words_and_leads_to_them(client, cited):
    page = read(client, "WCC-2016-Res-087/citations/")
    assert "Recalling <mark>Resolution 6.087</mark> &amp; &lt;more&gt;;" in page
    assert 'href="/en/resolutions/WCC-2020-Res-073/#pre-1"' in page


def test_a_long_chain_is_cut_and_says_so(client, cast):
    Citation.objects.all().delete()
    hub = text_of("WCC-2016-Res-087")
    others = list(Resolution.objects.exclude(pk=hub.pk).order_by("pk")[: MOST + 5])
    Citation.objects.bulk_create(
        Citation(source=other, target=hub, state="found", key="k") for other in others
    )
    with CaptureQueriesContext(connection) as asked:
        chain = Chain(hub, "en")
        assert len(chain.steps) <= MOST + 1
    assert chain.is_cut
    assert len(asked) <= 2 * GENERATIONS + 4
    page = read(client, "WCC-2016-Res-087/citations/")
    assert "these are the nearest in time" in page
    assert all(f"/{other.code}/" in page for other in others)


def test_without_a_citation_the_page_says_so(client, cast):
    Citation.objects.all().delete()
    assert "No citation joins this text" in read(client, "WCC-2016-Res-087/citations/")


def test_another_spelling_leads_to_the_page_of_the_text(client):
    answer = client.get("/en/resolutions/wcc-2016-res-87/citations/")
    assert answer.status_code == 301
    assert client.get("/en/resolutions/nothing/citations/").status_code == 404
