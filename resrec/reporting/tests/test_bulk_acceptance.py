"""Accepting many reports at one press, the exceptions picked out."""

import pytest
from django.urls import reverse

from resrec.reporting.judging.bulk_acceptance import waiting_for
from resrec.reporting.models import ActivityReport
from resrec.reporting.tests.pages import sent_by, words_of

LONG = "Ten ponds were dug along the river by volunteers of three villages in the spring."


@pytest.fixture
def known(report_of):
    """Of this constituent a report has been accepted before."""
    return report_of(results=LONG, status="accepted")


def doubts(user):
    return [one.doubts for one in waiting_for(user)]


def test_a_plain_report_raises_no_doubt(cast, known, report_of):
    report_of(results=LONG, status="submitted")
    assert doubts(cast.focal_point) == [[]]
    assert doubts(cast.officer) == [[]]
    assert doubts(cast.reporter) == []


def test_what_should_be_read_first_is_said(cast, known, report_of):
    report_of(results="Ponds.", private_fields=["results"], status="submitted")
    report_of(results=LONG, by=cast.other_reporter, status="submitted")
    known.correct(by=cast.reporter).submit(by=cast.reporter)
    assert doubts(cast.officer) == [
        ["holds private passages", "very short"],
        ["the first report of this constituent"],
        ["a correction of an earlier version"],
    ]


def test_the_plain_ones_are_accepted_at_one_press(client, cast, known, report_of):
    plain = [report_of(results=LONG, status="submitted") for _number in range(3)]
    short = report_of(results="Ponds.", status="submitted")
    client.force_login(cast.focal_point)
    page = client.get(reverse("review"))
    assert "3 are ticked to begin with." in words_of(page)
    answer = client.post(reverse("review"), sent_by(page, reverse("review")), follow=True)
    assert "3 reports are accepted." in answer.content.decode()
    assert {one.status for one in ActivityReport.objects.filter(pk__in=[p.pk for p in plain])} == {
        "accepted"
    }
    short.refresh_from_db()
    assert short.status == "submitted"


def test_one_that_was_judged_meanwhile_does_not_stop_the_others(client, cast, known, report_of):
    first, second = (report_of(results=LONG, status="submitted") for _number in range(2))
    client.force_login(cast.officer)
    sent = sent_by(client.get(reverse("review")), reverse("review"))
    first.accept(by=cast.focal_point)
    client.post(reverse("review"), sent)
    second.refresh_from_db()
    assert second.status == "accepted"


def test_nobody_accepts_what_is_not_theirs(client, cast, known, report_of):
    report = report_of(results=LONG, status="submitted")
    client.force_login(cast.other_reporter)
    client.post(reverse("review"), {"report": report.pk})
    report.refresh_from_db()
    assert report.status == "submitted"


def test_queries_do_not_grow_with_what_waits(cast, known, report_of, django_assert_max_num_queries):
    for _number in range(6):
        report_of(results=LONG, status="submitted")
    with django_assert_max_num_queries(16):
        waiting_for(cast.officer)
