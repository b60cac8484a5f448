"""Pages for everyone are held against the public revision."""

import pytest

from resrec.web.models import PublicRevision

pytestmark = pytest.mark.django_db
ADDRESS = "/en/resources/"


def test_nothing_moved_gives_304(client):
    tag = client.get(ADDRESS)["ETag"]
    answer = client.get(ADDRESS, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("other", ["/fr/resources/", "/en/resources/?n=1"])
def test_another_address_has_another_tag(client, other):
    assert client.get(ADDRESS)["ETag"] != client.get(other)["ETag"]


def test_a_moved_revision_gives_the_page_again(client):
    tag = client.get(ADDRESS)["ETag"]
    PublicRevision.move()
    assert client.get(ADDRESS, headers={"If-None-Match": tag}).status_code == 200


def test_who_is_signed_in_gets_a_page_of_their_own(client, cast):
    tag = client.get(ADDRESS)["ETag"]
    client.force_login(cast.reporter)
    answer = client.get(ADDRESS, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    assert "ETag" not in answer


def test_a_page_for_everyone_carries_no_token(client):
    assert b"csrfmiddlewaretoken" not in client.get(ADDRESS).content
