"""The calendar of deadlines, read back by rules of RFC 5545 written anew here."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.people.models import MailChoices
from resrec.reporting.asking.calendar import escaped, folded
from resrec.reporting.tests.asking import give_post

pytestmark = pytest.mark.django_db


def read(content):
    """Unfold, check the form of each line, and give the events as dicts of raw values."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    whole = content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    pairs = [line.split(":", 1) for line in whole]
    assert pairs[0] == ["BEGIN", "VCALENDAR"]
    assert pairs[-1] == ["END", "VCALENDAR"]
    events, event = [], None
    for name, value in pairs[1:-1]:
        if (name, value) == ("BEGIN", "VEVENT"):
            event = {}
        elif (name, value) == ("END", "VEVENT"):
            events.append(event)
            event = None
        elif event is not None:
            event[name] = value
    return events


@pytest.fixture
def feed(cast, client):
    cast.cycle.reports_due_on = date(cast.cycle.year, 12, 1)
    cast.cycle.save()
    give_post("member", cast.member, cast.reporter, cast.resolution)
    choices = MailChoices.of(cast.reporter)

    def fetch(token=None):
        return client.get(reverse("calendar", args=[token or choices.calendar_token]))

    return fetch


def test_each_text_to_answer_for_is_a_day_in_it(feed, cast):
    answered = feed()
    assert answered["Content-Type"].startswith("text/calendar")
    (event,) = read(answered.content)
    assert event["DTSTART;VALUE=DATE"] == f"{cast.cycle.year}1201"
    assert event["DTEND;VALUE=DATE"] == f"{cast.cycle.year}1202"
    assert cast.resolution.label in event["SUMMARY"]
    assert read(feed().content)[0]["UID"] == event["UID"]


def test_what_is_answered_is_due_no_more(feed, report_of):
    report_of(results="Bridges.", status="submitted")
    assert read(feed().content) == []


def test_a_renewed_address_takes_the_place_of_the_old(feed, cast, client):
    old = MailChoices.of(cast.reporter).calendar_token
    client.force_login(cast.reporter)
    client.post(reverse("calendar_renewal"))
    assert feed(old).status_code == 404
    assert feed(MailChoices.of(cast.reporter).calendar_token).status_code == 200
    assert feed("x" * 40).status_code == 404


def test_values_are_escaped_and_long_lines_folded_between_letters():
    assert escaped("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne"
    line = "SUMMARY:" + "é" * 200
    pieces = folded(line).encode().split(b"\r\n")[:-1]
    assert all(len(piece) <= 75 for piece in pieces)
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode() == line
