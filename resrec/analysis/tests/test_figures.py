"""Every figure against the numbers counted by hand (the data stand in conftest.py)."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.analysis.overview import Overview
from resrec.journal.recording import journalled
from resrec.library.models import Assembly
from resrec.reporting.models import ReportingCycle

pytestmark = pytest.mark.django_db


@pytest.fixture
def overview(counted):
    return Overview(counted.assembly, counted.cycle)


def values(overview, *keys):
    return {key: overview.figures[key].value for key in keys}


def numbers(congress, figure):
    """The numbers of a figure's texts."""
    by_pk = {text.pk: number for number, text in congress.texts.items()}
    return [by_pk[pk] for pk in figure.members]


def test_which_texts_each_figure_counts(overview, counted):
    expected = {
        "texts": [*range(1, 13)],
        "archived": [12],
        "with_progress_report": [1, 2, 3, 4, 5, 6, 7, 8],
        "status_not_initiated": [],
        "status_initiated": [2, 5],
        "status_underway": [1, 3, 4],
        "status_completed": [7],
        "status_ongoing": [6],
        "not_stated": [8],
        "nobody_reported": [9, 10, 11, 12],
        "without_progress_report": [9, 10],
        "without_report": [11, 12],
        "moved_up": [1, 7],
        "moved_down": [2],
        "same_stage": [3],
        "recurrent": [4, 6],
        "not_compared": [5],
        "first_report": [8],
        "listed_of_policy": [1, 2],
        "listed_of_field": [1],
        "listed_of_science": [],
        "listed_not_stated": [3, 4, 5, 6, 7, 8],
        "with_activity_report": [1, 2, 3, 8, 9, 10],
        "with_activity_report_of_member": [1, 2, 3],
        "texts_with_challenges": [1, 2],
        "texts_with_measures": [1, 2],
    }
    found = {key: numbers(counted, overview.figures[key]) for key in expected}
    assert found == expected


def test_activities_by_kind(overview):
    expected = {
        "activities": 6,
        "activities_of_policy": 2,
        "activities_of_field": 1,
        "activities_of_education": 1,  # the corrected version’s
        "activities_of_science": 0,  # the version before it
        "activities_otherwise": 1,
        "activities_not_stated": 1,
    }
    assert values(overview, *expected) == expected


def test_reports_by_kind_of_constituent(overview):
    expected = {
        "activity_reports": 6,
        "constituents": 4,
        "activity_reports_of_member": 3,
        "constituents_of_member": 2,  # one of them under two names
        "activity_reports_of_commission": 1,
        "activity_reports_of_council": 0,
        "constituents_of_unresolved": 1,
        "activity_reports_of_unresolved": 1,
        "activity_reports_of_nobody_named": 1,
    }
    assert values(overview, *expected) == expected
    assert "constituents_of_nobody_named" not in overview.figures


def test_words_that_are_public(overview):
    expected = {
        "challenges_stated": 2,
        "future_stated": 2,
        "challenges": 1,  # the other is private
        "measures": 2,
        "future": 4,  # the fifth is private
        "future_planned": 1,
        "future_not_planned": 1,
        "future_not_known": 1,
        "future_not_stated": 1,
    }
    assert values(overview, *expected) == expected


def test_reports_that_tell_no_year_count_in_none_and_are_said(overview):
    assert values(overview, "without_cycle", "without_year") == {
        "without_cycle": 1,
        "without_year": 1,
    }


def test_rows_of_one_table_make_up_its_total(overview):
    for table in (overview.statuses.table, overview.moves):
        parts = [pk for row in table.rows for pk in row.figures[0].members]
        assert sorted(parts) == sorted(table.total.figures[0].members)


def test_the_cycles_since_the_congress(overview, counted):
    rows = {row.label: row for row in overview.statuses.over_the_cycles.rows}
    found = {year: [figure.value for figure in row.figures] for year, row in rows.items()}
    # not initiated, initiated, underway, completed, ongoing, not stated, nobody
    assert found == {
        "2022": [0, 0, 0, 0, 0, 0, 12],
        "2023": [0, 1, 0, 0, 0, 0, 11],
        "2024": [0, 1, 2, 1, 1, 1, 6],
        "2025": [0, 2, 3, 1, 1, 1, 4],
    }
    assert "TST 2018" in rows["2022"].explanation
    assert not rows["2025"].explanation


