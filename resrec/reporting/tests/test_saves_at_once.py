"""Four people save one draft at the same moment, each another field: what was stored stands."""

import pytest
from django.db import OperationalError, connection
from django.http import QueryDict
from django.urls import reverse

from resrec.reporting.forms.report_form import ReportForm
from resrec.reporting.models import ActivityReport
from resrec.reporting.tests.pages import sent_by
from resrec.reporting.tests.test_two_verdicts_at_once import at_once

FIELDS = ("results", "challenges", "measures", "other_organisations")


@pytest.fixture
def page(committed, client, cast, report_of):
    """The draft, and what a page of it sends."""
    draft = report_of()
    address = reverse("report_edit", args=[draft.pk])
    client.force_login(cast.reporter)
    return draft, sent_by(client.get(address), address)


def sent(fields):
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values if isinstance(values, list) else [values])
    return data


def test_all_that_was_stored_stands(page, cast):
    draft, fields = page
    stored = []

    def save(number, name):
        data = sent(fields | {name: f"Words in {name}", "page": f"{number:08d}"})
        report = ActivityReport.objects.get(pk=draft.pk)
        for _try in range(20):
            try:
                ReportForm(report, data).save(by=cast.reporter)
            except OperationalError:  # SQLite may be busy: nothing is stored, and one tries again
                continue
            stored.append(name)
            return

    steps = [
        lambda number=number, name=name: save(number, name) for number, name in enumerate(FIELDS)
    ]
    assert at_once(*steps) == []
    draft.refresh_from_db()
    assert {name for name in FIELDS if getattr(draft, name)} == set(stored)
    assert stored if connection.vendor == "sqlite" else len(stored) == len(FIELDS)
    assert draft.revision == len(stored)
    assert set(draft.touched) == set(stored)
