"""What would help, counted: kinds, open and met, and sums that never mix currencies."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.rerunning import rerun
from resrec.analysis.overview import Overview
from resrec.people.models import Constituent
from resrec.reporting.models import Need
from resrec.reporting.tests.pages import words_of

pytestmark = pytest.mark.django_db


def money(amount, currency, words="Boats", **more):
    return (
        {"kind_id": "money", "description": words, "currency": currency}
        | ({"amount": Decimal(amount)} if amount else {})
        | more
    )


@pytest.fixture
def needs(congress, cast):
    """Two constituents on three texts; one need is private, one was met."""
    texts = congress.texts
    congress.report(
        cast.member,
        texts[1],
        texts[2],
        period_to="2025-05-01",
        needs=[
            money("1000.50", "EUR"),
            money("2000", "EUR", "More boats"),
            money("", "", "Any sum"),
            {"kind_id": "people", "description": "A ranger"},
            {"kind_id": "people", "description": "A secret", "key": "aaaaaaaa"},
        ],
        private_fields=["need:aaaaaaaa/description"],
    )
    congress.report(
        cast.other_member,
        texts[3],
        period_to="2025-05-01",
        needs=[money("700", "KES", "Met"), {"description": "Of no kind"}],
    )
    congress.report(
        cast.member, texts[1], period_to="2024-05-01", needs=[money("9", "EUR", "Last year")]
    )
    Need.objects.get(description="Met").mark_met(by=cast.other_reporter)
    return congress


def values(overview, *keys):
    return [overview.figures[key].value for key in keys]


def test_kinds_open_and_met(needs):
    overview = Overview(needs.assembly, needs.cycle)
    assert values(overview, "needs_open_of_money", "needs_met_of_money") == [3, 1]
    assert values(overview, "needs_open_of_people", "needs_open_of_no_kind") == [1, 1]
    assert values(overview, "needs_open", "needs_met", "needs_by", "texts_with_needs") == [
        5,
        1,
        2,
        3,
    ]
    assert values(overview, "needs_by_of_money", "texts_with_needs_of_money") == [2, 3]
    assert values(overview, "needs_open_of_decision", "needs_by_of_decision") == [0, 0]


def test_sums_keep_to_one_currency(needs):
    figures = Overview(needs.assembly, needs.cycle).figures
    assert figures["sum_open_in_eur"].amount == Decimal("3000.50")
    assert figures["sum_open_in_eur"].in_words == "EUR 3,000.50 in 2 needs"
    assert figures["sum_met_in_kes"].amount == Decimal("700")
    assert "sum_open_in_kes" not in figures
    assert figures["needs_open_without_amount"].value == 1


def test_a_need_that_goes_on_counts_once(needs, cast):
    first = Need.objects.get(description="A ranger")
    again = {"kind_id": "people", "description": "Still a ranger", "lineage": first.lineage}
    needs.report(cast.member, needs.texts[4], period_to="2025-11-01", needs=[again])
    overview = Overview(needs.assembly, needs.cycle)
    assert values(overview, "needs_open_of_people") == [1]


def test_a_merged_constituent_counts_once(needs, cast):
    Constituent.objects.filter(pk=cast.other_member.pk).update(merged_into=cast.member)
    assert values(Overview(needs.assembly, needs.cycle), "needs_by") == [1]


def test_every_number_opens_its_list(client, needs):
    overview = Overview(needs.assembly, needs.cycle)
    for table in (overview.needs.table, overview.needs.money):
        for figure in table.figures:
            assert client.get(figure.get_absolute_url()).status_code == 200, figure.key
    page = words_of(client.get(overview.figures["needs_open"].get_absolute_url()))
    assert "Money, EUR 1,000.50" in page
    assert "A secret" not in page


def test_the_page_shows_tables_and_no_secret(client, needs):
    page = words_of(client.get(reverse("analysis", args=[needs.assembly.code, needs.cycle.year])))
    assert "EUR 3,000.50" in page
    assert "Amount not stated" in page
    assert "A secret" not in page


def test_a_frozen_analysis_keeps_sums_and_what_was_met(client, needs, cast):
    frozen = freeze(needs.assembly, needs.cycle, by=cast.officer)
    Need.objects.get(description="More boats").mark_met(by=cast.reporter)
    page = words_of(client.get(frozen.get_absolute_url()))
    assert "EUR 3,000.50" in page
    address = reverse("analysis_frozen_list", args=[*frozen.place, "needs_met"])
    counted = client.get(address).context["page"].object_list
    assert [*counted] == [Need.objects.get(description="Met").pk]
    assert rerun(frozen).is_same


def test_queries_do_not_grow_with_needs(needs, cast):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            overview = Overview(needs.assembly, needs.cycle)
            assert overview.needs.table.figures
            assert overview.needs.money.figures
        return len(queries)

    before = asked()
    for number in range(5, 9):
        needs.report(
            cast.commission,
            needs.texts[number],
            period_to="2025-05-01",
            needs=[money("5", "USD"), {"kind_id": "contact"}],
        )
    assert asked() == before
