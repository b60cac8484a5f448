"""Who may do what with an Activity Report: every action, by everyone, in every state.

0 is the sign-in page; hidden is 404, visible but forbidden 403.
"""

import pytest
from django.urls import reverse

from resrec.reporting.models import ActivityReport

CAST = ["reporter", "other_reporter", "focal_point", "officer", "stranger", "nobody"]
STATES = ["draft", "submitted", "returned", "accepted"]
SIGN_IN = 0

# In the order of CAST.
READ = {
    "draft": [200, 404, 404, 404, 404, SIGN_IN],
    "submitted": [200, 404, 200, 200, 404, SIGN_IN],
    "returned": [200, 404, 200, 200, 404, SIGN_IN],
    "accepted": [200, 200, 200, 200, 200, 200],
}
# What its own people do; who judges a report does not write in it.
OWN = {
    "draft": [None, 404, 404, 404, 404, SIGN_IN],
    "submitted": [None, 404, 403, 403, 404, SIGN_IN],
    "returned": [None, 404, 403, 403, 404, SIGN_IN],
    "accepted": [None, 403, 403, 403, 403, SIGN_IN],
}
JUDGE = {
    "draft": [403, 404, 404, 404, 404, SIGN_IN],
    "submitted": [403, 404, None, None, 404, SIGN_IN],
    "returned": [403, 404, None, None, 404, SIGN_IN],
    "accepted": [403, 403, None, None, 403, SIGN_IN],
}
ACTIONS = {
    "edit": OWN,
    "autosave": OWN,
    "submission": OWN,
    "discard": OWN,
    "correction": OWN,
    "acceptance": JUDGE,
    "return": JUDGE,
}
# What one press with an empty form does move; the others need words, or open a new version.
MOVED = [("draft", "submission"), ("draft", "discard"), ("submitted", "acceptance")]


@pytest.fixture
def in_state(cast, report_of):
    def make(state):
        if state != "returned":
            return report_of(results="Ponds", status=state)
        report = report_of(results="Ponds", status="submitted")
        report.send_back(by=cast.focal_point, reason="Where?")
        return report

    return make


def status_of(answer):
    """Give the status, or SIGN_IN when the answer leads there."""
    return (
        SIGN_IN if answer.status_code == 302 and "/sign-in/" in answer.url else answer.status_code
    )


def sign_in(client, cast, who):
    if who != "nobody":
        client.force_login(getattr(cast, who))


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", CAST)
def test_reading(client, cast, in_state, who, state):
    report = in_state(state)
    sign_in(client, cast, who)
    answer = client.get(reverse("activity_report", args=[report.pk]))
    assert status_of(answer) == READ[state][CAST.index(who)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("action", ACTIONS)
def test_acting(client, cast, in_state, action, who, state):
    report = in_state(state)
    sign_in(client, cast, who)
    answer = client.post(reverse(f"report_{action}", args=[report.pk]))
    expected = ACTIONS[action][state][CAST.index(who)]
    if expected is None:
        assert status_of(answer) in (200, 302, 409), "they may; the rules say whether it can be"
    else:
        assert status_of(answer) == expected
    stands = ActivityReport.objects.filter(pk=report.pk, status=state).exists()
    assert stands != (expected is None and (state, action) in MOVED)


@pytest.mark.parametrize("action", ["autosave", "submission", "correction", "acceptance", "return"])
def test_following_a_link_changes_nothing(client, cast, in_state, action):
    report = in_state("submitted")
    client.force_login(cast.officer)
    assert client.get(reverse(f"report_{action}", args=[report.pk])).status_code == 405


@pytest.mark.parametrize("action", ["edit", "discard", "acceptance"])
def test_a_report_that_does_not_exist_is_not_found(client, cast, action):
    client.force_login(cast.reporter)
    assert client.post(reverse(f"report_{action}", args=[9999])).status_code == 404


def test_people_of_another_time_do_not_reach_a_draft(client, cast, in_state):
    from datetime import date, timedelta

    report = in_state("draft")
    cast.reporter.memberships.update(until=date.today() - timedelta(days=1))
    client.force_login(cast.reporter)
    assert client.get(reverse("report_edit", args=[report.pk])).status_code == 404


def test_people_of_a_body_that_was_merged_reach_its_drafts(client, cast, in_state):
    report = in_state("draft")
    cast.member.merge_into(cast.other_member, by=cast.officer)
    client.force_login(cast.other_reporter)
    assert client.get(reverse("report_edit", args=[report.pk])).status_code == 200