def test_another_years_figure_counts_that_year(overview, counted):
    row = overview.statuses.over_the_cycles.rows[2]
    underway = row.figures[2]
    assert underway.get_absolute_url() == "/en/analysis/TST-2022/2024/status_underway/"
    that_year = Overview(counted.assembly, counted.cycles[2024])
    assert that_year.figures["status_underway"].members == underway.members


def test_a_report_on_two_congresses_counts_in_each(counted):
    other = Overview(counted.earlier, counted.cycle)
    assert values(other, "activity_reports", "with_activity_report", "texts") == {
        "activity_reports": 2,
        "with_activity_report": 1,
        "texts": 1,
    }


def test_a_merge_taken_back_separates_the_names_again(counted, cast):
    alias = cast.member.merged.get()
    with journalled():
        alias.unmerge(by=cast.officer)
    found = Overview(counted.assembly, counted.cycle)
    assert values(found, "constituents_of_member", "constituents_of_unresolved") == {
        "constituents_of_member": 2,
        "constituents_of_unresolved": 2,
    }


def test_an_assembly_without_texts_has_only_zeros(counted):
    empty = Assembly.objects.create(
        kind=counted.assembly.kind, number=3, year_coded=2024, year_held=2024, code="TST-2024"
    )
    overview = Overview(empty, counted.cycle)
    of_anyone = ("could_report", "said_otherwise")  # bodies there are, texts or none
    counted = [f for key, f in overview.figures.items() if not key.startswith(of_anyone)]
    assert {figure.value for figure in counted} == {0}
    assert overview.most_told_kind is None


@pytest.mark.parametrize(
    ("period_from", "period_to", "handed_in"),
    [
        ("2024-05-01", "2025-01-01", "2023-01-01 12:00"),
        ("2025-12-31", None, "2026-03-01 12:00"),
        (None, None, "2025-12-31 23:30"),
        (None, None, "2025-01-01 00:30"),
        (None, None, "2024-12-31 23:30"),
        (None, None, "2026-01-01 00:30"),
        ("2025-01-01", "2026-01-01", "2025-06-01 12:00"),
        (None, "2024-12-31", "2025-06-01 12:00"),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland"])
def test_a_report_counts_in_the_year_that_it_names_itself(
    congress, cast, settings, zone, period_from, period_to, handed_in
):
    settings.TIME_ZONE = zone
    made = congress.report(
        cast.member,
        congress.texts[1],
        at=datetime.fromisoformat(handed_in).replace(tzinfo=UTC),
        period_from=period_from and date.fromisoformat(period_from),
        period_to=period_to and date.fromisoformat(period_to),
    )
    found = Overview(congress.assembly, congress.cycle).figures["activity_reports"]
    assert found.value == (1 if made.year == 2025 else 0)


def test_a_cycle_of_an_impossible_year_counts_nothing(congress):
    far = ReportingCycle.objects.create(
        collection=congress.assembly.collection, year=32000, assembly=congress.assembly
    )
    assert Overview(congress.assembly, far).figures["activity_reports"].value == 0


def test_the_kind_told_of_most_is_named_only_when_one_leads(congress, cast):
    congress.report(cast.member, congress.texts[1], done=[("policy", ""), ("field", "")])
    assert Overview(congress.assembly, congress.cycle).most_told_kind is None
    congress.report(cast.member, congress.texts[2], done=[("field", "")])
    assert Overview(congress.assembly, congress.cycle).most_told_kind.label == "Field activities"


def test_queries_do_not_grow_with_texts_or_reports(counted, cast):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            overview = Overview(counted.assembly, counted.cycle)
            assert overview.figures
            assert overview.statuses.over_the_cycles
        return len(queries)

    before = asked()
    for number in (9, 10, 11):
        counted.account(number, 2023, "underway")
        counted.report(cast.commission, counted.texts[number], done=[("policy", "")])
    assert asked() == before <= 29
