"""What the page cache gives is what the framework gave."""

import pytest
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils import translation

from resrec.web.tests.asking import Asking, one_connection
from tests.promises.access import ROWS

# They hold a form with a token, which is one browser's.
WITH_TOKEN = {"sign_in_by_mail", "personal_link"}
OPEN = [row for row in ROWS if row.method == "get" and row.who[0] == "y"]
PUBLIC = [row for row in OPEN if row.name not in WITH_TOKEN]


@pytest.mark.parametrize("row", PUBLIC, ids=str)
def test_a_page_is_the_same_kept_and_made(row, cast, world):
    application = get_wsgi_application()
    with one_connection(), translation.override("fr"):
        address = reverse(row.name, args=row.arguments(cast, world))
        ask = Asking(application)
        first, second = ask(address), ask(address)
        made_again = Asking(application)(address)
    assert first == second
    # A spreadsheet holds the second in which it was made.
    assert first[0] == made_again[0]
    assert _without_length(first[1]) == _without_length(made_again[1])
    assert "set-cookie" not in first[1]


@pytest.mark.parametrize("row", [r for r in OPEN if r.name in WITH_TOKEN], ids=str)
def test_a_page_with_a_token_is_made_for_each(row, cast, world):
    ask = Asking(get_wsgi_application())
    with one_connection():
        address = reverse(row.name, args=row.arguments(cast, world))
        first, second = ask(address), ask(address)
    assert first != second
    assert "no-store" in first[1]["cache-control"]


def _without_length(headers):
    return {name: value for name, value in headers.items() if name != "content-length"}
