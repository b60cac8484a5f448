"""The answers beside the statements: saved as a whole, never over what another has saved."""

import pytest
from django.urls import reverse

from resrec.reporting.models import ProgressReport


@pytest.fixture
def account(account_of):
    return account_of()


@pytest.fixture
def writer(client, cast):
    client.force_login(cast.focal_point)
    return client


def save(client, account, **form):
    form = {"revision": account.revision, "language": "en"} | form
    return client.post(reverse("progress_answers", args=[account.pk]), form)


def test_everything_is_kept(writer, account, cast):
    answer = save(
        writer,
        account,
        members_answer="yes",
        members="Fen and Heath Trust\n\nFen and Heath Trust\nA league of anglers",
        committees_answer="no",
        secretariat_answer="not_known",
        other_organisations="The village school",
        activity_kinds=["field", "science"],
        planned="yes",
        implementation_status="underway",
        status_reason="Water stands in all of them.",
    )
    assert answer.status_code == 302
    kept = ProgressReport.objects.get(pk=account.pk)
    assert [(p.constituent, p.name) for p in kept.partners.all()] == [
        (cast.member, ""),
        (None, "A league of anglers"),
    ]
    assert {kind.pk for kind in kept.activity_kinds.all()} == {"field", "science"}
    assert (kept.members_answer, kept.commissions_answer) == ("yes", "")
    assert (kept.committees_answer, kept.secretariat_answer) == ("no", "not_known")
    assert (kept.planned, kept.implementation_status_id) == ("yes", "underway")
    assert kept.revision == account.revision + 1


def test_a_status_can_be_taken_back(writer, account):
    save(writer, account, implementation_status="underway")
    account.refresh_from_db()
    save(writer, account, implementation_status="")
    account.refresh_from_db()
    assert account.implementation_status is None


def test_an_older_copy_is_refused_and_both_are_shown(writer, account):
    save(writer, account, other_organisations="The first school", implementation_status="underway")
    answer = save(writer, account, other_organisations="The second school")
    assert answer.status_code == 422
    assert "The first school" in answer.text
    assert "The second school</textarea>" in answer.text
    account.refresh_from_db()
    assert account.other_organisations == "The first school"
    assert f'name="revision" value="{account.revision}"' in answer.text
    save(writer, account, other_organisations="The second school")
    account.refresh_from_db()
    assert account.other_organisations == "The second school"


@pytest.mark.parametrize(
    "form",
    [{"implementation_status": "splendid"}, {"planned": "maybe"}, {"members": "x" * 401}],
)
def test_what_cannot_be_stays_on_the_page(writer, account, form):
    answer = save(writer, account, status_reason="Typed with care.", **form)
    assert answer.status_code == 422
    assert "Typed with care." in answer.text


def test_a_body_keeps_its_term_when_the_form_is_saved(writer, account, cast):
    account.partners.create(
        kind="commission", constituent=cast.commission, term="2017-2020", term_is_doubtful=True
    )
    save(writer, account, commissions="Commission on Quiet Places, 2017-2020")
    partner = account.partners.get()
    assert (partner.constituent, partner.term) == (cast.commission, "2017-2020")
    assert partner.term_is_doubtful


def test_a_proposed_account_is_not_changed(writer, account_of):
    account = account_of(status="proposed")
    answer = save(writer, account, planned="yes")
    assert "not a draft any more" in answer.text
    account.refresh_from_db()
    assert account.planned == ""


def test_the_bench_shows_what_differs_from_last_year(writer, account_of, cast):
    account_of(year=cast.cycle.year - 1, status="published", implementation_status_id="initiated")
    account_of(implementation_status_id="underway")
    page = writer.get(reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year]))
    assert f"What has changed since {cast.cycle.year - 1}" in page.text
