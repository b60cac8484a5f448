"""The message: it names the gap, in the person's language, and ends in one press."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.library.models import Paragraph
from resrec.people.models import MailChoices
from resrec.reporting.asking.digest import ask
from resrec.reporting.models import Rung
from resrec.reporting.tests.asking import first_weekday, give_post

pytestmark = pytest.mark.django_db

START = first_weekday(5, 4)


@pytest.fixture
def cycle(cast):
    cast.cycle.reports_due_on = START + timedelta(days=14)
    cast.cycle.save()
    Rung.objects.create(cycle=cast.cycle, days=-14)
    give_post("member", cast.member, cast.reporter, cast.resolution)
    return cast.cycle


@pytest.fixture
def paragraphs(cast):
    """Three operative paragraphs, the second with a part (a)."""
    cast.resolution.paragraphs.all().delete()
    words = {"op-1": "CALLS for ponds.", "op-2": "ASKS for", "op-2-a": "reeds;", "op-3": "ENDS."}
    for position, (path, text) in enumerate(words.items()):
        one = Paragraph.objects.create(
            resolution=cast.resolution, path=path, kind="operative", position=position
        )
        one.texts.create(language="en", text=text)
    return {one.path: one for one in cast.resolution.paragraphs.all()}


def message(cast):
    ask(START)
    return Mail.objects.filter(reminders__person=cast.reporter).distinct().get()


def test_it_names_paragraphs_on_which_nobody_has_reported(cast, cycle, paragraphs, report_of):
    report = report_of(by=cast.other_reporter, results="Reeds were planted.")
    report.reported_texts.get().paragraphs.add(paragraphs["op-2-a"])
    report.submit(by=cast.other_reporter)
    mail = message(cast)
    assert "1. CALLS for ponds." in mail.text
    assert "3. ENDS." in mail.text
    assert "ASKS for" not in mail.text
    assert "CALLS for ponds." in mail.html


def test_a_report_on_the_whole_text_leaves_no_paragraph_open(cast, cycle, paragraphs, report_of):
    report_of(by=cast.other_reporter, results="All of it.", status="submitted")
    assert "CALLS for" not in message(cast).text


def test_it_says_what_this_constituent_did_last_time(cast, cycle, report_of):
    year = cycle.year - 1
    then = {"period_from": date(year, 1, 1), "period_to": date(year, 12, 31)}
    report_of(results="Ponds were dug.", status="accepted", **then)
    report_of(by=cast.other_reporter, results="Not ours.", status="accepted", **then)
    mail = message(cast)
    assert f"What you reported for {year}:\n  Ponds were dug." in mail.text
    assert "Not ours." not in mail.text + mail.html


def test_what_is_private_is_not_repeated(cast, cycle, report_of):
    then = {"period_from": date(cycle.year - 1, 1, 1), "period_to": date(cycle.year - 1, 12, 31)}
    report_of(results="A secret.", private_fields=["results"], status="accepted", **then)
    assert "A secret." not in message(cast).text


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_it_is_written_in_the_language_of_the_person(language, cast, cycle, paragraphs):
    cast.reporter.language = language
    cast.reporter.save()
    mail = message(cast)
    assert mail.language == language
    assert f"/{language}/" in mail.text
    assert "{{" not in mail.text + mail.html + mail.subject
    for remote in ("<img", "src=", "@import", "url("):
        assert remote not in mail.html


def test_its_links_sign_in_whom_it_was_written_to_and_lead_to_the_answer(cast, cycle):
    message(cast)
    links = cast.reporter.personal_links.values_list("path", flat=True)
    code = cast.resolution.code
    assert {*links} == {f"/en/reports/answer/{code}/", f"/en/reports/new/?text={code}"}


def test_one_press_of_the_mail_program_ends_the_reminders(cast, cycle, client):
    mail = message(cast)
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = mail.headers["List-Unsubscribe"].strip("<>")
    path = address.split("8000", 1)[1]
    assert client.get(path).status_code == 200
    assert not MailChoices.objects.exists()  # mail scanners follow links
    answered = client.post(path, {"List-Unsubscribe": "One-Click"})
    assert answered.status_code == 200
    assert MailChoices.objects.get().frequency == "never"
    client.post(path)
    assert Entry.objects.filter(verb="mail_choices.unsubscribed").count() == 1


@pytest.mark.parametrize("token", ["abc", "MTI:1abc:xyz"])
def test_a_broken_token_is_told_so_and_changes_nothing(token, client, cast):
    answered = client.post(reverse("unsubscribe", args=[token]))
    assert answered.status_code == 404
    assert "not complete" in answered.content.decode()
    assert not MailChoices.objects.exists()


def test_unsubscribing_needs_no_token_of_the_session(cast, cycle):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    path = message(cast).headers["List-Unsubscribe"].strip("<>").split("8000", 1)[1]
    assert strict.post(path).status_code == 200
    assert MailChoices.objects.get().frequency == "never"
