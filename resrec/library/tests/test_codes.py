"""Codes in every spelling people use; an ambiguous one shows all its readings."""

import pytest

from resrec.library import codes
from resrec.library.models import Assembly, AssemblyKind, Collection, Resolution
from resrec.web.public_state import as_of

pytestmark = pytest.mark.django_db


def found(text):
    return [one.code for one in codes.candidates(text)]


@pytest.mark.parametrize(
    "spelling",
    [
        "WCC-2016-Res-087",
        "WCC 2016 Res 087",
        "wcc 2016 res 87",
        "wcc_2016_res_87",
        "WCC-2016-Res-087-EN",
        "WCC-2016-Res-087-fr",
        "wcc-2016-res-087-es",
        "WCC 2016 RES.87",
        "WCC.2016.087",
        "WCC2016Res087",
        "WCC 2016 087",
        "Resolution WCC 2016 087",
        "  WCC\t2016\u00a0Res\n087 ",
        "WCC–2016–Res–087",
        "WCC 2016 Resolution 87",
        "WCC 2016 Reso. 87",
        "Résolution WCC 2016 087",
        "RÉSOLUTION WCC 2016 087",
        "Resolución WCC 2016 087",
        "Resolutions WCC 2016 087",
        "Résolution n° 087, WCC 2016",
        "Resolución nº 87 del WCC 2016",
        "Résolution UICN WCC 2016 087",
        "IUCN WCC 2016 Res 087",
        "World Conservation Congress 2016, Resolution 87",
        "Congrès mondial de la nature 2016, Résolution 87",
        "Congreso Mundial de la Naturaleza 2016 Resolución 87",
        "WCC 6.087",
        "WCC 6 87",
        "WCC 2016 Res 6.087",
        "WCC 2016 Res 087 (6.087)",
        "2016 Res 087",
        "2016/87",
        "ＷＣＣ ２０１６ Ｒｅｓ ０８７",
    ],
)
def test_one_text_has_many_spellings(spelling):
    found = codes.look_up(spelling)
    assert [text.code for text in found.texts] == ["WCC-2016-Res-087"]
    assert found.only == found.texts[0]


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("GA-16.09", "GA-16.09"),
        ("GA 16.9", "GA-16.09"),
        ("ga 16 9", "GA-16.09"),
        ("16.09", "GA-16.09"),
        ("16/9", "GA-16.09"),
        ("Resolution 16/5", "GA-16.05"),
        ("Resolution 16 / 5", "GA-16.05"),
        ("GA 1984 Res 5", "GA-16.05"),
        ("GA 1984 005", "GA-16.05"),
        ("Assemblée générale 1984, Résolution 5", "GA-16.05"),
        # Its kind is not known, so that either word may be the right one.
        ("GA 1984 Rec 9", "GA-16.09"),
        ("GA 1984 Res 9", "GA-16.09"),
        ("WCC-1996-Rec-037", "WCC-1996-Rec-037"),
        ("Recommandation WCC 1996 37", "WCC-1996-Rec-037"),
        ("Recomendación WCC 1996 37", "WCC-1996-Rec-037"),
        ("Recommendation WCC 1996 37", "WCC-1996-Rec-037"),
        # Held in 2021, coded 2020.
        ("WCC 2021 Res 067", "WCC-2020-Res-067"),
        ("WCC 2020 Res 067", "WCC-2020-Res-067"),
        ("WCC 7.067", "WCC-2020-Res-067"),
    ],
)
def test_series_sittings_years_and_kinds_lead_to_one_text(spelling, code):
    assert codes.look_up(spelling).only.code == code


@pytest.mark.parametrize(
    "spelling", ["6.087", "6.87", "Res 6.087", "6/87", "Résolution UICN 6.087"]
)
def test_a_number_of_two_series_shows_both_sittings_and_guesses_none(spelling):
    found = codes.look_up(spelling)
    assert found.only is None
    assert [
        (sitting.code, [text.code for text in texts]) for sitting, texts in found.by_sitting
    ] == [
        ("GA-1958", []),
        ("WCC-2016", ["WCC-2016-Res-087"]),
    ]


def test_both_texts_are_given_where_both_are_known():
    ga = Assembly.objects.get(code="GA-1958")
    Resolution.objects.create(assembly=ga, number=87, code="GA-6.087", official_number="6.087")
    assert found("6.087") == ["WCC-2016-Res-087", "GA-6.087"]
    assert found("GA 6.087") == ["GA-6.087"]


def test_a_number_without_a_sitting_gives_all_that_bear_it_and_is_never_sure():
    look_up = codes.look_up("Res 087")
    assert look_up.only is None
    assert "WCC-2016-Res-087" in [text.code for text in look_up.texts]
    assert {text.number for text in look_up.texts} == {87}


