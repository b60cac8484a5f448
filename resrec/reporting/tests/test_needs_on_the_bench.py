"""Beside the account the writer sees what would help, and can quote it."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resrec.reporting.tests.pages import words_of

NEED = {"kind_id": "people", "description": "Two divers"}


def place_of(account):
    return [account.resolution.code, account.cycle.year]


def test_open_needs_are_shown_and_can_be_quoted(client, cast, report_of, account_of):
    report_of(results="Ponds.", needs=[NEED], status="accepted")
    client.force_login(cast.focal_point)
    page = words_of(client.get(reverse("progress_bench", args=place_of(account_of()))))
    assert "What would help: 1 open need" in page
    assert page.count("Two divers") == 2


def test_queries_do_not_grow_with_needs(client, cast, report_of, account_of):
    for _number in range(2):
        report_of(results="Ponds.", needs=[NEED], status="accepted")
    address = reverse("progress_bench", args=place_of(account_of()))
    client.force_login(cast.focal_point)

    def asked():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    before = asked()
    for _number in range(3):
        report_of(results="Ponds.", needs=[NEED, NEED], status="accepted")
    assert asked() == before
