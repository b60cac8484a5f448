"""A correction after acceptance reaches those who rest on the report, and its reporter is told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.journal.models import Mail
from resrec.reporting.account.where_used import published_uses
from resrec.reporting.models import ProgressReport
from resrec.reporting.tests.pages import words_of


@pytest.fixture
def source(report_of):
    return report_of(results="Three ponds were dug.", status="accepted")


@pytest.fixture
def published(account_of, source, cast):
    account = account_of(
        quotes=[(source, "results", "Three ponds")],
        writer=cast.focal_point,
        implementation_status_id="initiated",
    )
    account.propose(by=cast.focal_point)
    Mail.objects.all().delete()
    account.publish(by=cast.officer)
    return account


@pytest.fixture
def correct(cast, source):
    def accepted():
        draft = source.correct(by=cast.reporter)
        draft.submit(by=cast.reporter)
        Mail.objects.all().delete()
        draft.accept(by=cast.focal_point)
        return draft

    return accepted


def test_the_reporter_is_led_to_the_very_statement(cast, published, source):
    mail = Mail.objects.get(to=cast.reporter.email)
    key = published.statements.get(quotations__source=source).key
    assert f"#statement-{key}" in mail.text


def test_the_report_says_where_it_was_used(client, published, source):
    page = client.get(source.get_absolute_url())
    key = published.statements.get(quotations__source=source).key
    assert "Where this report was used" in words_of(page)
    assert f"#statement-{key}" in page.text


def test_those_who_answer_for_the_account_are_told_once(cast, published, correct):
    assert not ProgressReport.objects.resting_on_corrected().exists()
    correct()
    assert list(ProgressReport.objects.resting_on_corrected()) == [published]
    told = [m.to for m in Mail.objects.all() if "has been corrected" in m.subject]
    assert sorted(told) == sorted([cast.focal_point.email, cast.officer.email])


def test_readers_are_told_that_a_source_was_corrected(client, published, correct):
    assert "was corrected after" not in words_of(client.get(published.get_absolute_url()))
    correct()
    assert "was corrected after it was published" in words_of(
        client.get(published.get_absolute_url())
    )


def test_a_first_report_tells_nobody(report_of, cast, published):
    Mail.objects.all().delete()
    report_of(results="A new thing.", status="accepted")
    assert not [m for m in Mail.objects.all() if "has been corrected" in m.subject]


def test_who_answers_for_several_accounts_gets_one_mail_that_lists_them(
    cast, published, account_of, source, correct
):
    earlier = account_of(
        year=2019,
        quotes=[(source, "results", "Three ponds")],
        implementation_status_id="initiated",
        status="published",
    )
    correct()
    told = Mail.objects.filter(to=cast.officer.email, subject__contains="has been corrected")
    mail = told.get()
    assert mail.subject == "A source of 2 Progress Reports has been corrected"
    for account in (published, earlier):
        assert f"/progress-reports/{account.pk}/#statement-" in mail.text


def test_where_a_report_is_used_takes_as_many_queries_for_many_accounts_as_for_one(
    cast, published, account_of, source, django_assert_num_queries
):
    def uses():
        return [(account.pk, len(found)) for account, found in published_uses(source)]

    with CaptureQueriesContext(connection) as asked:
        uses()
    quotes = [(source, "results", "Three ponds")]
    known = {"implementation_status_id": "initiated", "status": "published"}
    for year in (2017, 2018, 2019):
        account_of(year=year, quotes=quotes, **known)
    with django_assert_num_queries(len(asked)):
        assert len(uses()) == 4
