"""Beginning an Activity Report: the text by its code, the constituent, one draft a page."""

import uuid

import pytest
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.people.models import Membership
from resrec.reporting.models import ActivityReport
from resrec.reporting.tests.pages import sent_by, words_of

NEW = reverse("report_new")


def begin(client, text, **more):
    return client.post(NEW, {"text": text, "series": uuid.uuid4()} | more)


@pytest.mark.parametrize("code", ["WCC 2016 Res 087", "wcc-2016-res-087-EN", " WCC 2016 Res 87 "])
def test_a_code_in_any_spelling_begins_a_draft(client, cast, code):
    client.force_login(cast.reporter)
    response = begin(client, code)
    report = ActivityReport.objects.get()
    assert response.status_code == 302
    assert response.url == reverse("report_edit", args=[report.pk])
    assert list(report.resolutions.all()) == [cast.resolution]
    assert (report.constituent, report.entered_by) == (cast.member, cast.reporter)
    assert Entry.objects.about(report).get().verb == "activity_report.opened"


def test_the_page_of_a_text_leads_here_with_its_code(client, cast):
    client.force_login(cast.reporter)
    page = client.get(NEW, {"text": "WCC-2016-Res-087"})
    assert "Fen and Heath Trust" in words_of(page)
    response = client.post(NEW, sent_by(page, NEW))
    assert response.status_code == 302


def test_the_same_page_sent_twice_begins_one_report(client, cast):
    client.force_login(cast.reporter)
    sent = sent_by(client.get(NEW, {"text": "WCC-2016-Res-087"}), NEW)
    first, second = (client.post(NEW, sent) for _ in range(2))
    assert first.url == second.url
    assert ActivityReport.objects.count() == 1
    assert Entry.objects.filter(verb="activity_report.opened").count() == 1


def test_a_second_report_on_a_text_is_normal_and_the_open_draft_is_offered(client, cast, report_of):
    client.force_login(cast.reporter)
    draft = report_of()
    assert (
        reverse("report_edit", args=[draft.pk])
        in client.get(NEW, {"text": "WCC-2016-Res-087"}).content.decode()
    )
    begin(client, "WCC-2016-Res-087")
    assert ActivityReport.objects.count() == 2


def test_an_ambiguous_number_shows_both_and_one_press_chooses(client, cast):
    from resrec.library.models import Assembly, Resolution

    athens = Assembly.objects.get(code="GA-1958")
    Resolution.objects.create(assembly=athens, kind_id="Res", number=87, code="GA-1958-Res-087")
    client.force_login(cast.reporter)
    page = begin(client, "6.087")
    assert page.status_code == 200
    assert "more than one text" in words_of(page)
    assert 'value="GA-1958-Res-087"' in page.content.decode()
    begin(client, "6.087", chosen="WCC-2016-Res-087")
    assert ActivityReport.objects.get().resolutions.get() == cast.resolution


def test_a_number_of_which_only_one_text_is_known_is_not_guessed_either(client, cast):
    client.force_login(cast.reporter)
    words = words_of(begin(client, "6.087"))
    assert "Athens: no text with this number is known here" in words
    assert "WCC 2016 Res 087" in words
    assert not ActivityReport.objects.exists()


def test_a_code_that_does_not_exist_keeps_what_was_typed_and_names_the_nearest(client, cast):
    client.force_login(cast.reporter)
    page = begin(client, "WCC 2016 Res 987")
    assert sent_by(page, NEW)["text"] == ["WCC 2016 Res 987"]
    assert "no text with this code" in words_of(page)
    assert 'name="chosen" value="WCC-2016-' in page.content.decode()


@pytest.mark.parametrize("text", ["", "  ", "\x00", "rivers & <b>", "9" * 100])
def test_nonsense_gets_a_message(client, cast, text):
    client.force_login(cast.reporter)
    assert begin(client, text).status_code == 200
    assert not ActivityReport.objects.exists()


def test_who_works_for_two_chooses_between_their_own(client, cast):
    Membership.objects.create(person=cast.reporter, constituent=cast.commission)
    client.force_login(cast.reporter)
    assert "Say for which constituent" in words_of(begin(client, "WCC-2016-Res-087"))
    begin(client, "WCC-2016-Res-087", constituent=cast.other_member.pk)
    assert not ActivityReport.objects.exists()
    begin(client, "WCC-2016-Res-087", constituent=cast.commission.pk)
    assert ActivityReport.objects.get().constituent == cast.commission


def test_nobody_reports_for_another_constituent(client, cast):
    client.force_login(cast.reporter)
    begin(client, "WCC-2016-Res-087", constituent=cast.other_member.pk)
    assert ActivityReport.objects.get().constituent == cast.member


def test_a_person_without_constituent_is_told_what_to_do(client, cast):
    client.force_login(cast.stranger)
    assert client.get(NEW).url == reverse("welcome")
    assert begin(client, "WCC-2016-Res-087").url == reverse("welcome")
    assert not ActivityReport.objects.exists()


def test_nobody_is_asked_to_sign_in(client, db):
    assert reverse("sign_in") in client.get(NEW).url
