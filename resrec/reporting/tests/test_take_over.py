"""A sentence of last year's account is said again, with its sources and marked."""

import pytest
from django.urls import reverse

from resrec.reporting.account.warnings import warnings_for
from resrec.reporting.tests.pages import words_of


@pytest.fixture
def before(account_of, report_of, cast):
    source = report_of(results="Three ponds were dug.", status="accepted")
    quotes = [(source, "results", "Three ponds")]
    return account_of(year=cast.cycle.year - 1, quotes=quotes, says=(), status="published")


def take_over(client, statement):
    return client.post(reverse("statement_take_over", args=[statement.pk]), follow=True)


def test_it_keeps_words_and_sources_and_is_marked(client, cast, account_of, before):
    account = account_of(says=())
    earlier = before.statements.get()
    client.force_login(cast.focal_point)
    page = take_over(client, earlier)
    statement = account.statements.get()
    assert (statement.text, statement.follows, statement.basis) == (
        "Three ponds",
        earlier,
        "quoted",
    )
    assert statement.quotations.get().exact == earlier.quotations.get().exact
    assert f"taken over from {before.year}" in words_of(page)
    assert "already" in take_over(client, earlier).text
    assert account.statements.count() == 1


def test_a_source_corrected_since_is_followed(client, cast, account_of, before):
    account = account_of(says=())
    source = before.statements.get().quotations.get().source
    correction = source.correct(by=cast.reporter)
    correction.results = "At last: Three ponds were dug."
    correction.save()
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    client.force_login(cast.focal_point)
    take_over(client, before.statements.get())
    assert account.statements.get().quotations.get().source == correction


def test_a_promise_taken_over_is_not_missed(client, cast, account_of):
    before = account_of(year=cast.cycle.year - 1, says=("Rangers will be trained.",))
    before.statements.update(section="future")
    before.propose(by=cast.focal_point)
    before.publish(by=cast.officer)
    account = account_of(says=())
    client.force_login(cast.focal_point)
    take_over(client, before.statements.get())
    assert "promise" not in {one.kind for one in warnings_for(account)}


def test_only_of_the_account_before(client, cast, account_of, before):
    account_of(year=cast.cycle.year - 2, status="published")
    account = account_of(says=())
    older = account.resolution.progress_reports.get(cycle__year=cast.cycle.year - 2)
    client.force_login(cast.focal_point)
    assert "account before" in take_over(client, older.statements.get()).text
    assert not account.statements.exists()
