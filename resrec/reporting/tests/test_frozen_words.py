"""Submitted and published words refuse change in the database itself."""

import pytest
from django.db import IntegrityError, transaction

from resrec.reporting.models import ActivityReport, ProgressReport, Statement


@pytest.fixture
def submitted(report_of):
    return report_of(
        results="Three ponds were dug.",
        status="submitted",
        activities=[{"kind_id": "field", "description": "Digging"}],
    )


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


def test_words_of_a_submitted_report_are_frozen(submitted):
    found = ActivityReport.objects.filter(pk=submitted.pk)
    refused(lambda: found.update(results="Four ponds were dug."))
    refused(lambda: submitted.activities.update(description="Filling"))
    refused(lambda: submitted.activities.all().delete())
    refused(lambda: submitted.activities.create(kind_id="field", description="More"))
    refused(lambda: submitted.needs.create(kind_id="people", description="Divers"))
    refused(lambda: submitted.countries.add("FR"))
    refused(lambda: submitted.reported_texts.all().delete())


def test_a_verdict_may_still_come(submitted, cast):
    submitted.accept(by=cast.focal_point)
    assert submitted.reported_texts.get().verdict == "accepted"


def test_returning_leaves_the_version_and_opens_the_next(submitted, cast):
    draft = submitted.send_back(by=cast.focal_point, reason="Which ponds?")
    assert (draft.version, draft.status, draft.results) == (2, "draft", submitted.results)
    assert [a.key for a in draft.activities.all()] == [a.key for a in submitted.activities.all()]
    assert submitted.reported_texts.get().reason == "Which ponds?"


def test_the_reasons_of_a_return_are_frozen(submitted, cast):
    submitted.send_back(by=cast.focal_point, reason="Which ponds?")
    refused(lambda: submitted.return_reasons.update(words="No ponds?"))
    refused(lambda: submitted.return_reasons.all().delete())


def test_words_of_a_published_account_are_frozen(cast):
    account = ProgressReport.objects.create(resolution=cast.resolution, cycle=cast.cycle)
    statement = account.statements.create(
        section="results", text="Ponds were dug.", language="en", basis="own_knowledge"
    )
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    refused(lambda: Statement.objects.filter(pk=statement.pk).update(text="None were."))
    refused(lambda: account.statements.all().delete())
    refused(lambda: ProgressReport.objects.filter(pk=account.pk).update(planned="yes"))
