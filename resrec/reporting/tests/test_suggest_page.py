"""The bench offers a draft, marks what is suggested, and lets a person keep or remove it."""

import pytest
from django.urls import reverse


@pytest.fixture
def account(account_of, report_of):
    report_of(results="We dug 3 ponds. We hired 4 guards in Dakar.", status="accepted")
    return account_of(says=())


@pytest.fixture
def writer(client, cast):
    client.force_login(cast.focal_point)
    return client


def bench(client, account):
    return client.get(reverse("progress_bench", args=[account.resolution.code, account.year])).text


def ask(client, account, words):
    address = reverse("progress_suggestion", args=[account.pk])
    return client.post(address, {"words": words}, follow=True)


def test_a_draft_is_asked_for_marked_and_kept(writer, account):
    assert "Suggest a draft" in bench(writer, account)
    page = ask(writer, account, 100)
    assert "2 statements are suggested." in page.text
    assert page.text.count("Suggested by the machine") == 2
    address = reverse("progress_suggestion_answer", args=[account.pk])
    page = writer.post(address, {"answer": "keep"}, follow=True)
    assert "Suggested by the machine" not in page.text
    assert account.statements.filter(is_suggested=False).count() == 2


def test_it_is_marked_where_it_is_seen_as_readers_will(writer, account):
    ask(writer, account, 100)
    page = writer.get(account.get_absolute_url())
    assert page.text.count("Suggested by the machine") == 2
    account.statements.update(is_suggested=False)
    assert "Suggested by the machine" not in writer.get(account.get_absolute_url()).text


@pytest.mark.parametrize(("answer", "left"), [("keep", [False, True]), ("remove", [True])])
def test_one_is_answered(writer, account, answer, left):
    ask(writer, account, 100)
    statement = account.statements.first()
    goes_on = statement if answer == "keep" else account.statements.last()
    address = reverse("statement_suggestion", args=[statement.pk])
    found = writer.post(address, {"answer": answer})
    assert found.url.endswith(f"#statement-{goes_on.key}")
    found = account.statements.values_list("is_suggested", flat=True)
    assert sorted(found) == left


@pytest.mark.parametrize("words", ["", "many", "1", "99999999999999999999"])
def test_a_length_that_is_none(writer, account, words):
    assert "Give a number of words from 20 to 2000." in ask(writer, account, words).text
    assert not account.statements.exists()


def test_nothing_to_suggest(writer, account):
    ask(writer, account, 100)
    assert "nothing more that is not stated already" in ask(writer, account, 100).text


def test_a_reader_is_not_offered_it(client, cast, account):
    client.force_login(cast.reporter)
    answer = client.post(reverse("progress_suggestion", args=[account.pk]))
    assert answer.status_code == 404
