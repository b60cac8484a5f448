"""A report entered by the Secretariat on behalf of a constituent, and objections to it."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.reporting.account.sources import sources_of
from resrec.reporting.account.warnings import warnings_for
from resrec.reporting.models import ActivityReport, FocalPoint, Holder
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken

NEW = reverse("report_new")


@pytest.fixture
def entered(cast):
    """One that an officer entered for the Fen and Heath Trust, handed in."""

    def make(*, by=None, status="accepted"):
        report = ActivityReport.begin(
            by=cast.officer, constituent=cast.member, resolution=cast.resolution, language="en"
        )
        year = cast.cycle.year
        words = {"period_from": date(year, 1, 1), "period_to": date(year, 12, 31)}
        ActivityReport.objects.filter(pk=report.pk).update(results="Two bridges.", **words)
        report.refresh_from_db()
        report.submit(by=by or cast.officer)
        if status == "accepted":
            report.accept(by=cast.officer)
        return report

    return make


def objection_url(report):
    return reverse("report_objection", args=[report.pk])


@pytest.mark.parametrize("words", ["Estuary Watch", "estuary"])
def test_an_officer_begins_one_for_any_constituent(client, cast, words):
    client.force_login(cast.officer)
    data = {"text": "WCC 2016 Res 087", "series": uuid.uuid4(), "on_behalf_of": words}
    response = client.post(NEW, data)
    report = ActivityReport.objects.get()
    assert response.url == reverse("report_edit", args=[report.pk])
    assert (report.constituent, report.on_behalf) == (cast.other_member, True)
    assert client.get(response.url).status_code == 200


@pytest.mark.parametrize("words", ["Nobody at all", "e"])
def test_a_name_that_is_not_one_body_s_gets_a_message(client, cast, words):
    client.force_login(cast.officer)
    data = {"text": "WCC 2016 Res 087", "series": uuid.uuid4(), "on_behalf_of": words}
    assert "onstituent" in words_of(client.post(NEW, data))
    assert not ActivityReport.objects.exists()


def test_nobody_else_enters_one_on_behalf(client, cast):
    client.force_login(cast.reporter)
    data = {"text": "WCC 2016 Res 087", "series": uuid.uuid4(), "on_behalf_of": "Estuary Watch"}
    client.post(NEW, data)
    assert ActivityReport.objects.get().constituent == cast.member


def test_it_says_so_to_everyone(client, entered):
    page = words_of(client.get(entered().get_absolute_url()))
    assert "Entered by the Secretariat on behalf of Fen and Heath Trust." in page


def test_its_people_and_its_focal_points_are_told(cast, entered):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    Holder.objects.create(post=post, person=cast.stranger)
    entered()
    told = Mail.objects.filter(subject__contains="on behalf of Fen and Heath Trust")
    assert {mail.to for mail in told} == {"reporter@example.org", "stranger@example.org"}


def test_handed_in_by_its_own_people_it_is_their_word(cast, entered):
    report = entered(by=cast.reporter, status="submitted")
    assert not report.on_behalf
    assert not Mail.objects.filter(subject__contains="on behalf").exists()


def test_an_objection_shows_is_journalled_and_tells_officers(client, cast, entered):
    report = entered()
    client.force_login(cast.reporter)
    client.post(objection_url(report), {"reason": "We built one bridge."})
    client.logout()
    page = words_of(client.get(report.get_absolute_url()))
    assert "We built one bridge." in page
    assert Entry.objects.about(report).filter(verb="activity_report.objected").exists()
    assert Mail.objects.get(subject__contains="objects").to == "officer@example.org"


def test_an_objection_warns_the_synthesis_as_long_as_it_stands(cast, entered, account_of):
    report, account = entered(), account_of()
    report.object(by=cast.reporter, reason="We built one.")

    def kinds():
        return [one.kind for one in warnings_for(account, sources=sources_of(account))]

    assert "objected" in kinds()
    report.objections.get().withdraw(by=cast.reporter)
    assert "objected" not in kinds()


def test_an_answer_settles_it_and_tells_who_objected(client, cast, entered):
    report = entered()
    report.object(by=cast.reporter, reason="We built one.")
    client.force_login(cast.officer)
    url = reverse("objection_answer", args=[report.pk])
    page = words_of(client.post(url, {"answer": "Your letter of May says two."}, follow=True))
    assert "and was answered" in page
    assert Mail.objects.get(subject__contains="is answered").to == "reporter@example.org"
    client.post(url, {"answer": "Again."})
    assert report.objections.get().answer == "Your letter of May says two."


def test_one_objection_stands_at_a_time(cast, entered):
    report = entered()
    report.object(by=cast.reporter, reason="We built one.")
    with pytest.raises(RuleBroken, match="already"):
        report.object(by=cast.reporter, reason="Really.")


@pytest.mark.parametrize("reason", ["", "   "])
def test_an_objection_says_to_what(client, cast, entered, reason):
    report = entered()
    client.force_login(cast.reporter)
    response = client.post(objection_url(report), {"reason": reason})
    assert "Say in a sentence to what you object." in words_of(response)
    assert not report.objections.exists()


def test_nobody_objects_to_a_report_of_one_s_own(cast, report_of):
    with pytest.raises(RuleBroken):
        report_of(results="Ponds.", status="submitted").object(by=cast.reporter, reason="Hm.")


def test_an_officer_finds_the_draft_again(client, cast):
    ActivityReport.begin(
        by=cast.officer, constituent=cast.member, resolution=cast.resolution, language="en"
    )
    client.force_login(cast.officer)
    page = words_of(client.get(NEW, {"text": "WCC-2016-Res-087"}))
    assert "Go on with the draft of Fen and Heath Trust" in page
