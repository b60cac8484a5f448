"""What would help, as the form of a draft takes it in, and as later versions carry it."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from resrec.reporting.models import ActivityReport, CoWriter
from resrec.reporting.tests.pages import sent_by, words_of

MONEY = {
    "needs-0-kind": "money",
    "needs-0-description": "Pumps for two ponds",
    "needs-0-amount": "12.500,50",
    "needs-0-currency": "euros",
}


@pytest.fixture
def draft(report_of):
    return report_of(results="Ponds were dug.")


@pytest.fixture
def write(client, cast):
    """Open a draft's page, change some fields, send it: gives the answer."""
    client.force_login(cast.reporter)

    def send(draft, **changes):
        address = reverse("report_edit", args=[draft.pk])
        return client.post(address, sent_by(client.get(address), address) | changes)

    return send


def need_of(report, **columns):
    return report.needs.create(**{"kind_id": "people", "description": "Two divers"} | columns)


def test_a_need_is_kept_as_data(draft, write):
    assert write(draft, **MONEY).status_code == 302
    need = draft.needs.get()
    assert (need.amount, need.currency, need.kind_id) == (Decimal("12500.50"), "EUR", "money")
    assert need.heading == "Money, EUR 12,500.50"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"needs-0-amount": "a lot"}, "is not an amount we can read"),
        ({"needs-0-currency": ""}, "Say in which currency"),
        ({"needs-0-currency": "shells"}, "is not a currency we know"),
        ({"needs-0-kind": "people"}, "Only money has an amount"),
        ({"needs-0-amount": "12,500", "needs-0-currency": "KWD"}, "could mean 12500 or 12.5"),
        ({"needs-0-amount": "9" * 41}, "at most 40"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_typed(draft, write, changed, message):
    page = write(draft, **MONEY | changed)
    assert page.status_code == 200
    assert message in page.content.decode()
    sent = sent_by(page, reverse("report_edit", args=[draft.pk]))
    assert {name: sent[name] for name in MONEY} == {
        name: [value] for name, value in (MONEY | changed).items()
    }
    assert not draft.needs.exists()


def test_an_amount_that_is_not_stated_is_not_nothing(draft, write):
    write(draft, **MONEY | {"needs-0-amount": "", "needs-0-currency": ""})
    need = draft.needs.get()
    assert (need.amount, need.currency, need.heading) == (None, "", "Money")


def test_the_next_version_has_the_same_needs(cast, report_of, write):
    report = report_of(results="Ponds")
    need = need_of(report)
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    draft = report.correct(by=cast.reporter)
    write(draft)
    again = draft.needs.get()
    assert (again.key, again.lineage) == (need.key, need.lineage)
    assert again.pk != need.pk


def test_a_private_need_is_shown_to_no_one_else(cast, client, report_of):
    report = report_of(results="Ponds")
    hidden, shown = need_of(report, description="A lawyer"), need_of(report)
    ActivityReport.objects.filter(pk=report.pk).update(private_fields=[hidden.field])
    report.refresh_from_db()
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    for_all = words_of(client.get(report.get_absolute_url()))
    assert "Two divers" in for_all
    assert "A lawyer" not in for_all
    assert [p.field for p in report.passages() if p.field.startswith("need")] == [shown.field]
    client.force_login(cast.reporter)
    assert "A lawyer" in words_of(client.get(report.get_absolute_url()))


@pytest.fixture
def last(cast, report_of):
    """Last year's accepted report, with a need of the constituent."""
    report = report_of(results="Ponds", period_from=date(2025, 1, 1), period_to=date(2025, 12, 31))
    need_of(report, kind_id="money", amount=Decimal("900"), currency="KES")
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    return report


def test_a_next_report_carries_an_open_need_on_at_one_press(cast, client, draft, last, write):
    need = last.needs.get()
    assert "Is it still open?" in words_of(client.get(reverse("report_edit", args=[draft.pk])))
    page = write(draft, still_open=str(need.pk), results="Kept")
    assert page.status_code == 200
    carried = draft.needs.get()
    assert (carried.lineage, carried.amount) == (need.lineage, Decimal("900"))
    assert "Is it still open?" not in words_of(page)
    write(draft)
    assert draft.needs.get().pk == carried.pk


def test_a_next_report_says_that_a_need_was_met(client, draft, last, write):
    write(draft, met=str(last.needs.get().pk), results="Kept")
    met = last.needs.get().met
    assert (met.in_report, met.by_whom) == (draft, "")
    draft.refresh_from_db()
    assert draft.results == "Kept"
    assert "Is it still open?" not in words_of(client.get(reverse("report_edit", args=[draft.pk])))


@pytest.mark.parametrize("press", ["0", "x", "9" * 30, "-1", "²"])
def test_forged_presses_do_no_harm(draft, write, press):
    assert write(draft, still_open=press, met=press, results="Kept").status_code == 302
    assert not draft.needs.exists()


def test_a_need_of_another_constituent_is_not_gone_on_with(cast, draft, report_of, write):
    theirs = report_of(by=cast.other_reporter, results="Theirs")
    other = need_of(theirs)
    theirs.submit(by=cast.other_reporter)
    theirs.accept(by=cast.focal_point)
    write(draft, still_open=str(other.pk), met=str(other.pk))
    write(draft, **MONEY, **{"needs-0-lineage": str(other.lineage)})
    assert draft.needs.get().lineage != other.lineage
    assert other.met is None


def test_who_is_only_invited_says_nothing_of_earlier_needs(cast, draft, last, write, client):
    need = last.needs.get()
    invited = CoWriter.invite(draft, cast.stranger.email, by=cast.reporter)
    invited.accept(by=cast.stranger)
    client.force_login(cast.stranger)
    address = reverse("report_edit", args=[draft.pk])
    page = client.get(address)
    assert "Is it still open?" not in words_of(page)
    client.post(address, sent_by(page, address) | {"still_open": f"{need.pk}", "met": f"{need.pk}"})
    assert not draft.needs.exists()
    assert last.needs.get().met is None
