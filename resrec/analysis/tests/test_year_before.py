"""The year before, once it was frozen, is compared as it was frozen."""

import pytest

from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.rerunning import rerun
from resrec.analysis.freeze.since import Since
from resrec.analysis.overview import Overview
from resrec.reporting.models import ActivityReport, ImplementationStatus


@pytest.fixture
def frozen(counted, cast):
    """2024 was frozen with one Activity Report; another one of that year came later."""
    analysis = freeze(counted.assembly, counted.cycles[2024], by=cast.officer)
    report = ActivityReport.objects.filter(challenges="Last year’s.").get()
    counted.report(cast.other_member, counted.texts[5], period_to=report.period_to)
    return analysis


def row(table, key):
    return next(row for row in table.rows if row.figures[0].key == key)


def test_its_figures_are_those_that_were_frozen(counted, frozen):
    table = Overview(counted.assembly, counted.cycle).year_before
    assert table.columns == ("2025", "2024, as frozen")
    now, then = row(table, "activity_reports").figures
    assert (now.value, then.value) == (6, 1)
    assert then.get_absolute_url() == f"{frozen.get_absolute_url()}activity_reports/"
    assert "version 1: they do not move" in table.note
    assert row(table, "activity_reports").explanation == "5 more than in 2024"


def test_they_are_frozen_again_with_the_next_and_count_the_same(client, counted, cast, frozen):
    analysis = freeze(counted.assembly, counted.cycle, by=cast.officer)
    kept = analysis.figures.get(key="2024v1.activity_reports")
    assert (kept.value, kept.rule) == (1, None)
    assert rerun(analysis).is_same
    assert not Since(analysis).moved
    page = client.get(analysis.get_absolute_url())
    assert "2024, as frozen" in page.text
    listed = client.get(f"{analysis.get_absolute_url()}2024v1.activity_reports/").text
    assert "1 Activity Report, as counted on" in listed
    assert "cycle 2024" in listed


def test_when_the_year_before_is_frozen_anew_its_figures_turn_amber(counted, cast, frozen):
    analysis = freeze(counted.assembly, counted.cycle, by=cast.officer)
    freeze(counted.assembly, counted.cycles[2024], by=cast.officer, notice="One more report.")
    assert "2024v1.activity_reports" in Since(analysis).moved
    assert "2024v1.with_progress_report" not in Since(analysis).moved


def test_a_figure_that_was_not_counted_then_is_said(counted, frozen):
    ImplementationStatus.objects.create(code="paused", label_en="Paused", position=9)
    table = Overview(counted.assembly, counted.cycle).year_before
    assert row(table, "status_paused").figures[1] is None
    assert row(table, "status_paused").explanation == "not counted in 2024"
