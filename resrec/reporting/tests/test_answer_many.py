"""The list of all texts on which a person's constituents are to say something."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resrec.library.models import Resolution
from resrec.people.models import Membership
from resrec.reporting.models import ActivityReport, FocalPoint
from resrec.reporting.tests.pages import words_of

URL = reverse("short_answers")


@pytest.fixture
def ask(cast):
    def make(*numbers):
        texts = [
            Resolution.objects.create(
                assembly=cast.resolution.assembly,
                kind_id="Res",
                number=number,
                code=f"WCC-2016-Res-{number}",
            )
            for number in numbers
        ]
        for text in texts:
            FocalPoint.objects.create(resolution=text, role_id="member", constituent=cast.member)
        return texts

    return make


def test_it_lists_texts_that_were_asked_about_or_reported_on(client, cast, ask, report_of):
    ask(901)
    report_of(results="Ponds.", status="submitted")
    client.force_login(cast.reporter)
    page = words_of(client.get(URL))
    assert "WCC 2016 Res 901" in page
    assert "WCC 2016 Res 087" in page
    assert "You have reported in full" in page
    assert "WCC 2016 Res 001" not in page


def test_a_press_in_the_list_leads_back_to_its_place(client, cast, ask):
    first, _second = ask(901, 902)
    client.force_login(cast.reporter)
    data = {"kind": "done", "constituent": cast.member.pk, "page": "1"}
    response = client.post(reverse("short_answer", args=[first.code]), data)
    assert response["Location"] == f"{URL}?page=1#text-{first.pk}"
    page = words_of(client.get(URL))
    assert page.count("Your answer for") == 1
    assert ActivityReport.objects.get().kind == "done"


def test_more_texts_take_no_more_queries(client, cast, ask, report_of):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            client.get(URL)
        return len(seen)

    client.force_login(cast.reporter)
    for text in ask(901, 902):
        report_of(results="Ponds.", status="accepted", resolution=text)
    few = asked()
    for text in ask(903, 904, 905, 906, 907):
        report_of(results="Ponds.", status="accepted", resolution=text)
    assert asked() == few


def test_whoever_was_asked_nothing_is_told_so(client, cast):
    client.force_login(cast.other_reporter)
    assert "There is no text on which you were asked" in words_of(client.get(URL))


def test_a_body_that_a_text_does_not_concern_is_not_asked(client, cast, ask):
    ask(901)
    Membership.objects.create(person=cast.reporter, constituent=cast.commission)
    client.force_login(cast.reporter)
    page = words_of(client.get(URL))
    assert "Fen and Heath Trust" in page
    assert "Commission on Quiet Places" not in page


def test_the_secretariat_s_own_posts_ask_for_no_report(client, cast):
    client.force_login(cast.focal_point)
    assert "WCC 2016 Res 087" not in words_of(client.get(URL))
