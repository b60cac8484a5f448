"""Two officers publish one Progress Report at the same moment: one does, and the other is told.

Only PostgreSQL lets both in, and there the second waits for the first; SQLite lets one write.
"""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.people.models import Membership, User
from resrec.reporting.models import ProgressReport
from resrec.reporting.tests.test_two_verdicts_at_once import at_once

SAID = ("Someone else has just changed", "That step is not open")


@pytest.fixture
def officers(committed, cast):
    second = User.objects.create_user("second@example.org", name="Second")
    Membership.objects.create(person=second, constituent=cast.secretariat, role="officer")
    return cast.officer, second


def read_anew(account):
    return ProgressReport.objects.get(pk=account.pk)


def verbs_about(account):
    return [entry.verb for entry in Entry.objects.about(account)]


def test_of_two_who_publish_one_does(officers, account_of, cast):
    account = account_of(status="proposed")
    told = Mail.objects.count()
    mine, theirs = read_anew(account), read_anew(account)
    refused = at_once(
        lambda: mine.publish(by=officers[0]),
        lambda: theirs.publish(by=officers[1]),
    )
    assert len(refused) == 1
    assert connection.vendor == "sqlite" or refused[0].startswith(SAID)
    assert read_anew(account).status == "published"
    assert verbs_about(account).count("progress_report.published") == 1
    mails = Mail.objects.order_by("pk")[told:].values_list("to", flat=True)
    assert len(mails) == len(set(mails))
    assert Entry.objects.first_broken() is None


def test_one_version_stands_when_two_publish_the_next(officers, account_of, cast):
    first = account_of(status="published")
    second = first.open_next_version(by=cast.focal_point)
    ProgressReport.objects.filter(pk=second.pk).update(notice="A pond more.")
    second = read_anew(second)
    second.propose(by=cast.focal_point)
    mine, theirs = read_anew(second), read_anew(second)
    at_once(lambda: mine.publish(by=officers[0]), lambda: theirs.publish(by=officers[1]))
    same = ProgressReport.objects.filter(resolution=first.resolution, cycle=first.cycle)
    assert list(same.published()) == [second]
    assert read_anew(first).status == "superseded"
    assert verbs_about(first).count("progress_report.superseded") == 1


def test_whoever_comes_second_reads_why(officers, account_of):
    account = account_of(status="proposed")
    answers = []

    def press(officer):
        client = Client()
        client.force_login(officer)
        place = reverse("progress_publication", args=[account.pk])
        answers.append(client.post(place, follow=True))

    at_once(lambda: press(officers[0]), lambda: press(officers[1]))
    assert read_anew(account).status == "published"
    assert verbs_about(account).count("progress_report.published") == 1
    if connection.vendor == "postgresql":
        assert [answer.status_code for answer in answers] == [200, 200]
        refused = [answer for answer in answers if any(said in answer.text for said in SAID)]
        assert len(refused) == 1
