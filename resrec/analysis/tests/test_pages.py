"""The pages of the yearly analysis: what they say, where they lead, what they refuse."""

import re
from html import unescape

import pytest
from django.urls import reverse

from resrec.analysis.lists import ENTRIES
from resrec.analysis.overview import Overview
from resrec.library.models import Assembly, Resolution
from resrec.reporting.models import ActivityReport, ProgressReport, ReportingCycle

pytestmark = pytest.mark.django_db

PAGE = "/en/analysis/TST-2022/2025/"


def words_of(response):
    """The words of a page's main part, tags left out and blanks made one."""
    html = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_the_lead_says_it_in_words(client, counted):
    words = words_of(client.get(PAGE))
    assert "The library knows 12 texts of this Congress." in words
    assert "In the 2025 cycle, 8 of them have a published Progress Report." in words
    assert "On 2 texts there is neither a report nor an answer of any kind for that year." in words
    assert "2 texts have moved up the scale of implementation." in words
    assert "1 text has moved back." in words
    assert "6 Activity Reports on these texts were accepted for 2025, from 4 constituents" in words
    assert "8 of 12 texts known have one" in words


def test_a_number_on_the_page_is_the_length_of_its_list(client, counted):
    """One in seven is opened; `test_every_number_opens_its_list` holds each against its figure."""
    html = client.get(PAGE).content.decode()
    numbers = sorted(set(re.findall(r'<a class="figure" href="([^"]+)"[^>]*>(\d+)</a>', html)))
    assert len(numbers) > 60
    for address, number in numbers[::7]:
        page = client.get(address)
        assert page.status_code == 200, address
        listed = page.context["page"].paginator.count
        assert listed + page.context["unnamed"] == int(number), address
        assert len(page.context["entries"]) == min(listed, 50), address


def test_every_figure_of_a_chart_leads_to_a_list_that_stands_in_the_table_too(client, counted):
    html = client.get(PAGE).content.decode()
    charts = "".join(re.findall(r'<svg class="chart".*?</svg>\s*<div', html, re.S))
    from_charts = set(re.findall(r'<a href="([^"]+)" tabindex="-1">', charts))
    from_tables = set(re.findall(r'<a class="figure" href="([^"]+)"', html))
    assert len(from_charts) > 30
    assert from_charts <= from_tables


@pytest.mark.parametrize("noun", list(ENTRIES))
def test_a_list_of_every_noun_can_be_read(client, themed, noun):
    figures = Overview(themed.assembly, themed.cycle).figures.values()
    figure = next(one for one in figures if one.noun == noun and one.members)
    page = client.get(figure.get_absolute_url())
    assert figure.in_words in words_of(page)
    assert page.content.decode().count("<li") >= figure.value


def test_a_list_of_texts_marks_the_archived_ones(client, counted):
    words = words_of(client.get(f"{PAGE}nobody_reported/"))
    assert "TST 2022 Res 012 On matter number 12 archived" in words
    assert words.count("archived") == 1


def test_a_list_of_moved_texts_says_from_where_to_where(client, counted):
    words = words_of(client.get(f"{PAGE}moved_up/"))
    assert "2023 Initiated 2025 Completed" in words


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}challenges/", f"{PAGE}future/"])
def test_private_words_stand_nowhere(client, counted, address):
    html = client.get(address).content.decode()
    assert "stays among us" not in html
    assert "Keep this quiet" not in html


def test_an_activity_whose_words_are_private_shows_its_kind_alone(client, congress, cast):
    made = congress.report(cast.member, congress.texts[1], state="draft", done=[("field", "")])
    activity = made.activities.get()
    activity.description = "Where the last nests are."
    activity.save()
    private = [f"activity:{activity.key}/description"]
    ActivityReport.objects.filter(pk=made.pk).update(
        private_fields=private, period_from="2025-01-01"
    )
    made.refresh_from_db()
    made.submit(by=cast.reporter)
    made.accept(by=cast.focal_point)
    html = client.get(f"{PAGE}activities/").content.decode()
    assert "Field activities" in html
    assert "last nests" not in html


def test_a_draft_or_superseded_account_is_not_shown(client, counted):
    words = words_of(client.get(f"{PAGE}challenges_stated/"))
    assert "Rain." in words
    assert "Hail." not in words
    assert "Fog." not in words


