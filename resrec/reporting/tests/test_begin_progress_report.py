"""Beginning the year's account of a text: who may, for which years, from which reports."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.reporting.account.synthesis import begin, proposed_answers, sources_of
from resrec.reporting.models import Answer, FocalPoint, Holder, ProgressReport
from resrec.rules import RuleBroken


def bench(cast, year=None):
    return reverse("progress_bench", args=[cast.resolution.code, year or cast.cycle.year])


def start(cast):
    return reverse("progress_start", args=[cast.resolution.code, cast.cycle.year])


def closed(cycle):
    cycle.opens_on, cycle.closes_on = date(cycle.year - 1, 1, 1), date(cycle.year - 1, 2, 1)
    cycle.save()


@pytest.fixture
def members_focal_point(cast):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    Holder.objects.create(post=post, person=cast.reporter)
    return cast.reporter


@pytest.mark.parametrize(
    ("who", "reads", "begins"),
    [
        ("focal_point", 200, 302),
        ("officer", 200, 302),
        ("reporter", 404, 404),
        ("stranger", 404, 404),
    ],
)
def test_who_begins(client, cast, who, reads, begins):
    client.force_login(getattr(cast, who))
    assert client.get(bench(cast)).status_code == reads
    assert not ProgressReport.objects.exists()  # reading begins nothing
    assert client.post(start(cast)).status_code == begins
    assert ProgressReport.objects.exists() == (begins == 302)


def test_nobody_is_asked_to_sign_in(client, cast):
    assert client.get(bench(cast)).status_code == 302


def test_another_focal_point_reads_but_does_not_begin(client, cast, members_focal_point):
    client.force_login(members_focal_point)
    assert client.get(bench(cast)).status_code == 200
    assert client.post(start(cast)).status_code == 403


def test_a_closed_cycle_is_for_officers(client, cast):
    closed(cast.cycle)
    client.force_login(cast.focal_point)
    assert (
        "Only officers" in client.get(bench(cast)).text
        or "only officers" in client.get(bench(cast)).text
    )
    assert client.post(start(cast)).status_code == 403
    client.force_login(cast.officer)
    assert client.post(start(cast)).status_code == 302


def test_a_year_without_a_cycle_names_those_there_are(client, cast):
    client.force_login(cast.focal_point)
    answer = client.get(bench(cast, 1999))
    assert answer.status_code == 404
    assert bench(cast) in answer.text


def test_an_unknown_text_is_not_found(client, cast):
    client.force_login(cast.focal_point)
    assert client.get(reverse("progress_bench", args=["WCC-2016-Res-999", 2026])).status_code == 404


def test_beginning_twice_gives_the_one_in_work(cast):
    one = begin(cast.resolution, cast.cycle, by=cast.focal_point, language="en")
    assert begin(cast.resolution, cast.cycle, by=cast.officer, language="fr") == one


def test_what_is_published_is_not_begun_again(cast, account_of):
    account_of(status="published")
    with pytest.raises(RuleBroken, match="next version"):
        begin(cast.resolution, cast.cycle, by=cast.focal_point, language="en")


def test_the_answers_are_proposed_from_the_sources(cast, report_of):
    report = report_of(
        status="draft",
        results="Three ponds were dug.",
        members_answer="no",
        secretariat_answer="not_known",
        other_organisations="The village school",
        activities=[
            {"kind_id": "field", "description": "Digging", "status_id": "completed"},
            {"kind_id": "science", "description": "A survey", "status_id": "planned"},
        ],
    )
    report.partners.create(kind="commission", constituent=cast.commission)
    report.partners.create(kind="committee", name="Committee of the Marshes")
    report.future_activities.create(title="More ponds", planned="yes")
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    account = begin(cast.resolution, cast.cycle, by=cast.focal_point, language="en")
    assert [str(partner) for partner in account.partners.all()] == [
        "Fen and Heath Trust",
        "Commission on Quiet Places",
        "Committee of the Marshes",
    ]
    assert [kind.pk for kind in account.activity_kinds.all()] == ["field"]
    assert account.members_answer == Answer.YES
    assert account.secretariat_answer == Answer.NOT_KNOWN
    assert account.planned == Answer.YES
    assert account.other_organisations == "The village school"
    assert account.implementation_status is None  # for the writer to say
    assert account.writer == cast.focal_point


def test_no_is_proposed_only_when_every_report_says_no(cast, report_of):
    says_no = report_of(results="One.", status="accepted", committees_answer="no")
    silent = report_of(results="Two.", status="accepted")
    assert proposed_answers([says_no])["committees_answer"] == Answer.NO
    assert proposed_answers([says_no, silent])["committees_answer"] == ""
    assert proposed_answers([])["committees_answer"] == ""


def test_sources_are_current_accepted_and_not_taken_up_before(cast, report_of, account_of):
    year = cast.cycle.year
    last_year = {"period_from": date(year - 1, 1, 1), "period_to": date(year - 1, 12, 31)}
    quoted = report_of(results="Quoted.", status="accepted", **last_year)
    left = report_of(results="Left.", status="accepted", **last_year)
    report_of(results="Waiting.", status="submitted")
    next_year = report_of(results="Later.", status="accepted", period_to=date(year + 1, 3, 1))
    corrected = report_of(results="Wrong.", status="accepted")
    correction = corrected.correct(by=cast.reporter)
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    account_of(year=year - 1, status="published", quotes=[(quoted, "results", "Quoted.")])
    sources = sources_of(account_of())
    assert sources.due == [left, correction]
    assert set(sources.others) == {quoted, next_year}


def test_an_imported_account_has_used_the_reports_of_its_year(cast, report_of, account_of):
    year = cast.cycle.year
    old = report_of(
        results="Old.",
        status="accepted",
        period_from=date(year - 3, 1, 1),
        period_to=date(year - 3, 5, 1),
    )
    new = report_of(results="New.", status="accepted")
    account_of(year=year - 2, status="published", origin="import")
    sources = sources_of(account_of())
    assert (sources.due, sources.others) == ([new], [old])


def test_what_the_account_quotes_is_its_source_whatever_its_year(cast, report_of, account_of):
    later = report_of(
        results="Later.", status="accepted", period_to=date(cast.cycle.year + 1, 1, 1)
    )
    account = account_of(quotes=[(later, "results", "Later.")])
    assert sources_of(account).due == [later]
