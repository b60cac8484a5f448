"""Answers of one press beside the account: apart from full reports, and without words of theirs."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.reporting.account.bench import Bench
from resrec.reporting.account.sources import sources_of
from resrec.reporting.account.synthesis import begin
from resrec.reporting.account.warnings import warnings_for
from resrec.reporting.asking.short_answers import answer
from resrec.reporting.tests.pages import words_of


@pytest.fixture
def answered(cast, report_of, account_of):
    """A report of the year before that an account took up; its constituent then answers `kind`."""

    def make(kind):
        year = cast.cycle.year - 1
        earlier = report_of(
            results="Two culverts were opened for eels.",
            status="accepted",
            activities=[{"kind_id": "field", "description": "Digging", "status_id": "completed"}],
            period_from=date(year, 1, 1),
            period_to=date(year, 12, 31),
        )
        account_of(year=year, status="published", quotes=[(earlier, "results", "Two culverts")])
        report = answer(cast.resolution, cast.member, kind, by=cast.reporter)
        report.accept(by=cast.focal_point)
        return report, begin(cast.resolution, cast.cycle, by=cast.focal_point, language="en")

    return make


def test_an_answer_is_never_due_and_nothing_warns_that_it_is_not_used(answered):
    report, account = answered("same")
    sources = sources_of(account)
    assert (sources.due, sources.answers) == ([], [report])
    assert "not_used" not in [warning.kind for warning in warnings_for(account)]


def test_same_keeps_the_earlier_words_in_reach_once(client, cast, answered):
    report, account = answered("same")
    bench = Bench(account)
    assert [one.report for one in bench.confirmed.shown] == [report.repeats]
    assert len(bench.others) == 0
    client.force_login(cast.focal_point)
    url = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])
    page = words_of(client.get(url))
    assert f"confirmed in {cast.cycle.year}" in page
    assert page.count("were opened for eels") == 1


def test_same_lets_the_confirmed_activities_speak_again(answered):
    _report, account = answered("same")
    assert [kind.pk for kind in account.activity_kinds.all()] == ["field"]
    status, suggestion = Bench(account).suggestion
    assert (status.code, suggestion.raises_completed) == ("initiated", False)


@pytest.mark.parametrize("kind", ["nothing", "done"])
def test_the_others_propose_no_activity_and_nobody(answered, kind):
    _report, account = answered(kind)
    assert not account.activity_kinds.exists()
    assert not account.partners.exists()
    assert len(Bench(account).others) == 1


def test_done_only_raises_the_question(client, cast, answered):
    _report, account = answered("done")
    assert account.implementation_status is None
    client.force_login(cast.focal_point)
    url = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])
    assert "Is the text itself completed?" in words_of(client.get(url))


def test_nothing_suggests_no_status(answered):
    _report, account = answered("nothing")
    assert Bench(account).suggestion is None


def test_a_full_report_of_the_year_stands_above_an_answer(answered, report_of):
    _report, account = answered("nothing")
    full = report_of(results="Then there was work after all.", status="accepted")
    sources = sources_of(account)
    assert (sources.due, sources.answers) == ([full], [])