def test_a_long_list_has_pages(client, congress, cast):
    for _time in range(26):
        congress.report(
            cast.member, congress.texts[1], period_from="2025-01-01", done=[("field", "")] * 2
        )
    first, second = (client.get(f"{PAGE}activities/?page={number}") for number in (1, 2))
    assert len(first.context["entries"]) == 50
    assert len(second.context["entries"]) == 2
    assert client.get(f"{PAGE}activities/?page=many").context["page"].number == 1


def test_the_year_leads_to_the_congress_under_report(client, cast):
    year = cast.cycle.year
    answer = client.get(reverse("analysis_year", args=[year]))
    assert answer.status_code == 302
    assert answer["Location"] == f"/en/analysis/WCC-2016/{year}/"


def test_the_year_never_leads_to_another_collections_congress(client, congress):
    ReportingCycle.objects.create(
        collection=congress.assembly.collection, year=2031, assembly=congress.assembly
    )
    assert client.get("/en/analysis/2031/").status_code == 404


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/en/analysis/1999/", "There is no reporting cycle 1999"),
        ("/en/analysis/TST-2022/1999/", "There is no reporting cycle 1999"),
        (f"/en/analysis/TST-2022/{10**30}/", "There is no reporting cycle"),
        ("/en/analysis/TST-2022/1999/texts/", "There is no reporting cycle 1999"),
        ("/en/analysis/ABC-1/2025/", "No Congress or Assembly has the code “ABC-1”"),
        (f"{PAGE}luck/", "holds no figure called “luck”"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(client, counted, address, says):
    answer = client.get(address)
    assert answer.status_code == 404
    assert says in words_of(answer)
    assert PAGE in answer.content.decode()


def test_a_year_with_another_congress_under_report_says_so(client, counted):
    words = words_of(client.get("/en/analysis/TST-2022/2022/"))
    assert "In 2022 the Congress under report was another one: TST 2018" in words


def test_a_congress_without_texts_has_a_page(client, counted):
    Assembly.objects.create(
        kind=counted.assembly.kind, number=3, year_coded=2024, year_held=2024, code="TST-2024"
    )
    answer = client.get("/en/analysis/TST-2024/2025/")
    assert answer.status_code == 200
    assert "The library knows no text of this Congress yet" in words_of(answer)


def test_figures_made_of_invented_reports_are_marked(client, counted):
    mark = '<span class="tag demonstration">'
    addresses = (PAGE, f"{PAGE}challenges/", f"{PAGE}challenges_stated/")
    assert not [one for one in addresses if mark in client.get(one).content.decode()]
    ProgressReport.objects.filter(resolution=counted.texts[1]).update(is_demonstration=True)
    assert not [one for one in addresses if mark not in client.get(one).content.decode()]


def test_an_open_cycle_says_that_figures_still_move(client, cast):
    words = words_of(client.get(f"/en/analysis/WCC-2016/{cast.cycle.year}/"))
    assert "figures still move" in words


def test_the_index_lists_every_congress_and_year(client, counted):
    html = client.get("/en/analyses/").content.decode()
    assert PAGE in html
    assert "/en/analysis/TST-2018/2020/" in html
    assert "/en/analysis/TST-2022/2020/" not in html


@pytest.mark.parametrize("language", ["fr", "es"])
def test_large_numbers_are_written_as_in_the_pages_language(client, counted, language):
    Resolution.objects.bulk_create(
        Resolution(assembly=counted.assembly, number=n, code=f"TST-2022-Res-{n}")
        for n in range(100, 1100)
    )
    html = client.get(f"/{language}/analysis/TST-2022/2025/").content.decode()
    assert ">1\xa0012</a>" in html
    assert not re.findall(r'(?:x|y|width|height)="[\d]*,', html)


def test_a_reader_without_session_may_keep_the_page_until_something_moves(client, counted, cast):
    first = client.get(PAGE)
    tag = {"HTTP_IF_NONE_MATCH": first["ETag"]}
    assert client.get(PAGE, **tag).status_code == 304
    counted.account(10, 2025, "initiated")
    assert client.get(PAGE, **tag).status_code == 200


def test_queries_of_the_pages_are_bounded(client, counted, cast, django_assert_max_num_queries):
    for number in (10, 11):
        counted.account(
            number, 2025, "underway", says=[("challenges", "Wind."), ("future", "Shade.")]
        )
        counted.report(
            cast.commission,
            counted.texts[number],
            counted.texts[12],
            challenges="Heat.",
            measures="Trees.",
            done=[("policy", "")] * 3,
            future=[("More trees", "yes")],
        )
    with django_assert_max_num_queries(76):
        client.get(PAGE)
    with django_assert_max_num_queries(44):
        client.get(f"{PAGE}activities/")
