"""Every address is in the access table, and answers each person as the table says."""

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from resrec.reporting.models import ActivityReport, Holder, ProgressReport, Quotation, Statement
from tests.promises.access import ELSEWHERE, PERSONS, ROWS

LETTERS = {403: "f", 404: "h"}


def names(patterns):
    for pattern in patterns:
        if getattr(pattern, "app_name", None) == "admin":
            continue
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name


def test_every_address_is_in_the_table():
    there = set(names(get_resolver().url_patterns))
    assert there == {row.name for row in ROWS} | ELSEWHERE.keys()


def answer(client, row, address):
    response = getattr(client, row.method)(address)
    assert response.status_code != 405
    assert response.status_code < 500
    if response.status_code == 302 and "/sign-in/" in response["Location"]:
        return "s"
    return LETTERS.get(response.status_code, "y")


def state():
    """What a move would change."""
    return [
        list(ActivityReport.objects.order_by("pk").values_list("pk", "status", "revision")),
        list(ProgressReport.objects.order_by("pk").values_list("pk", "status", "revision")),
        list(Holder.objects.order_by("pk").values_list("pk", "answer", "until")),
        Statement.objects.count(),
        Quotation.objects.count(),
    ]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_person_gets_what_the_table_says(row, client, cast, world):
    address = reverse(row.name, args=row.arguments(cast, world))
    said, before = "", state()
    for who, expected in zip(PERSONS, row.who, strict=True):
        # What one person moves is taken back before the next one comes.
        with transaction.atomic():
            client.logout()
            if who != "nobody":
                client.force_login(getattr(cast, who))
            letter = answer(client, row, address)
            if letter == "y" and expected == "m" and state() == before:
                letter = "m"
            said += letter
            transaction.set_rollback(True)
    assert said == row.who


@pytest.mark.parametrize("who", PERSONS)
def test_the_administration_is_the_officers_alone(who, client, cast):
    if who != "nobody":
        client.force_login(getattr(cast, who))
    response = client.get(reverse("admin:index"))
    assert response.status_code == (200 if who == "officer" else 302)
