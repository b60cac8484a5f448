"""Saving while typing: what is valid is kept, the page is told, an older copy is refused."""

import pytest
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.reporting.tests.pages import sent_by


@pytest.fixture
def draft(report_of):
    return report_of(period_from=None, period_to=None)


@pytest.fixture
def page(client, cast, draft):
    """What the page of the draft sends."""
    client.force_login(cast.reporter)
    address = reverse("report_edit", args=[draft.pk])
    return sent_by(client.get(address), address)


@pytest.fixture
def autosave(client, draft):
    def post(fields, **changes):
        answer = client.post(reverse("report_autosave", args=[draft.pk]), fields | changes)
        draft.refresh_from_db()
        return answer

    return post


def test_each_save_gives_the_revision_for_the_next(page, autosave, draft):
    first = autosave(page, results="One")
    second = autosave(page, results="One two", revision=first.json()["revision"])
    assert [first.json()["revision"], second.json()["revision"]] == [1, 2]
    assert draft.results == "One two"
    assert first.json()["saved_at"]
    assert first.json()["not_saved"] == ""


def test_rows_keep_their_keys_from_one_save_to_the_next(page, autosave, draft):
    words = {"activities-0-description": "Dug", "activities-0-private": "on"}
    first = autosave(page, **words)
    key = draft.activities.get().key
    autosave(page, revision=first.json()["revision"], **words)
    assert draft.activities.get().key == key
    assert draft.private_fields == [f"activity:{key}/description"]


def test_what_is_not_valid_is_named_and_the_rest_is_kept(page, autosave, draft):
    answer = autosave(
        page,
        results="Ponds",
        contact_email="awa@",
        **{"countries-0-name": "Atlantis", "countries-1-name": "Togo"},
    )
    assert (
        answer.json()["not_saved"] == "Not saved yet: Their e-mail address, Country or territory."
    )
    assert draft.results == "Ponds"
    assert [c.pk for c in draft.countries.all()] == ["TG"]


def test_an_older_copy_does_not_overwrite(page, autosave, draft):
    row = {"activities-0-key": "0000cafe"}
    autosave(
        page | row | {"page": "0000feed"}, results="Theirs", **{"activities-0-description": "Dug"}
    )
    answer = autosave(page | row, results="Mine", **{"activities-0-description": "Not dug"})
    assert answer.status_code == 409
    assert answer.json()["fields"] == ["Results and achievements", "Activity 1: Description"]
    assert (draft.results, draft.activities.get().description) == ("Theirs", "Dug")


def test_what_was_submitted_is_not_touched(page, autosave, draft, cast):
    first = autosave(page, results="Ponds", period_from="2025-01-01", period_to="2025-02-01")
    draft.submit(by=cast.reporter)
    answer = autosave(page, results="Late", revision=first.json()["revision"])
    assert answer.status_code == 409
    assert draft.results == "Ponds"


def test_saves_are_not_journalled(page, autosave):
    before = Entry.objects.count()
    autosave(page, results="One")
    assert Entry.objects.count() == before


def test_a_script_that_is_signed_out_is_told_so(client, page, autosave, draft):
    client.logout()
    answer = client.post(
        reverse("report_autosave", args=[draft.pk]),
        page | {"results": "x"},
        headers={"sec-fetch-mode": "cors"},
    )
    assert answer.status_code == 401


def test_a_save_asks_little_of_the_database(page, autosave, django_assert_max_num_queries):
    """Two hundred people may be typing at once."""
    first = autosave(page, results="One", **{"activities-0-description": "Dug"})
    with django_assert_max_num_queries(14):
        autosave(
            page,
            results="One two",
            revision=first.json()["revision"],
            **{"activities-0-description": "Dug"},
        )
