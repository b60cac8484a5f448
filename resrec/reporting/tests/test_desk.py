"""The desk: what waits for a reporter, a focal point, an officer."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from resrec.library.models import Resolution
from resrec.people.models import Constituent
from resrec.reporting.desk import Desk
from resrec.reporting.models import FocalPoint, Holder, ProgressReport
from resrec.reporting.tests.pages import words_of

DESK = reverse("desk")


def read(client, person):
    client.force_login(person)
    return words_of(client.get(DESK))


def test_a_reporter_finds_drafts_what_came_back_and_what_waits(client, cast, report_of):
    report_of()
    report_of(results="Ponds", status="submitted")
    report_of(results="Ponds", status="submitted").send_back(by=cast.focal_point, reason="Where?")
    words = read(client, cast.reporter)
    assert "Returned to you 1" in words
    assert "Drafts 1" in words
    assert "waiting to be accepted 1" in words
    assert "to accept" not in words.replace("waiting to be accepted", "")


def test_drafts_lead_to_the_form(client, cast, report_of):
    draft = report_of()
    client.force_login(cast.reporter)
    assert reverse("report_edit", args=[draft.pk]) in client.get(DESK).content.decode()


def test_others_see_nothing_of_it(client, cast, report_of):
    report_of()
    assert "Drafts 0" in read(client, cast.other_reporter)


def test_a_focal_point_finds_reports_to_accept_the_oldest_first(cast, report_of):
    reports = [report_of(results="Ponds", status="submitted") for _ in range(2)]
    assert list(Desk(cast.focal_point).to_accept) == reports
    assert not Desk(cast.reporter).to_accept


def test_a_report_on_a_text_of_another_lead_is_not_theirs_to_accept(cast, report_of):
    other = Resolution.objects.get(code="WCC-2016-Res-001")
    report_of(results="Ponds", status="submitted", resolution=other)
    both = report_of(results="Ponds")
    both.reported_texts.create(resolution=other)
    both.submit(by=cast.reporter)
    assert list(Desk(cast.focal_point).to_accept) == [both], "for their own text"
    assert len(Desk(cast.officer).to_accept) == 2


def test_texts_with_accepted_reports_wait_to_be_begun_until_they_are(client, cast, report_of):
    assert not Desk(cast.focal_point).to_begin
    report_of(results="Ponds", status="accepted")
    (one,) = Desk(cast.focal_point).to_begin
    assert (one.text, one.cycle, one.number) == (cast.resolution, cast.cycle, 1)
    bench = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])
    client.force_login(cast.focal_point)
    assert bench in client.get(DESK).content.decode()
    ProgressReport.objects.create(
        resolution=cast.resolution, cycle=cast.cycle, writer=cast.focal_point
    )
    desk = Desk(cast.focal_point)
    assert not desk.to_begin
    assert len(desk.in_work) == 1


def test_a_post_that_is_over_gives_nothing_to_do(cast, report_of):
    report_of(results="Ponds", status="submitted")
    Holder.objects.update(until=date(2020, 1, 1))
    assert not Desk(cast.focal_point).to_accept


def test_an_officer_finds_what_is_to_be_published_and_what_is_to_be_settled(client, cast):
    account = ProgressReport.objects.create(resolution=cast.resolution, cycle=cast.cycle)
    account.statements.create(section="results", text="Ponds", language="en", basis="own_knowledge")
    account.propose(by=cast.focal_point)
    Constituent.objects.create(kind_id="unresolved", name="7F3A-0001")
    words = read(client, cast.officer)
    assert "Progress Reports to publish 1" in words
    assert "1 name from imported pages that is not identified" in words
    led = cast.cycle.texts_without_lead()
    assert cast.resolution not in led
    assert f"{led.count()} texts of WCC 2016" in words


def test_only_officers_see_the_officers_lists(client, cast):
    for person in (cast.reporter, cast.focal_point):
        assert "To be settled" not in read(client, person)


def test_a_vacancy_is_seen_at_once(cast):
    Holder.objects.update(until=date(2020, 1, 1))
    assert cast.resolution in cast.cycle.texts_without_lead()


def test_who_works_for_nobody_is_welcomed(client, cast):
    client.force_login(cast.stranger)
    assert client.get(DESK).url == reverse("welcome")


@pytest.mark.parametrize("who", ["reporter", "focal_point", "officer"])
def test_many_reports_cost_no_more_queries(
    client, cast, report_of, who, django_assert_max_num_queries
):
    for _ in range(8):
        report_of()
        report_of(results="Ponds", status="submitted")
    client.force_login(getattr(cast, who))
    with django_assert_max_num_queries(32):
        client.get(DESK)


def test_who_is_asked_next_and_when_stands_on_their_desk(client, cast):
    today = timezone.localdate()
    due = min(today + timedelta(days=20), date(today.year, 12, 31))
    FocalPoint.objects.filter(resolution=cast.resolution).exclude(role="secretariat_lead").delete()
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    Holder.objects.create(post=post, person=cast.reporter)
    cast.cycle.reports_due_on = due
    cast.cycle.save()
    cast.cycle.rungs.create(days=(today - due).days + 1, audience="lead")
    assert "Next reminder on" in read(client, cast.reporter)
    assert "Next reminder on" not in read(client, cast.other_reporter)
