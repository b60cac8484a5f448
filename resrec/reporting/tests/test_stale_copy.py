"""Two people change the same in one draft: both are shown, one is chosen."""

import pytest
from django.urls import reverse

from resrec.reporting.tests.pages import sent_by, words_of


@pytest.fixture
def draft(report_of):
    return report_of(
        results="As it was", activities=[{"description": "Dug one pond", "kind_id": "field"}]
    )


@pytest.fixture
def address(draft):
    return reverse("report_edit", args=[draft.pk])


@pytest.fixture
def refused(client, cast, draft, address):
    """Two windows opened the draft; the first has saved, the second sends now."""
    client.force_login(cast.reporter)
    opened, elsewhere = (sent_by(client.get(address), address) for _window in range(2))
    client.post(
        address,
        elsewhere
        | {
            "results": "Theirs",
            "members_answer": "no",
            "countries-0-name": "Ghana",
            "activities-0-description": "Dug two ponds",
        },
    )
    return client.post(
        address,
        opened
        | {"results": "Mine", "countries-0-name": "Togo", "activities-0-description": "No pond"},
    )


def test_both_versions_are_shown_where_they_differ(refused, draft):
    assert refused.status_code == 409
    words = words_of(refused)
    for shown in ["Mine", "Theirs", "No pond", "Dug two ponds"]:
        assert shown in words
    assert "Activity 1: Description" in words
    assert "As it was" not in words
    for elsewhere in ["Field activities", "Togo", "Ghana"]:
        assert elsewhere not in words, "what does not differ is not shown"
    draft.refresh_from_db()
    assert draft.results == "Theirs"


def test_keep_mine_stores_mine_and_what_only_they_have_changed(client, refused, draft, address):
    answer = client.post(address, sent_by(refused, address))
    draft.refresh_from_db()
    assert answer.status_code == 302
    assert (draft.results, draft.members_answer) == ("Mine", "no")
    assert draft.activities.get().description == "No pond"
    assert {c.pk for c in draft.countries.all()} == {"TG", "GH"}


def test_take_the_saved_one_is_a_link_to_it(client, refused, address):
    assert f'href="{address}"' in refused.content.decode()
    assert "Theirs" in client.get(address).content.decode()


def test_keeping_mine_is_refused_again_when_they_save_again(client, refused, draft, address):
    mine = sent_by(refused, address)
    client.post(address, sent_by(client.get(address), address) | {"results": "Theirs again"})
    answer = client.post(address, mine)
    assert answer.status_code == 409
    assert "Theirs again" in words_of(answer)


def test_an_older_copy_with_the_same_words_is_no_conflict(client, cast, draft, address):
    client.force_login(cast.reporter)
    opened = sent_by(client.get(address), address) | {"results": "The same"}
    client.post(address, opened)
    answer = client.post(address, opened)
    assert (answer.status_code, answer.url) == (302, address)


def test_what_was_typed_is_shown_when_a_colleague_has_submitted_meanwhile(
    client, cast, draft, address
):
    client.force_login(cast.reporter)
    opened = sent_by(client.get(address), address)
    draft.submit(by=cast.reporter)
    answer = client.post(address, opened | {"results": "One more pond"})
    assert answer.status_code == 409
    assert "submitted meanwhile" in words_of(answer)
    assert "One more pond" in words_of(answer)
    assert "Keep mine" not in words_of(answer)
