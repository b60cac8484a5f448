"""What cites a text in the words of three languages, and what only looks like it."""

import pytest

from resrec.library.citations.finding import find


def numbers(text, language="en"):
    return [mention.number for mention in find(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Recalling Resolution 6.087 on the paths of otters;", ["6.087"]),
        ("en", "RECALLING Resolutions 4.055 and 5.048;", ["4.055", "5.048"]),
        ("en", "in line with Recommendation 16/5 and Decision 7.148", ["16/5", "7.148"]),
        (
            "en",
            "see WCC-2016-Res-087-EN, and WCC 2016 Rec 102.",
            ["WCC-2016-Res-087-EN", "WCC 2016 Rec 102"],
        ),
        ("en", "Resolution WCC-2016-Res-087 Paths", ["WCC-2016-Res-087"]),
        ("en", "Recalling GA resolution 60/134", ["60/134"]),
        (
            "en",
            "its resolutions 65/222 of 21 December 2010, 67/173 of 2 May 2012, annex, and 71/9",
            ["65/222", "67/173", "71/9"],
        ),
        (
            "en",
            "resolution 1325 (2000) and resolutions 1888 (2009), 1889\u00a0(2009)",
            ["1325 (2000)", "1888 (2009)", "1889\u00a0(2009)"],
        ),
        (
            "en",
            "Resolution 217 A (III), resolution 2625 (XXV), resolution 3201 (S-VI)",
            ["217 A (III)", "2625 (XXV)", "3201 (S-VI)"],
        ),
        (
            "en",
            "resolutions ES-10/15 and S-7/1, A/RES/60/134 and S/RES/1325(2000)",
            ["ES-10/15", "S-7/1", "A/RES/60/134", "S/RES/1325(2000)"],
        ),
        (
            "en",
            "Resolutions 4.055 Otters and eels, 5.048 Weirs, and 6.087 Nights;",
            ["4.055", "5.048", "6.087"],
        ),
        ("en", "Resolution No. 19.37", ["19.37"]),
        (
            "fr",
            "RAPPELANT la Résolution 19.37 et les Recommandations 4.055, 5.048 ainsi que 6.087 ;",
            ["19.37", "4.055", "5.048", "6.087"],
        ),
        (
            "fr",
            "sa résolution 60/134 du 16 décembre 2005 et la décision n° 7.148",
            ["60/134", "7.148"],
        ),
        (
            "fr",
            "ses résolutions 65/222 du 21 décembre 2010 et 67/173 du 1er mars 2012",
            ["65/222", "67/173"],
        ),
        (
            "es",
            "RECORDANDO la Resolución 19.37 y las Recomendaciones 4.055, 5.048 y 6.087;",
            ["19.37", "4.055", "5.048", "6.087"],
        ),
        (
            "es",
            "sus resoluciones 65/222 de 21 de diciembre de 2010 e 67/173 del 3 de mayo de 2012",
            ["65/222", "67/173"],
        ),
        ("es", "la Decisión núm. 7.148", ["7.148"]),
        ("es", "la resolucion 6.087", ["6.087"]),
    ],
)
def test_numbers_codes_and_symbols_each_for_itself(language, text, expected):
    assert numbers(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the Convention on Rivers, adopted in Rio in 1992",
        "Article 6.087 of the Statutes, and paragraphs 4.1 and 4.2",
        "the present resolution and all earlier decisions",
        "a resolution of 12 metres a pixel, recommendations for 2030",
        "Resolution Conf. 11.3 and decision 1/CP.21",
        "in 60/134 cases",
        "",
    ],
)
def test_what_is_no_text_is_not_found(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("language", "text", "exact", "title", "place", "year"),
    [
        (
            "en",
            "Recalling the Resolution on Antarctica adopted in Madrid in 1984;",
            "Resolution on Antarctica adopted in Madrid in 1984",
            "Antarctica",
            "Madrid",
            1984,
        ),
        (
            "en",
            "the Recommendation concerning weirs (Lindau, 2022)",
            "Recommendation concerning weirs (Lindau, 2022)",
            "weirs",
            "Lindau",
            2022,
        ),
        (
            "en",
            "a resolution entitled “Quiet nights”",
            "resolution entitled “Quiet nights”",
            "Quiet nights",
            "",
            None,
        ),
        (
            "fr",
            "la résolution intitulée « Des nuits calmes » (Lindau, 2022)",
            "résolution intitulée « Des nuits calmes »",
            "Des nuits calmes",
            "Lindau",
            2022,
        ),
        (
            "fr",
            "la Résolution sur l’Antarctique adoptée à Madrid en 1984",
            "Résolution sur l’Antarctique adoptée à Madrid en 1984",
            "l’Antarctique",
            "Madrid",
            1984,
        ),
        (
            "es",
            "la Resolución sobre la Antártida, aprobada en Madrid en 1984",
            "Resolución sobre la Antártida, aprobada en Madrid en 1984",
            "la Antártida",
            "Madrid",
            1984,
        ),
        (
            "es",
            "la Recomendación titulada “Noches tranquilas”",
            "Recomendación titulada “Noches tranquilas”",
            "Noches tranquilas",
            "",
            None,
        ),
    ],
)
def test_a_title_is_found_in_quotes_or_with_place_and_year(
    language, text, exact, title, place, year
):
    (found,) = find(text, language)
    assert (found.exact, found.title, found.place, found.year) == (exact, title, place, year)


