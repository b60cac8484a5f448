"""Two people judge one report at the same moment: one verdict stands, and it is said to the other.

Only PostgreSQL lets both in, and there the second waits for the first; SQLite lets one write.
"""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from resrec.journal.models import Entry, Mail
from resrec.library.models import Resolution
from resrec.reporting.judging.acceptance_by_rule import accept_waiting
from resrec.reporting.models import ActivityReport, Trust
from resrec.rules import RuleBroken


def at_once(*steps):
    """Take the steps in threads that start together; gives the messages of those refused."""
    ready, refused = Barrier(len(steps)), []

    def take(step):
        ready.wait(timeout=20)
        try:
            step()
        except (RuleBroken, OperationalError) as error:  # SQLite may be busy: nothing is stored
            refused.append(str(error))
        finally:
            connection.close()

    threads = [Thread(target=take, args=[step]) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return refused


@pytest.fixture
def submitted(committed, cast, report_of):
    return report_of(results="Two ponds were dug.", status="submitted")


def read_anew(report):
    return ActivityReport.objects.get(pk=report.pk)


def test_of_two_verdicts_on_a_text_one_stands(submitted, cast):
    accepting, returning = read_anew(submitted), read_anew(submitted)
    refused = at_once(
        lambda: accepting.accept(by=cast.focal_point),
        lambda: returning.send_back(by=cast.officer, reason="Where are the ponds?"),
    )
    assert len(refused) == 1
    report = read_anew(submitted)
    verdict = report.reported_texts.get().verdict
    assert report.status == verdict
    assert verdict in ("accepted", "returned")
    drafts = ActivityReport.objects.drafts().filter(replaces=report)
    assert drafts.count() == report.return_reasons.count() == (verdict == "returned")
    verbs = [entry.verb for entry in Entry.objects.about(report)]
    assert verbs.count("activity_report.accepted") + verbs.count("activity_report.returned") == 1
    told = Mail.objects.filter(to=cast.reporter.email)
    assert told.count() == 1


def test_two_who_judge_two_texts_at_once_conclude_the_report(committed, cast, report_of):
    """Neither may see the other's text waiting for ever."""
    report = report_of(results="Two ponds were dug.")
    other = Resolution.objects.get(code="WCC-2016-Res-001")
    report.reported_texts.create(resolution=other)
    report.submit(by=cast.reporter)
    first, second = read_anew(report), read_anew(report)
    refused = at_once(
        lambda: first.accept(by=cast.focal_point, texts=[cast.resolution.pk]),
        lambda: second.accept(by=cast.officer, texts=[other.pk]),
    )
    if refused:  # a busy SQLite has let one in: the other presses again
        assert connection.vendor == "sqlite"
        read_anew(report).accept(by=cast.officer)
    assert read_anew(report).status == "accepted"
    verbs = [entry.verb for entry in Entry.objects.about(report)]
    assert verbs.count("activity_report.accepted") == 1


def test_the_rule_run_twice_beside_a_person_s_verdict_gives_one(
    committed, cast, report_of, settings
):
    settings.SPOT_CHECK_ONE_IN = 0
    words = "Ten ponds were dug along the river by volunteers of three villages in the spring."
    report_of(results=words, status="accepted")
    report = report_of(results=words, status="submitted")
    long_ago = timezone.now() - timedelta(days=60)
    ActivityReport.objects.filter(pk=report.pk).update(submitted_at=long_ago)
    given = {"days": 30, "reason": "Known.", "given_by": cast.officer, "given_at": long_ago}
    Trust.objects.create(constituent=cast.member, **given)
    returning = read_anew(report)
    at_once(
        accept_waiting,
        lambda: returning.send_back(by=cast.officer, reason="Where are the ponds?"),
        accept_waiting,
    )
    verbs = [entry.verb for entry in Entry.objects.about(report)]
    ends = ("activity_report.accepted", "activity_report.returned", "activity_report.held")
    assert sum(verbs.count(end) for end in ends) == 1
