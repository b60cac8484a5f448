"""Which text a citation means: one, one of several, or none that is held here. Never a guess."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.library.citations.catalogue import Catalogue
from resrec.library.citations.finding import find
from resrec.library.citations.resolving import resolve
from resrec.library.models import Assembly, AssemblyKind, Collection, Resolution

pytestmark = pytest.mark.django_db


@pytest.fixture
def united_nations():
    """Another union, whose official numbers name the body: the codes are "A-RES-60-134" …"""
    collection = Collection.objects.create(
        code="un",
        name_en="Resolutions of the United Nations",
        name_fr="Résolutions des Nations Unies",
    )
    texts = {
        ("UNGA", "United Nations General Assembly", "A"): ["60/134", "65/222", "217(III)", "6/87"],
        ("UNGASS", "Special session of the United Nations General Assembly", "A"): ["S-26/2"],
        ("UNSC", "United Nations Security Council", "S"): ["1325(2000)"],
        ("UNHRC", "Human Rights Council", "A/HRC"): ["5/1", "6/87"],
    }
    for (code, name, body), numbers in texts.items():
        kind = AssemblyKind.objects.create(collection=collection, code=code, label_en=name)
        sitting = Assembly.objects.create(
            kind=kind, code=f"{code}-1", number=700, year_coded=2010, year_held=2010
        )
        for number, tail in enumerate(numbers):
            symbol = f"{body}/RES/{tail}"
            text_code = symbol.replace("/", "-").replace("(", "-").rstrip(")")
            Resolution.objects.create(
                assembly=sitting,
                kind_id="Res",
                number=number,
                code=text_code,
                official_number=symbol,
            )


def meant(words, source="WCC-2020-Res-073", language="en"):
    """The state and the codes of each citation in these words of a text."""
    catalogue = Catalogue()
    held = catalogue.by_code[source.casefold()]
    found = [resolve(mention, held, catalogue) for mention in find(words, language)]
    return [
        (str(reading.state), sorted(text.code for text in reading.texts))
        for _key, reading in filter(None, found)
    ]


def key(words, source="WCC-2020-Res-073", language="en"):
    catalogue = Catalogue()
    (mention,) = find(words, language)
    return resolve(mention, catalogue.by_code[source.casefold()], catalogue)[0]


def found(*codes):
    return [("found", [code]) for code in codes]


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("en", "Recommendation 16/5", "GA-16.05"),
        ("fr", "la Résolution 16.05", "GA-16.05"),
        ("en", "WCC-2016-Res-087-EN", "WCC-2016-Res-087"),
        ("es", "la Resolución WCC 2016 Res 87", "WCC-2016-Res-087"),
        ("en", "World Conservation Congress Resolution 6.087", "WCC-2016-Res-087"),
        ("en", "RECALLING WCC Resolution 6.087", "WCC-2016-Res-087"),
        ("fr", "la Résolution 6.087 du Congrès mondial de la nature", "WCC-2016-Res-087"),
        ("en", "Resolution 6.087 on paths (Hawai‘i, 2016)", "WCC-2016-Res-087"),
        (
            "en",
            "Resolution 6.087, adopted by the 2nd World Conservation Congress",
            "WCC-2016-Res-087",
        ),
        ("fr", "la Recommandation 16/5 (Madrid, 1984)", "GA-16.05"),
    ],
)
def test_one_text_alone_can_be_meant(language, words, code):
    assert meant(words, language=language) == found(code)


def test_a_number_of_two_series_is_ambiguous_whether_or_not_both_texts_are_held():
    assert meant("Resolution 6.087") == [("ambiguous", ["WCC-2016-Res-087"])]
    athens = Assembly.objects.get(code="GA-1958")
    Resolution.objects.create(assembly=athens, number=87, code="GA-6.87", official_number="6.87")
    assert meant("Resolution 6.087") == [("ambiguous", ["GA-6.87", "WCC-2016-Res-087"])]
    assert meant("Resolution 6.087 (Athens, 1958)") == found("GA-6.87")


def test_the_title_behind_a_number_decides():
    text = Resolution.objects.get(code="WCC-2016-Res-087")
    title = text.texts.first().title
    assert meant(f"Resolution 6.087 *{title}* and more") == found("WCC-2016-Res-087")
    assert meant("Resolution 6.087 Something else")[0][0] == "ambiguous"


def test_what_was_adopted_later_is_not_meant():
    assert meant("Resolution 6.087", source="GA-16.05") == [("unknown", [])]


def test_a_text_does_not_cite_itself():
    assert meant("WCC-2020-Res-073 and Resolution WCC 2020 Res 73") == []


def test_a_text_that_is_not_held_is_unknown():
    assert meant("Resolution 19.999 and WCC-2016-Res-999") == [("unknown", []), ("unknown", [])]


@pytest.mark.parametrize(
    "words",
    [
        "CITES Resolution 16.05",
        "World Health Assembly resolution 16.05",
        "decision 16/5 of the Conference of the Parties",
    ],
)
def test_another_body_adopted_another_text(words):
    assert meant(words) == [("unknown", [])]


def test_a_title_with_place_and_year_can_mean_two():
    words = "the Resolution on Antarctica adopted in Madrid in 1984"
    assert meant(words) == [("ambiguous", ["GA-16.08", "GA-16.09"])]
    assert meant("the Resolution on Antarctica (I) adopted in Madrid in 1984") == []
    assert meant("the resolution entitled “Antarctica (I)”") == found("GA-16.08")
    assert meant("the Resolution on Antarctica adopted in Rio in 1992") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("GA resolution 60/134", "A-RES-60-134"),
        ("UNGA Resolution 60/134", "A-RES-60-134"),
        ("United Nations General Assembly resolution 60/134", "A-RES-60-134"),
        ("resolution 60/134 of the General Assembly of the United Nations", "A-RES-60-134"),
        ("UN Security Council resolution 1325 (2000)", "S-RES-1325-2000"),
        ("A/RES/60/134", "A-RES-60-134"),
        ("S/RES/1325 (2000)", "S-RES-1325-2000"),
    ],
)
def test_a_text_of_another_union_is_meant_where_it_is_named(united_nations, words, code):
    assert meant(words) == found(code)


def test_a_body_is_known_by_its_name_in_each_language(united_nations):
    AssemblyKind.objects.filter(code="UNGA").update(label_fr="Assemblée générale des Nations Unies")
    words = "la résolution 60/134 de l’Assemblée générale des Nations Unies"
    assert meant(words, language="fr") == found("A-RES-60-134")
    words = "la résolution 60/134 de l’Assemblée générale"
    assert meant(words, language="fr") == found("A-RES-60-134")


def test_a_bare_number_of_another_union_is_not_guessed(united_nations):
    assert meant("resolution 60/134") == [("ambiguous", ["A-RES-60-134"])]


def test_the_own_union_comes_first(united_nations):
    assert meant("General Assembly Resolution 16/5") == found("GA-16.05")
    assert meant("Resolution 6.087") == [("ambiguous", ["WCC-2016-Res-087"])]


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        (
            "A-RES-65-222",
            "its resolutions 60/134 and 217 A (III)",
            found("A-RES-60-134", "A-RES-217-III"),
        ),
        ("A-RES-65-222", "resolution 6/87", found("A-RES-6-87")),
        ("A-RES-65-222", "its resolution S-26/2", found("A-RES-S-26-2")),
        ("A-HRC-RES-5-1", "Assembly resolution S-26/2", found("A-RES-S-26-2")),
        ("A-HRC-RES-5-1", "Recalling its resolution 6/87", found("A-HRC-RES-6-87")),
        ("A-HRC-RES-5-1", "Recalling General Assembly resolution 6/87", found("A-RES-6-87")),
        ("A-HRC-RES-5-1", "Council resolution 6/87", found("A-HRC-RES-6-87")),
        ("A-RES-65-222", "resolution 1325 (2000)", found("S-RES-1325-2000")),
        ("A-RES-65-222", "its resolution 1325 (2000)", [("unknown", [])]),
        ("A-RES-65-222", "resolution 5/1", [("ambiguous", ["A-HRC-RES-5-1"])]),
        ("A-RES-65-222", "decision 60/134", [("unknown", [])]),
        ("A-RES-65-222", "resolution 16/5", [("unknown", [])]),
        ("A-RES-65-222", "Commission on Human Rights resolution 60/134", [("unknown", [])]),
    ],
)
def test_where_numbers_name_their_body_they_mean_the_body_that_speaks(
    united_nations, source, words, expected
):
    assert meant(words, source) == expected


def test_a_day_of_quite_another_year_means_another_text(united_nations):
    assert meant("resolution 5/1 of 18 June 2009", "A-RES-65-222")[0][0] == "ambiguous"
    assert meant("resolution 5/1 of 19 November 1950", "A-RES-65-222") == [("unknown", [])]
    assert meant("Resolution 6.087 of 10 September 2016") == found("WCC-2016-Res-087")


def test_one_key_for_one_meaning_in_every_language():
    in_english = key("Recalling Resolution 6.087 of the World Conservation Congress")
    assert in_english == key("la Résolution 6.087 du Congrès mondial de la nature", language="fr")
    assert in_english != key("Recalling Recommendation 6.087 of the World Conservation Congress")
    assert in_english != key("Recalling Resolution 6.087")


def test_however_many_citations_the_database_is_asked_as_often(united_nations):
    def asked(words):
        with CaptureQueriesContext(connection) as queries:
            meant(words)
        return len(queries)

    some = "Resolution 6.087, WCC 2016 Rec 102 and the resolution entitled “Antarctica”. "
    assert asked(some) == asked(some * 40) < 20
