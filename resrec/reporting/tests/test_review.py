"""What becomes of a submitted report: accepted, returned with a reason, corrected."""

import pytest
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.people.models import Membership
from resrec.reporting.models import ActivityReport
from resrec.reporting.tests.pages import sent_by, words_of


@pytest.fixture
def report(report_of):
    made = report_of(
        results="Two ponds",
        status="submitted",
        activities=[{"description": "Dug", "kind_id": "field"}],
        private_fields=["challenges"],
        challenges="A quarrel",
    )
    Mail.objects.all().delete()
    return made


@pytest.fixture
def press(client, cast, report):
    """Press a button of the report's page as one of the cast."""

    def post(action, *, who="focal_point", **words):
        client.force_login(getattr(cast, who))
        answer = client.post(reverse(f"report_{action}", args=[report.pk]), words)
        report.refresh_from_db()
        return answer

    return post


def verbs(report):
    return [entry.verb for entry in Entry.objects.about(report)]


@pytest.mark.parametrize("who", ["focal_point", "officer"])
def test_accepting_makes_it_public(client, press, report, who):
    assert press("acceptance", who=who).status_code == 302
    assert report.status == "accepted"
    assert report.reported_texts.get().verdict == "accepted"
    assert verbs(report)[-1] == "activity_report.accepted"
    client.logout()
    assert client.get(report.get_absolute_url()).status_code == 200


def test_who_wrote_it_is_told_of_the_acceptance_in_their_language(press, cast, report):
    cast.reporter.language = "es"
    cast.reporter.save()
    press("acceptance")
    mail = Mail.objects.get()
    assert (mail.to, mail.language) == (cast.reporter.email, "es")
    assert f"/es/reports/{report.pk}/" in mail.text


def test_accepting_twice_gives_a_message_and_one_entry(client, press, report):
    press("acceptance")
    answer = press("acceptance")
    assert answer.status_code == 302
    assert "not open to this report" in client.get(answer.url).content.decode()
    assert verbs(report).count("activity_report.accepted") == 1


@pytest.mark.parametrize("reason", ["", "   "])
def test_returning_needs_a_reason(press, report, reason):
    page = press("return", reason=reason)
    assert "Say what should be changed" in words_of(page)
    assert report.status == "submitted"


def test_a_returned_report_stays_as_it_was_and_the_next_version_opens(press, cast, report):
    press("return", reason="Where are the ponds?")
    draft = report.replaced_by
    assert report.status == "returned"
    assert report.reported_texts.get().reason == "Where are the ponds?"
    assert (draft.status, draft.version, draft.series) == ("draft", 2, report.series)
    assert (draft.results, draft.private_fields) == (report.results, report.private_fields)
    assert [a.key for a in draft.activities.all()] == [a.key for a in report.activities.all()]


def test_the_reasons_stand_on_top_of_the_next_version(client, press, cast, report):
    press("return", reason="Where are the ponds?")
    client.force_login(cast.reporter)
    page = client.get(reverse("report_edit", args=[report.replaced_by.pk]))
    assert "Where are the ponds?" in words_of(page)
    assert "Where are the ponds?" in words_of(client.get(report.get_absolute_url()))


def test_who_wrote_it_reads_the_reason_in_a_mail_that_leads_to_the_draft(press, cast, report):
    press("return", reason="Where are <the> ponds?")
    mail = Mail.objects.get()
    assert mail.to == cast.reporter.email
    assert "Where are <the> ponds?" in mail.text
    assert reverse("report_edit", args=[report.replaced_by.pk]) in mail.text


def test_when_who_wrote_it_has_left_their_colleagues_are_told(press, cast, report):
    Membership.objects.filter(person=cast.reporter).delete()
    Membership.objects.create(person=cast.stranger, constituent=cast.member)
    press("return", reason="Where are the ponds?")
    assert [mail.to for mail in Mail.objects.all()] == [cast.stranger.email]


def test_the_draft_after_a_return_can_be_discarded_and_opened_again(client, press, cast, report):
    press("return", reason="Where?")
    client.force_login(cast.reporter)
    client.post(reverse("report_discard", args=[report.replaced_by.pk]))
    answer = press("correction", who="reporter")
    draft = ActivityReport.objects.get(status="draft")
    assert answer.url == reverse("report_edit", args=[draft.pk])
    assert (draft.version, draft.replaces) == (2, report)


def test_a_correction_is_a_new_version_and_the_old_one_stands_until_it_is_accepted(
    client, press, cast, report
):
    press("acceptance")
    press("correction", who="reporter")
    again = press("correction", who="reporter")
    draft = ActivityReport.objects.get(status="draft")
    assert again.url == reverse("report_edit", args=[draft.pk]), "one correction at a time"
    assert list(ActivityReport.objects.current()) == [report]
    draft.submit(by=cast.reporter)
    answer = press("correction", who="reporter")
    assert "has been submitted already" in client.get(answer.url).content.decode()
    draft.accept(by=cast.focal_point)
    assert list(ActivityReport.objects.current()) == [draft]
    client.logout()
    page = words_of(client.get(report.get_absolute_url()))
    assert "Corrected on" in page
    assert "see version 2" in page


def test_a_draft_is_deleted_only_after_asking(client, cast, report_of):
    draft = report_of()
    client.force_login(cast.reporter)
    address = reverse("report_discard", args=[draft.pk])
    page = client.get(address)
    assert "cannot be undone" in words_of(page)
    assert client.post(address, sent_by(page)).url == reverse("desk")
    assert not ActivityReport.objects.exists()
    assert Entry.objects.filter(verb="activity_report.discarded").count() == 1


def test_what_was_handed_in_cannot_be_discarded(client, press, report):
    answer = press("discard", who="reporter")
    assert answer.status_code == 302
    assert "cannot be deleted" in client.get(answer.url).content.decode()
    assert ActivityReport.objects.filter(pk=report.pk).exists()
