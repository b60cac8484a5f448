"""A body that is merged into another while its draft is open: the draft is finished as theirs."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.reporting.asking.silence import silent
from resrec.reporting.models import ActivityReport
from resrec.reporting.tests.asking import give_post
from resrec.reporting.tests.pages import sent_by


@pytest.fixture
def draft(cast):
    draft = ActivityReport.begin(
        by=cast.other_reporter,
        constituent=cast.other_member,
        resolution=cast.resolution,
        language="en",
        results="Bridges.",
        period_from=date(cast.cycle.year, 1, 1),
        period_to=date(cast.cycle.year, 1, 31),
    )
    cast.other_member.merge_into(cast.member, by=cast.officer)
    return ActivityReport.objects.get(pk=draft.pk)


@pytest.mark.parametrize("writer", ["other_reporter", "reporter"])
def test_people_of_either_body_save_and_hand_it_in(client, cast, draft, writer):
    client.force_login(getattr(cast, writer))
    address = reverse("report_edit", args=[draft.pk])
    opened = sent_by(client.get(address), address)
    client.post(reverse("report_submission", args=[draft.pk]), opened | {"results": "Three."})
    draft.refresh_from_db()
    assert (draft.status, draft.results) == ("submitted", "Three.")
    assert draft.reporter == cast.member


def test_the_report_breaks_the_silence_of_the_body_that_it_became(cast, cycle_post, draft):
    assert [body for _post, _text, body in silent([cast.resolution], cast.cycle)] == [
        cast.member.pk
    ]
    draft.submit(by=cast.other_reporter)
    assert silent([cast.resolution], cast.cycle) == []


@pytest.fixture
def cycle_post(cast):
    return give_post("member", cast.member, cast.reporter, cast.resolution)


def test_taking_the_merge_back_gives_the_draft_back(client, cast, draft):
    cast.other_member.refresh_from_db()
    cast.other_member.unmerge(by=cast.officer)
    client.force_login(cast.reporter)
    assert client.get(reverse("report_edit", args=[draft.pk])).status_code == 404
    client.force_login(cast.other_reporter)
    assert client.get(reverse("report_edit", args=[draft.pk])).status_code == 200