def test_a_subject_without_place_and_year_names_no_text():
    assert find("the Resolution on Antarctica and that on weirs", "en") == []


def test_the_words_stand_where_they_are_said_to_stand():
    text = "Recalling Resolution 6.087, and Resolutions 4.055 and 5.048;"
    found = find(text, "en")
    assert [mention.exact for mention in found] == ["Resolution 6.087", "4.055", "5.048"]
    assert all(text[mention.start : mention.end] == mention.exact for mention in found)


@pytest.mark.parametrize(
    ("language", "text", "before", "behind", "own"),
    [
        (
            "en",
            "Reaffirming General Assembly resolution 60/1",
            "Reaffirming General Assembly",
            "",
            False,
        ),
        (
            "en",
            "resolution 5/1 of the Human Rights Council, and",
            "",
            "Human Rights Council",
            False,
        ),
        ("en", "its previous resolution 5/1", "", "", True),
        ("en", "World Health Assembly resolution 59.23", "World Health Assembly", "", False),
        ("fr", "la résolution 60/1 de l’Assemblée générale", "", "Assemblée générale", False),
        ("fr", "la Résolution UICN 6.087", "", "UICN", False),
        ("es", "la resolución 5/1 del Consejo de Derechos", "", "Consejo de Derechos", False),
        ("es", "su resolución 5/1", "", "", True),
        (
            "en",
            "Resolution 6.087 Awareness, adopted by the 6th World Conservation Congress;",
            "",
            "World Conservation Congress",
            False,
        ),
    ],
)
def test_who_adopted_it_is_read_around_the_number(language, text, before, behind, own):
    (found,) = find(text, language)
    assert (found.before, found.behind, found.own) == (before, behind, own)


def test_place_and_year_stand_behind_the_number_they_belong_to():
    text = (
        "Resolution 4.055 Eels (Barcelona, 2008) and Resolution 5.048 (Jeju, Korea, 6-15 May 2012);"
    )
    assert [(m.place, m.year) for m in find(text, "en")] == [
        ("Barcelona", 2008),
        ("Jeju, Korea", 2012),
    ]


@pytest.mark.parametrize(
    "text", ["Resolution " * 20_000, "(" * 50_000, "Resolution 1.1, " * 5_000, "A" * 100_000]
)
def test_odd_words_take_no_time(text):
    find(text, "en")


def test_the_vocabulary_says_what_a_text_is_called():
    kinds = (("Ord", ("Ordinance", "Ordonnance", "Ordenanza")),)
    (found,) = find("Recalling Ordinance 3.012", "en", kinds)
    assert (found.kind, found.number) == ("Ord", "3.012")
