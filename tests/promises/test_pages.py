"""What every page keeps: reading writes nothing, no variable is undefined, queries are bounded."""

import re
from copy import deepcopy

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from tests.promises.access import PERSONS, ROWS

PAGES = [row for row in ROWS if row.method == "get" and "y" in row.who]
CEILING = 60
WRITE = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE)\b(?!.*django_session)", re.IGNORECASE)
UNDEFINED = re.compile("⟦[^⟧]*⟧")


@pytest.fixture(autouse=True)
def _undefined_variables_show(settings):
    settings.TEMPLATES = deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "⟦%s⟧"


def last_person_who_may(row):
    """The one with most on the page: of those who may, the last of the list."""
    return PERSONS[row.who.rindex("y")]


def sign_in(client, row, cast):
    who = last_person_who_may(row)
    if who != "nobody":
        client.force_login(getattr(cast, who))


def fetch(client, row, cast, world, language):
    sign_in(client, row, cast)
    return client.get(address_of(row, cast, world, language))


def address_of(row, cast, world, language):
    with translation.override(language):
        return reverse(row.name, args=row.arguments(cast, world))


def body(response):
    if response.streaming or "text/html" not in response.get("Content-Type", ""):
        return ""
    return response.content.decode()


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_reading_writes_nothing_and_asks_the_database_a_bounded_number_of_times(
    row, client, cast, world
):
    sign_in(client, row, cast)
    address = address_of(row, cast, world, "en")
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    statements = [query["sql"] for query in asked.captured_queries]
    assert not [sql for sql in statements if WRITE.match(sql)]
    assert len(statements) <= CEILING


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("row", PAGES, ids=str)
def test_pages_are_whole_in_each_language(row, language, client, cast, world):
    response = fetch(client, row, cast, world, language)
    page = body(response)
    assert not UNDEFINED.findall(page)
    if page:
        assert page.count("<h1") == 1
        assert re.search(rf'<html[^>]* lang="{language}"', page)
        assert re.search(r"<title>\s*\S", page)
