"""A report on several texts; and one that starts from what is known or was said before."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from resrec.library.models import Resolution
from resrec.reporting.account.synthesis import sources_by_text
from resrec.reporting.models import ActivityReport
from resrec.reporting.tests.pages import sent_by, words_of


@pytest.fixture
def other():
    return Resolution.objects.get(code="WCC-2016-Res-001")


@pytest.fixture
def press(client, cast, report_of):
    """Press a button of the draft's page: what is typed goes with it."""
    draft = report_of(results="Two ponds")
    client.force_login(cast.reporter)

    def send(**pressed):
        page = client.get(reverse("report_edit", args=[draft.pk]))
        sent = sent_by(page, reverse("report_edit", args=[draft.pk])) | pressed
        return client.post(reverse("report_texts", args=[draft.pk]), sent, follow=True)

    send.draft = draft
    return send


def test_a_text_is_added_by_its_code_and_what_was_typed_is_kept(press, other):
    page = press(add_text="wcc 2016 res 1", results="Three ponds")
    assert [one.resolution for one in press.draft.reported_texts.all()][1:] == [other]
    assert "Three ponds" in page.content.decode()
    press.draft.refresh_from_db()
    assert press.draft.results == "Three ponds"
    press(add_text="WCC-2016-Res-001")
    assert press.draft.reported_texts.count() == 2


def test_a_text_is_taken_away_but_not_the_last_one(press, cast, other):
    press(add_text=other.code)
    press(remove_text=cast.resolution.code)
    assert [one.resolution for one in press.draft.reported_texts.all()] == [other]
    page = press(remove_text=other.code)
    assert "on one text at least" in page.content.decode()
    assert press.draft.reported_texts.count() == 1


def test_a_code_that_is_none_is_said_and_stays_in_its_field(press):
    page = press(add_text="XYZ 12")
    assert "“XYZ 12” is not the code" in page.content.decode()
    assert 'value="XYZ 12"' in page.content.decode()


def test_each_text_s_synthesis_reads_it_once_it_is_accepted(press, cast, other):
    press(add_text=other.code)
    press.draft.refresh_from_db()
    press.draft.submit(by=cast.reporter)
    press.draft.accept(by=cast.officer)
    found = sources_by_text([cast.resolution.pk, other.pk], cast.cycle.year)
    assert [[one.pk for one in sources.due] for sources in found.values()] == [[press.draft.pk]] * 2


def test_what_was_handed_in_keeps_its_texts(press, cast, client, other):
    press.draft.submit(by=cast.reporter)
    client.post(reverse("report_texts", args=[press.draft.pk]), {"add_text": other.code})
    assert press.draft.reported_texts.count() == 1


def begin(client, cast, person):
    client.force_login(person)
    page = client.get(reverse("report_new"), {"text": cast.resolution.code})
    client.post(reverse("report_new"), sent_by(page, reverse("report_new")))
    return ActivityReport.objects.drafts().latest("pk")


def test_period_and_contact_are_not_asked_again(client, cast):
    draft = begin(client, cast, cast.reporter)
    assert draft.period_from == date(cast.cycle.year, 1, 1)
    assert draft.period_to == timezone.localdate()
    assert (draft.contact_name, draft.contact_email) == ("Reporter", cast.reporter.email)


def test_a_report_starts_from_the_last_one(client, cast, report_of):
    last_year = cast.cycle.year - 1
    last = report_of(
        results="Two ponds",
        period_from=date(last_year, 1, 1),
        period_to=date(last_year, 12, 31),
        members_answer="yes",
        activities=[
            {"kind_id": "field", "description": "Walks", "status_id": "ongoing"},
            {"kind_id": "field", "description": "A fence", "status_id": "completed"},
            {"kind_id": "policy", "description": "Talks, in private", "status_id": "ongoing"},
        ],
    )
    last.partners.create(kind="member", constituent=cast.other_member)
    last.countries.set(["SN"])
    hidden = last.activities.get(description__startswith="Talks")
    last.private_fields = [f"activity:{hidden.key}/description"]
    last.save()
    last.submit(by=cast.reporter)
    last.accept(by=cast.focal_point)
    draft = begin(client, cast, cast.reporter)
    page = client.get(reverse("report_edit", args=[draft.pk]))
    assert f"Start from your report of {last_year}" in words_of(page)
    client.post(reverse("report_started_from_last", args=[draft.pk]))
    draft.refresh_from_db()
    (walks,) = draft.activities.all()
    assert walks.description == "Walks"
    assert walks.key != last.activities.first().key
    assert draft.members_answer == "yes"
    assert [one.constituent for one in draft.partners.all()] == [cast.other_member]
    assert [one.pk for one in draft.countries.all()] == ["SN"]
    assert draft.results == ""
    assert draft.revision == 1
    page = client.get(reverse("report_edit", args=[draft.pk]))
    assert "Start from" not in words_of(page)


def test_without_a_last_report_there_is_nothing_to_start_from(client, cast):
    draft = begin(client, cast, cast.reporter)
    client.force_login(cast.reporter)
    address = reverse("report_started_from_last", args=[draft.pk])
    assert client.post(address).status_code == 404
