"""Rows that nobody has typed into cost a save nothing, and what was typed is always read."""

from django.http import QueryDict
from django.urls import reverse

from resrec.reporting.forms.blank_rows import without_blank_ends
from resrec.reporting.tests.pages import sent_by


def read(typed):
    data = QueryDict(mutable=True)
    for name, value in typed.items():
        data[name] = value
    return without_blank_ends(data)


def test_rows_at_the_end_that_say_nothing_are_left_out():
    rows = {"members-TOTAL_FORMS": "3", "members-0-key": "a", "members-0-name": "Fen Trust"}
    rows |= {
        "members-1-key": "b",
        "members-1-name": "",
        "members-2-key": "c",
        "members-2-name": " ",
    }
    assert read(rows)["members-TOTAL_FORMS"] == "1"


def test_a_blank_row_before_one_that_says_something_keeps_its_place():
    rows = {"members-TOTAL_FORMS": "2", "members-0-name": "", "members-1-name": "Fen Trust"}
    assert read(rows)["members-TOTAL_FORMS"] == "2"


def test_a_choice_alone_says_something():
    rows = {"activities-TOTAL_FORMS": "1", "activities-0-key": "a", "activities-0-kind": "field"}
    assert read(rows)["activities-TOTAL_FORMS"] == "1"


def test_numbers_that_are_none_are_left_to_the_form():
    assert read({"members-TOTAL_FORMS": "many"})["members-TOTAL_FORMS"] == "many"


def test_a_row_that_was_emptied_goes_and_others_stay(client, cast, report_of):
    """The groups that had rows are asked for, although nothing is sent of them any more."""
    report = report_of(
        results="Ponds.", activities=[{"kind_id": "field", "description": "Digging."}] * 2
    )
    client.force_login(cast.reporter)
    page = client.get(reverse("report_edit", args=[report.pk]))
    typed = sent_by(page, reverse("report_edit", args=[report.pk]))
    typed |= {"activities-1-description": [""], "activities-1-kind": [""]}
    client.post(reverse("report_autosave", args=[report.pk]), typed)
    assert [row.description for row in report.activities.all()] == ["Digging."]
    page = client.get(reverse("report_edit", args=[report.pk]))
    typed = sent_by(page, reverse("report_edit", args=[report.pk]))
    typed |= {"activities-0-description": [""], "activities-0-kind": [""]}
    client.post(reverse("report_autosave", args=[report.pk]), typed)
    assert not report.activities.exists()
