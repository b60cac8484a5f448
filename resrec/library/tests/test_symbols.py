"""Symbols of unions that have conventions: looked up in any spelling, beside everything else."""

import pytest
from django.urls import reverse

from resrec.exchange.collections.description import FOLDER, described
from resrec.exchange.collections.loading import load
from resrec.library.codes import look_up, nearest
from resrec.library.models import Assembly, AssemblyKind, Resolution


@pytest.fixture
def nations(db):
    """The United Nations with five invented texts."""
    load(described(FOLDER / "united-nations.toml"))

    def sitting(kind, number):
        return Assembly.objects.create(
            kind=AssemblyKind.objects.get(code=kind),
            number=number,
            code=f"{kind}-{number}",
            year_coded=number if number > 1900 else 2000,
            year_held=2000,
            place_en="New York",
        )

    sixtieth = sitting("UNGA", 60)
    for assembly, number, code, official in [
        (sixtieth, 134, "A-RES-60-134", "A/RES/60/134"),
        (sixtieth, 141, "A-RES-60-141", "A/RES/60/141"),
        (sitting("UNGA", 3), 217, "A-RES-217-III", "A/RES/217 (III)"),
        (sitting("UNSC", 2020), 2534, "S-RES-2534-2020", "S/RES/2534 (2020)"),
        (sitting("UNGASS", 10), 2, "A-RES-S-10-2", "A/RES/S-10/2"),
    ]:
        Resolution.objects.create(
            assembly=assembly, number=number, code=code, official_number=official, kind_id="Res"
        )


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("A/RES/60/134", "A-RES-60-134"),
        ("a/res/60/134", "A-RES-60-134"),
        ("a res 60 134", "A-RES-60-134"),
        ("A_RES_60_134", "A-RES-60-134"),
        ("A-RES-60-134", "A-RES-60-134"),
        ("A/RES/217(III)", "A-RES-217-III"),
        ("A/RES/217 (III)", "A-RES-217-III"),
        ("A_RES_217_(III)", "A-RES-217-III"),
        ("S/RES/2534 (2020)", "S-RES-2534-2020"),
        ("s res 2534 2020", "S-RES-2534-2020"),
        ("A/RES/S-10/2", "A-RES-S-10-2"),
        ("60/134", "A-RES-60-134"),
        ("UNGA 60/134", "A-RES-60-134"),
        ("General Assembly resolution 60/134", "A-RES-60-134"),
        ("United Nations General Assembly resolution 60/134", "A-RES-60-134"),
        ("Security Council resolution 2534 (2020)", "S-RES-2534-2020"),
    ],
)
def test_a_symbol_is_found_in_any_spelling(nations, spelling, code):
    assert look_up(spelling).only.code == code


@pytest.mark.parametrize("spelling", ["A/RES/60/140", "a_res_60_140"])
def test_a_symbol_that_no_text_bears_leads_to_its_sitting(nations, spelling):
    found = look_up(spelling)
    assert (found.texts, [one.code for one in found.sittings]) == ([], ["UNGA-60"])
    assert [text.code for text in nearest(spelling)] == ["A-RES-60-141", "A-RES-60-134"]


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("WCC-2016-Res-087", "WCC-2016-Res-087"),
        ("wcc 2016 res 087 en", "WCC-2016-Res-087"),
        ("Résolution WCC 2016 087", "WCC-2016-Res-087"),
        ("6.087", "WCC-2016-Res-087"),
        ("GA 16.05", "GA-16.05"),
    ],
)
def test_other_spellings_are_read_as_before(nations, spelling, code):
    assert code in [text.code for text in look_up(spelling).texts]


@pytest.mark.parametrize(
    "spelling", ["a", "e", "s", "a wetland", "S", "res", "e res", "A/RES", "/"]
)
def test_single_letters_are_words_and_no_codes(nations, spelling):
    assert not look_up(spelling).texts


def test_looking_up_takes_two_queries_where_the_code_is_known(
    nations, django_assert_max_num_queries
):
    with django_assert_max_num_queries(2):
        look_up("A/RES/60/134")


def test_the_index_is_used(nations, django_db_blocker):
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL prefers to read a small table whole")
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM library_resolution WHERE UPPER(code) IN ('A', 'B')"
        )
        assert "text_by_code_in_capitals" in str(cursor.fetchall())


@pytest.mark.parametrize("written", ["A/RES/60/134", "A_RES_60_134", "a-res-60-134"])
def test_an_address_in_another_spelling_leads_to_the_one_it_has(client, nations, written):
    answer = client.get(f"/en/resolutions/{written}/")
    assert (answer.status_code, answer["Location"]) == (
        301,
        reverse("resolution", args=["A-RES-60-134"]),
    )
    assert client.get("/en/resolutions/S/RES/2534(2020)/").status_code == 301
    assert client.get("/en/resolutions/A/RES/60/999/").status_code == 404
