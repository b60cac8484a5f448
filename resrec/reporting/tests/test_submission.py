"""Handing a report in: what is needed, once only, and frozen from then on."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.reporting.models import ActivityReport, Holder
from resrec.reporting.tests.pages import sent_by, words_of

WHOLE = {"period_from": "2025-01-01", "period_to": "2025-06-30", "results": "Two ponds"}


@pytest.fixture
def draft(report_of):
    return report_of(period_from=None, period_to=None)


@pytest.fixture
def submit(client, cast, draft):
    """Open the draft's page, fill it in and press “Submit report”; can be sent again."""
    client.force_login(cast.reporter)
    address = reverse("report_edit", args=[draft.pk])
    opened = sent_by(client.get(address), address)

    def send(**words):
        answer = client.post(reverse("report_submission", args=[draft.pk]), opened | words)
        draft.refresh_from_db()
        return answer

    return send


def test_what_is_on_the_page_is_saved_and_submitted(submit, draft):
    answer = submit(**WHOLE)
    assert (answer.status_code, answer.url) == (302, draft.get_absolute_url())
    assert (draft.status, draft.results) == ("submitted", "Two ponds")
    assert draft.submitted_at


@pytest.mark.parametrize(
    ("left_out", "message"),
    [
        ("period_from", "Say when the period begins"),
        ("period_to", "Say when the period ends"),
        ("results", "Say what was done"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(submit, draft, left_out, message):
    page = submit(**(WHOLE | {left_out: "", "challenges": "Rain"}))
    assert message in words_of(page)
    assert f'href="#id_{left_out}"' in page.content.decode()
    assert (draft.status, draft.challenges) == ("draft", "Rain"), "saved, not submitted"


def test_an_activity_says_what_was_done_as_well_as_results_do(submit, draft):
    submit(**(WHOLE | {"results": "", "activities-0-description": "Dug"}))
    assert draft.status == "submitted"


def test_a_page_with_an_error_is_not_submitted(submit, draft):
    page = submit(**WHOLE, contact_email="nobody@")
    assert page.status_code == 200
    assert "Everything you typed is still here" in words_of(page)
    assert draft.status == "draft"


def test_after_putting_it_right_the_same_page_goes_through(client, submit, draft):
    address = reverse("report_edit", args=[draft.pk])
    page = submit(**WHOLE, contact_email="nobody@")
    again = sent_by(page, address) | {"contact_email": ""}
    client.post(reverse("report_submission", args=[draft.pk]), again)
    draft.refresh_from_db()
    assert draft.status == "submitted"


def test_sent_twice_it_is_one_report_and_a_friendly_word(client, submit, draft):
    submit(**WHOLE)
    answer = submit(**WHOLE)
    assert (answer.status_code, answer.url) == (302, draft.get_absolute_url())
    assert "submitted already" in client.get(answer.url).content.decode()
    assert ActivityReport.objects.count() == 1
    assert Entry.objects.filter(verb="activity_report.submitted").count() == 1
    assert Mail.objects.count() == 1


def test_a_draft_can_be_submitted_from_its_own_page(client, cast, report_of):
    draft = report_of(results="Ponds")
    client.force_login(cast.reporter)
    page = client.get(draft.get_absolute_url())
    client.post(reverse("report_submission", args=[draft.pk]), sent_by(page, "submission/"))
    draft.refresh_from_db()
    assert draft.status == "submitted"


def test_from_there_an_unfinished_one_leads_back_to_the_form(client, cast, draft):
    client.force_login(cast.reporter)
    answer = client.post(reverse("report_submission", args=[draft.pk]))
    assert answer.url == reverse("report_edit", args=[draft.pk])
    assert "Say what was done" in client.get(answer.url).content.decode()


def test_an_older_copy_is_not_submitted(client, submit, draft):
    address = reverse("report_edit", args=[draft.pk])
    client.post(address, sent_by(client.get(address), address) | {"results": "Theirs"})
    answer = submit(**WHOLE)
    assert answer.status_code == 409
    assert draft.status == "draft"


def test_submitted_words_are_frozen_in_the_database_too(submit, draft):
    submit(**WHOLE, **{"activities-0-description": "Dug"})
    rows = ActivityReport.objects.filter(pk=draft.pk)
    for change in (
        lambda: rows.update(results="Other"),
        lambda: draft.activities.update(description="Other"),
        lambda: draft.evidence.create(url="https://example.org"),
        lambda: draft.scopes.add("africa"),
        lambda: draft.delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_the_editing_page_of_a_submitted_report_leads_to_the_report(client, submit, draft):
    submit(**WHOLE)
    assert client.get(reverse("report_edit", args=[draft.pk])).url == draft.get_absolute_url()


def test_the_lead_of_the_text_is_told_in_their_language(submit, cast, draft):
    cast.focal_point.language = "fr"
    cast.focal_point.save()
    submit(**WHOLE)
    mail = Mail.objects.get()
    assert (mail.to, mail.language) == (cast.focal_point.email, "fr")
    assert f"/fr/reports/{draft.pk}/" in mail.text


def test_without_a_lead_the_officers_are_told(submit, cast):
    Holder.objects.all().delete()
    submit(**WHOLE)
    assert [mail.to for mail in Mail.objects.all()] == [cast.officer.email]
