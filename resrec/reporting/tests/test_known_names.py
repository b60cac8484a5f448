"""Names offered while one types: few, in whatever spelling, none sent with the page."""

import pytest
from django.urls import reverse

from resrec.people.models import Constituent


@pytest.fixture
def offered(client, cast):
    client.force_login(cast.reporter)

    def ask(group, typed, language="en"):
        address = reverse("known_names", args=[group]).replace("/en/", f"/{language}/")
        return client.get(address, {"q": typed}).json()["names"]

    return ask


def test_case_and_accents_make_no_difference(offered):
    Constituent.objects.create(kind_id="member", name="Société des Étangs", acronym="SDE")
    assert offered("member", "etang") == ["Société des Étangs (SDE)"]
    assert offered("member", "sde") == ["Société des Étangs (SDE)"]


def test_what_begins_so_comes_first(offered):
    for name in ("A Zebrawood Club", "The Nozebra League", "Zebra Friends"):
        Constituent.objects.create(kind_id="member", name=name)
    assert offered("member", "zebra") == ["Zebra Friends", "A Zebrawood Club", "The Nozebra League"]


def test_each_question_offers_its_own_kind(offered):
    assert offered("commission", "quiet") == ["Commission on Quiet Places"]
    assert offered("member", "quiet") == []


def test_countries_are_offered_in_the_language_of_the_page(offered):
    assert "Germany" in offered("countries", "germ")
    assert "Allemagne" in offered("countries", "allem", "fr")


def test_currencies_are_offered_by_name_and_code(offered):
    assert offered("needs", "kenyan") == ["Kenyan Shilling (KES)"]
    assert offered("needs", "eur", "es")[0] == "Euro (EUR)"


def test_one_letter_is_too_little_and_twelve_names_are_enough(offered):
    assert offered("countries", "a") == []
    assert len(offered("countries", "an")) == 12


def test_the_page_carries_no_list_of_them(client, cast, report_of):
    client.force_login(cast.reporter)
    page = client.get(reverse("report_edit", args=[report_of().pk]))
    assert '<option value="Estuary Watch"' not in page.text
    assert reverse("known_names", args=["member"]) in page.text
