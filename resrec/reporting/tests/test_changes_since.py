"""What changed since last year's account is told in words, on its page and on the bench."""

import pytest
from django.urls import reverse

from resrec.reporting.account.synthesis import take_over
from resrec.reporting.tests.pages import words_of


@pytest.fixture
def before(account_of, report_of, cast):
    source = report_of(results="Three ponds were dug.", status="accepted")
    return account_of(
        year=cast.cycle.year - 1,
        quotes=[(source, "results", "Three ponds")],
        says=(),
        status="published",
        implementation_status_id="initiated",
    )


@pytest.fixture
def account(account_of, report_of, cast, before):
    source = report_of(by=cast.other_reporter, results="Five ponds were dug.", status="accepted")
    account = account_of(
        quotes=[(source, "results", "Five ponds")],
        implementation_status_id="underway",
        status_reason="Water stands in them.",
    )
    account.partners.create(kind="member", name="Estuary Watch")
    return account


def test_the_public_page_tells_it(client, cast, account, before):
    take_over(account, before.statements.get())
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    page = words_of(client.get(account.get_absolute_url()))
    year = before.year
    assert f"What has changed since {year}" in page
    assert f"The status moved from “Initiated” in {year} to “Underway”." in page
    assert "2 statements are new." in page
    assert f"1 statement is taken over from {year}." in page
    assert f"Quoted this year, and not in {year}: Estuary Watch" in page
    assert f"Taking part, and not named in {year}: Estuary Watch" in page


def test_silence_is_no_change(client, cast, account, before):
    before_page = words_of(client.get(before.get_absolute_url()))
    assert "What has changed" not in before_page
    account.partners.all().delete()
    client.force_login(cast.focal_point)
    bench = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])
    page = words_of(client.get(bench))
    assert f"What has changed since {before.year}" in page
    assert "as taking part, and not this year" not in page
    assert f"Quoted in {before.year}, and not this year: Fen and Heath Trust" in page


def test_the_rule_is_public_and_the_bench_says_what_it_saw(client, cast, account, report_of):
    activities = [{"status_id": "completed"}, {"status_id": "ongoing"}, {}]
    report_of(results="More.", activities=activities, status="accepted")
    rule = client.get(reverse("status_rule"))
    assert "Silence is not evidence" in words_of(rule)
    client.force_login(cast.focal_point)
    bench = client.get(reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year]))
    page = words_of(bench)
    assert "On-going: 1 Completed: 1 Status not stated: 1 Future activities: 0" in page
    assert reverse("status_rule") in bench.text
