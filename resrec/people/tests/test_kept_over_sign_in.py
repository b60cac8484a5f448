"""What was typed survives the way to the organisation's accounts and back."""

from urllib.parse import parse_qs, urlsplit

import pytest

from resrec.people.tests.test_sign_in import accounts, arrive  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_kept_form_is_there_after_signing_in(client, arrive, cast):  # noqa: F811
    sent_away = client.post("/fr/profile/", {"name": "Ada of the Fens"})
    there = parse_qs(urlsplit(sent_away.url).query)["next"][0]
    back = arrive(email=cast.reporter.email, next_page=there)
    assert back.url == there
    assert 'value="Ada of the Fens"' in client.get(there).content.decode()
