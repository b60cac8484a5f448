"""What would help, as a reader of a text and a donor looking over a Congress see it."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resrec.reporting.tests.pages import words_of

MONEY = {"kind_id": "money", "description": "Pumps", "amount": Decimal("900"), "currency": "KES"}


@pytest.fixture
def report(cast, report_of):
    """Accepted, with a need for money in Kenya, one for people, and one that is private."""
    report = report_of(
        results="Ponds.",
        needs=[
            MONEY,
            {"kind_id": "people", "description": "Two divers"},
            {"kind_id": "contact", "description": "A secret", "key": "aaaaaaaa"},
        ],
        private_fields=["need:aaaaaaaa/description"],
    )
    report.countries.set(["KE"])
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    return report


def listed(client, **asked):
    return client.get(reverse("open_needs", args=["WCC-2016"]), asked)


def test_the_text_shows_open_needs_first_and_no_private_ones(client, cast, report):
    report.needs.get(kind="money").mark_met(by=cast.reporter, name="A mill")
    page = words_of(client.get(cast.resolution.get_absolute_url()))
    assert page.index("Two divers") < page.index("Pumps") < page.index("Met by A mill")
    assert "Fen and Heath Trust" in page
    assert "A secret" not in page


def test_a_later_report_tells_it_anew_and_can_make_it_private(client, cast, report, report_of):
    need = report.needs.get(kind="people")
    again = {"kind_id": "people", "lineage": need.lineage, "key": "bbbbbbbb"}
    later = report_of(results="More.", needs=[again | {"description": "One diver"}])
    later.submit(by=cast.reporter)
    later.accept(by=cast.focal_point)
    page = words_of(client.get(cast.resolution.get_absolute_url()))
    assert ("One diver" in page, "Two divers" in page) == (True, False)
    hiding = later.correct(by=cast.reporter)
    hiding.private_fields = ["need:bbbbbbbb/description"]
    hiding.save()
    hiding.submit(by=cast.reporter)
    hiding.accept(by=cast.focal_point)
    page = words_of(client.get(cast.resolution.get_absolute_url()))
    assert ("One diver" in page, "Two divers" in page) == (False, False)


def test_drafts_and_submitted_reports_name_no_need_in_public(client, cast, report_of):
    report_of(results="Ponds.", needs=[MONEY])
    report_of(results="Ponds.", needs=[MONEY], status="submitted")
    assert "Pumps" not in words_of(client.get(cast.resolution.get_absolute_url()))
    assert "No open need is named" in words_of(listed(client))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Pumps", "Two divers"}),
        ({"kind": "money"}, {"Pumps"}),
        ({"kind": "decision"}, set()),
        ({"country": "ke", "kind": "people"}, {"Two divers"}),
        ({"country": "FR"}, set()),
        ({"kind": "\x00", "country": "%"}, set()),
        ({"page": "x"}, {"Pumps", "Two divers"}),
    ],
)
def test_the_list_of_a_congress_is_narrowed(client, report, asked, found):
    page = words_of(listed(client, **asked))
    assert {words for words in ("Pumps", "Two divers", "A secret") if words in page} == found


def test_what_was_met_is_no_longer_listed(client, cast, report):
    need = report.needs.get(kind="money")
    need.mark_met(by=cast.reporter)
    assert "Pumps" not in words_of(listed(client))
    need.met.take_back(by=cast.reporter)
    assert "Pumps" in words_of(listed(client))


def test_queries_do_not_grow_with_needs(client, cast, report, report_of):
    addresses = [reverse("open_needs", args=["WCC-2016"]), cast.resolution.get_absolute_url()]

    def asked(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    before = [asked(address) for address in addresses]
    for _number in range(3):
        report_of(results="Ponds.", needs=[MONEY, MONEY], status="accepted")
    assert [asked(address) for address in addresses] == before
