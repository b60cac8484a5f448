"""What the page cache gives is what the framework gave."""

import pytest
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils import translation

from resrec.web.tests.asking import Asking, one_connection
from tests.promises.access import ROWS

PUBLIC = [row for row in ROWS if row.method == "get" and row.who[0] == "y"]


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


def _without_length(headers):
    return {name: value for name, value in headers.items() if name != "content-length"}