def test_the_number_decides_where_the_kind_named_is_not_the_text_s():
    assert found("WCC 2016 Rec 087") == ["WCC-2016-Res-087"]
    assert found("GA 1984 Rec 5") == ["GA-16.05"]
    assert found("Resolution 1.37 WCC") == ["WCC-1996-Rec-037"]


def test_the_kind_decides_where_a_sitting_counts_each_kind_by_itself():
    sitting = Assembly.objects.get(code="WCC-2016")
    Resolution.objects.create(assembly=sitting, number=87, code="WCC-2016-Rec-087", kind_id="Rec")
    assert found("WCC 2016 Rec 087") == ["WCC-2016-Rec-087"]
    assert found("WCC 2016 Res 87") == ["WCC-2016-Res-087"]
    assert len(found("WCC 2016 087")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "connectivity",
        "the sixth congress",
        "Res",
        "WCC",
        "2016",
        "99.1",
        "WCC 2016 2020 Res 087",
        "WCC GA 2016 Res 087",
        "Res Rec 2016 087",
        "087 088 089",
        "' OR 1=1 --",
        "\x00\x01",
        "🦦 2016",
        "9" * 10_000,
        "WCC 2016 Res " + "9" * 50,
        "WCC 2016 Res 2147483648",
        "(" * 5_000,
        "6." * 5_000,
        "٦.٠٨٧",
    ],
)
def test_what_is_no_code_finds_nothing_and_breaks_nothing(text):
    assert found(text) == []
    assert isinstance(codes.nearest(text), list)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("WCC 2016 Res 0870", "WCC-2016-Rec-102"),  # the highest number known there
        ("WWC 2016 Res 087", "WCC-2016-Res-087"),
        ("WCC 2061 Res 087", "WCC-2016-Res-087"),
        ("WCC 2106 Res 087", "WCC-2016-Res-087"),
        ("WCC-2016-Rez-087", "WCC-2016-Res-087"),
        ("GA 16.10", "GA-16.09"),
    ],
)
def test_typing_errors_find_the_nearest(typed, near):
    assert near in [text.code for text in codes.nearest(typed)]


def test_nearest_numbers_of_the_sitting_come_first():
    known = Resolution.objects.filter(assembly__code="WCC-2016").values_list("number", flat=True)
    by_distance = sorted(known, key=lambda number: (abs(number - 999), number))
    assert [text.number for text in codes.nearest("WCC 2016 Res 999")] == by_distance[:5]


def test_nearest_is_bounded():
    assert len(codes.nearest("WCC 2016 Res 999", limit=3)) == 3


def test_another_union_needs_only_rows():
    union = Collection.objects.create(code="tide", name_en="Texts of the TIDE Compact")
    kind = AssemblyKind.objects.create(collection=union, code="TC", label_en="Tide Conference")
    sitting = Assembly.objects.create(
        kind=kind, number=6, year_coded=2019, year_held=2019, code="TC-2019", place_en="Harwich"
    )
    Resolution.objects.create(
        assembly=sitting, number=87, code="TC-2019-Dec-087", kind_id="Dec", official_number="VI/87"
    )
    for spelling in (
        "TC 2019 Dec 87",
        "Tide Conference 2019, Decision 87",
        "TIDE TC 6.87",
        "vi/87",
    ):
        assert codes.look_up(spelling).only.code == "TC-2019-Dec-087"
    assert [sitting.code for sitting in codes.look_up("6.087").sittings] == [
        "GA-1958",
        "WCC-2016",
        "TC-2019",
    ]


def test_parts_are_read():
    assert codes.read("WCC-2016-Res-087-EN") == codes.Code(
        series=("WCC",), year=2016, kind="Res", number=87, language="en"
    )
    assert codes.read("6.087") == codes.Code(sitting=6, number=87)
    assert codes.read("WCC 2016").number is None
    assert codes.read("awareness") is None
    assert codes.read("WCC 2016 Res ፩") is None


def test_one_look_up_asks_a_fixed_number_of_questions(django_assert_max_num_queries):
    # A page is made as of a public revision that it has read; the vocabularies are held by it.
    with as_of(0), django_assert_max_num_queries(8):
        codes.look_up("Res 6.087")


def test_many_are_looked_up_as_each_alone(django_assert_max_num_queries):
    spellings = [
        *("WCC-2016-Res-087", "wcc 2016 res 087", "WCC_2016_Rec_102", "6.087", "Res 087", "16/5"),
        *(
            "GA 16 9",
            "WCC-2016",
            "Recommendation 19.20",
            "WCC-2016-Res-999",
            "not a code",
            "Res. 5",
        ),
    ]
    alone = {text: codes.look_up(text) for text in spellings}
    with django_assert_max_num_queries(20):
        together = codes.look_up_each(spellings)
    for text, found in alone.items():
        of_many = together[text]
        assert (of_many.text, of_many.code, of_many.only) == (found.text, found.code, found.only)
        assert set(of_many.texts) == set(found.texts)
        assert of_many.sittings == found.sittings
