"""The sitemap: every public page in each language, in parts, and nothing that is not public."""

import pytest
from django.urls import reverse
from lxml import etree

from resrec.library.models import Resolution
from resrec.public import sitemap

NS = {"s": sitemap.SITEMAP, "x": sitemap.XHTML}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _origin(settings):
    settings.ORIGIN = "https://resrec.example"


def read(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml; charset=utf-8")
    return etree.fromstring(answer.getvalue())


def addresses(document):
    return [one.text for one in document.iterfind(".//s:loc", NS)]


def everything(client):
    parts = addresses(read(client, "/sitemap.xml"))
    return [
        address
        for part in parts
        for address in addresses(read(client, part.removeprefix("https://resrec.example")))
    ]


def test_the_index_names_the_parts_and_robots_name_the_index(client):
    assert addresses(read(client, "/sitemap.xml")) == [
        "https://resrec.example/sitemap-pages.xml",
        "https://resrec.example/sitemap-reports.xml",
        "https://resrec.example/sitemap-texts-1.xml",
    ]
    robots = client.get("/robots.txt").content.decode()
    assert "Sitemap: https://resrec.example/sitemap.xml" in robots.splitlines()


def test_each_text_stands_there_in_each_language_with_the_others(client):
    document = read(client, "/sitemap-texts-1.xml")
    assert len(addresses(document)) == 3 * Resolution.objects.count()
    french = "https://resrec.example/fr/resolutions/WCC-2016-Res-087/"
    entry = next(one for one in document if one.find("s:loc", NS).text == french)
    links = {one.get("hreflang"): one.get("href") for one in entry.iterfind("x:link", NS)}
    assert set(links) == {"en", "fr", "es"}
    assert links["fr"] == french


def test_every_address_in_it_is_a_page_that_names_itself(client, published):
    published(2018)
    for address in {one for one in everything(client) if "/en/" in one}:
        if "/resolutions/" in address and not address.endswith(("/087/", "/2018/")):
            continue  # of the texts, a few are enough
        answer = client.get(address.removeprefix("https://resrec.example"))
        assert answer.status_code == 200, address
        assert f'<link rel="canonical" href="{address}">' in answer.content.decode()


def test_reports_that_everyone_may_read_are_in_it_and_drafts_are_not(client, report_of, published):
    published(2018)
    public, draft = report_of(status="accepted", results="Done."), report_of(results="Not yet.")
    found = everything(client)
    assert f"https://resrec.example/en/reports/{public.pk}/" in found
    assert f"https://resrec.example{draft.get_absolute_url()}" not in found
    assert "https://resrec.example/es/resolutions/WCC-2016-Res-087/progress/2018/" in found
    assert len(found) == len(set(found))


def test_a_text_says_when_the_journal_last_told_of_it(client, cast):
    cast.resolution.archive(by=cast.officer)
    document = read(client, "/sitemap-texts-1.xml")
    told = document.xpath("//s:url[s:lastmod]/s:loc/text()", namespaces=NS)
    assert told == [
        f"https://resrec.example/{language}/resolutions/WCC-2016-Res-087/"
        for language in ("en", "fr", "es")
    ]


def test_a_large_library_comes_in_parts_without_gap_or_overlap(client, monkeypatch):
    monkeypatch.setattr(sitemap, "TEXTS_A_PART", 50)
    monkeypatch.setattr(sitemap, "AT_ONCE", 7)
    names = [one for one in addresses(read(client, "/sitemap.xml")) if "texts" in one]
    assert len(names) == -(-Resolution.objects.count() // 50)
    found = [one for one in everything(client) if "/en/resolutions/" in one and one[-2] != "s"]
    assert len(set(found)) == len(found) == Resolution.objects.count()


def test_parts_take_no_more_queries_for_more_texts(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/sitemap-texts-1.xml").getvalue()


@pytest.mark.parametrize("part", ["texts-2", "texts-0", "texts-x", "nowhere", "texts"])
def test_a_part_that_is_not_there(client, part):
    assert client.get(reverse("sitemap_part", args=[part])).status_code == 404


def test_it_is_not_sent_twice(client):
    tag = client.get("/sitemap.xml")["ETag"]
    assert client.get("/sitemap.xml", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/fr/resolutions/?q=marsh&page=2", "/fr/resolutions/"),
        ("/es/resolutions/WCC-2016-Res-087/?text=fr", "/es/resolutions/WCC-2016-Res-087/"),
        ("/en/motions/?assembly=WCC-2016", "/en/motions/"),
    ],
)
def test_pages_with_parameters_name_the_page_they_are_of(client, address, canonical):
    head = client.get(address).content.decode().partition("</head>")[0]
    assert f'<link rel="canonical" href="https://resrec.example{canonical}">' in head
    french = canonical.replace(canonical[:3], "/fr", 1)
    assert f'<link rel="alternate" hreflang="fr" href="https://resrec.example{french}">' in head


def test_a_link_to_a_page_has_title_words_and_picture(client):
    head = client.get("/en/resolutions/WCC-2016-Res-087/").content.decode().partition("</head>")[0]
    assert '<meta property="og:type" content="article">' in head
    assert '<meta property="og:title" content="WCC 2016 Res 087 – ' in head
    assert 'content="Resolution 6.087, World Conservation Congress, ' in head
    assert (
        '<meta property="og:image" content="https://resrec.example/static/img/preview.png">' in head
    )
    assert '<meta name="twitter:card" content="summary_large_image">' in head
