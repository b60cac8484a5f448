"""Who reports and who does not, by kind, region and country; and the map of it."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from resrec.analysis.figures import Figure, Noun, Row
from resrec.analysis.overview import Overview
from resrec.analysis.world import Map, world
from resrec.people.models import Constituent, Country

pytestmark = pytest.mark.django_db

PAGE = "/en/analysis/TST-2022/2025/"


@pytest.fixture
def placed(counted, cast):
    """The member in Kenya with a neighbour that said nothing, the other member in Tuvalu."""
    Constituent.objects.update(country=None)
    Constituent.objects.filter(pk=cast.member.pk).update(country="KE")
    Constituent.objects.filter(pk=cast.other_member.pk).update(country="TV")
    for number in range(3):
        Constituent.objects.create(kind_id="member", name=f"Quiet {number}", country_id="KE")
    return counted


def overview_of(congress):
    return Overview(congress.assembly, congress.cycle)


def test_each_constituent_stands_in_one_column(placed):
    turnout = overview_of(placed).turnout
    for table in (turnout.by_kind, turnout.by_region):
        for row in [*table.rows, table.total]:
            could, *said = row.figures
            assert could.value == sum(figure.value for figure in said)
        assert table.total.figures[0].value == sum(row.figures[0].value for row in table.rows)


def test_who_is_not_yet_identified_is_no_constituent_that_could_report(placed):
    turnout = overview_of(placed).turnout
    could = Constituent.objects.filter(pk__in=turnout.could)
    assert not could.filter(kind="unresolved").exists()
    assert not could.exclude(merged_into=None).exists()


def test_silence_nothing_and_not_asked_are_apart(placed, cast):
    figures = overview_of(placed).figures
    assert figures["said_full_of_kind_member"].value == 2
    assert figures["said_otherwise_of_kind_member"].value > 3
    assert not figures["said_silent_of_kind_member"].value
    # The Commission reported on one of its two texts: it is not silent.
    assert cast.commission.pk in figures["said_full_of_kind_commission"].members


def test_an_answer_of_nothing_is_neither_silence_nor_a_report(congress, cast):
    year = {"period_from": date(2025, 1, 1), "period_to": date(2025, 12, 31)}
    congress.report(cast.member, congress.texts[1], kind="nothing", **year)
    figures = overview_of(congress).figures
    assert figures["said_nothing_of_all"].members == (cast.member.pk,)
    assert not figures["said_full_of_all"].members


def test_a_country_counts_those_that_could_and_those_that_did(placed):
    figures = overview_of(placed).figures
    assert figures["could_report_in_KE"].value == 4
    assert figures["reported_in_KE"].value == 1
    assert figures["texts_from_KE"].value == 2
    assert figures["reported_in_TV"].value == 1
    assert figures["could_report_in_no_country"].value


def test_the_map_shades_by_share_and_draws_islands_as_circles(placed):
    shapes = {shape.row.label: shape for shape in Map(overview_of(placed).geography).shapes}
    assert shapes["Kenya"].path
    assert shapes["Kenya"].shade == "few"
    assert shapes["Tuvalu"].at
    assert shapes["Tuvalu"].shade == "most"
    assert set(shapes) == {"Kenya", "Tuvalu"}


@pytest.mark.parametrize(
    ("measure", "kenya", "legend"),
    [
        ("share", "1 of 4 reported in full", "up to a quarter reported"),
        ("constituents", "1 constituent", "1 constituent"),
        ("reports", "2 Activity Reports", "2 Activity Reports"),
        ("nonsense", "1 of 4 reported in full", "up to a quarter reported"),
    ],
)
def test_the_reader_chooses_what_the_map_measures(client, placed, measure, kenya, legend):
    page = client.get(PAGE, {"map": measure})
    drawing = re.search(r'<svg class="world".*?</svg>', page.text, re.S)[0]
    assert f"Kenya: {kenya}" in drawing
    assert page["ETag"], "whatever is chosen is kept like any public page"
    drawn = Map(overview_of(placed).geography, measure)
    shape = next(one for one in drawn.shapes if one.row.label == "Kenya")
    assert f'href="{shape.figure.get_absolute_url()}"' in drawing
    assert [words for _shade, words, _number, rows in drawn.classes if shape.row in rows] == [
        legend
    ]


def test_classes_of_counts_hold_every_number_once():
    counted = [Figure("", 0, "", "", Noun.TEXT, tuple(range(n))) for n in range(40)]
    for most in range(1, 40):
        rows = {one.value: Row("", (one, one)) for one in counted[: most + 1]}
        drawn = Map(SimpleNamespace(rows=rows), "constituents")
        held = [len(of) for *_told, of in drawn.classes]
        assert sum(held) == most + 1
        assert all(held), most


def test_every_country_is_on_the_map_and_it_is_light():
    drawn = world()["shapes"].keys() | world()["circles"].keys()
    codes = set(Country.objects.values_list("code", flat=True))
    assert codes - drawn == {"AQ", "BV", "UM"}  # nobody lives there
    assert sum(map(len, world()["shapes"].values())) < 40_000


def test_the_page_tells_each_share_in_words_too_and_has_no_inline_style(client, placed):
    html = client.get(PAGE).content.decode()
    drawing = re.search(r'<svg class="world".*?</svg>', html, re.S)[0]
    assert "Kenya: 1 of 4 reported in full" in drawing
    assert "style=" not in drawing
    assert "up to a quarter reported" in html[html.index("Country or territory") :]


def test_the_regions_of_the_facts_place_each_country_once():
    unplaced = set(Country.objects.filter(region=None).values_list("code", flat=True))
    assert unplaced == {"AQ", "BV", "IO", "TF", "UM"}
