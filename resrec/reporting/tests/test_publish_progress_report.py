"""Draft, proposed, published, superseded: who moves an account, and what must be so first."""

import pytest
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.people.models import Membership, User
from resrec.reporting.models import FocalPoint, Holder, ProgressReport
from resrec.rules import RuleBroken

PEOPLE = ["focal_point", "officer", "reporter", "stranger"]


@pytest.fixture
def source(report_of):
    return report_of(results="Three ponds were dug.", status="accepted")


@pytest.fixture
def second_officer(cast):
    person = User.objects.create_user("second@example.org", name="Second")
    Membership.objects.create(person=person, constituent=cast.secretariat, role="officer")
    return person


def press(client, name, account, **form):
    return client.post(reverse(f"progress_{name}", args=[account.pk]), form)


def test_the_chain(client, cast, account_of, source):
    account = account_of(quotes=[(source, "results", "Three ponds")])
    client.force_login(cast.focal_point)
    press(client, "proposal", account)
    client.force_login(cast.officer)
    answer = press(client, "publication", account)
    account.refresh_from_db()
    assert account.status == "published"
    assert answer.url == account.get_absolute_url()
    verbs = Entry.objects.about(account).values_list("verb", flat=True)
    assert list(verbs) == ["progress_report.proposed", "progress_report.published"]
    assert Entry.objects.first_broken() is None


@pytest.mark.parametrize(
    ("name", "status", "answers"),
    [
        ("proposal", "draft", [302, 302, 404, 404]),
        ("publication", "proposed", [403, 302, 404, 404]),
        ("return", "proposed", [403, 422, 404, 404]),
        ("writer", "draft", [403, 302, 404, 404]),
        ("next_version", "published", [302, 302, 403, 403]),
    ],
)
def test_who_may_press_what(client, cast, account_of, name, status, answers):
    account = account_of(status=status)
    for who, answer in reversed(list(zip(PEOPLE, answers, strict=True))):
        client.force_login(getattr(cast, who))
        assert press(client, name, account).status_code == answer, who


def test_the_first_of_two_officers_publishes(client, cast, account_of, second_officer):
    account = account_of(status="proposed")
    theirs = ProgressReport.objects.get(pk=account.pk)
    account.publish(by=cast.officer)
    with pytest.raises(RuleBroken, match="Someone else"):
        theirs.publish(by=second_officer)
    assert ProgressReport.objects.published().count() == 1
    client.force_login(second_officer)
    answer = client.post(reverse("progress_publication", args=[account.pk]), follow=True)
    assert "That step is not open" in answer.text


def test_nothing_to_publish(cast, account_of):
    with pytest.raises(RuleBroken, match="no statement"):
        account_of(says=()).propose(by=cast.focal_point)


def test_a_quoted_statement_without_source_is_not_published(cast, account_of):
    account = account_of()
    account.statements.create(section="results", text="Ponds.", language="en", basis="quoted")
    with pytest.raises(RuleBroken, match="no source"):
        account.propose(by=cast.focal_point)


def test_a_status_that_moves_needs_a_reason(client, cast, account_of):
    account_of(year=cast.cycle.year - 1, status="published", implementation_status_id="initiated")
    account = account_of(implementation_status_id="underway")
    client.force_login(cast.focal_point)
    answer = client.post(reverse("progress_proposal", args=[account.pk]), follow=True)
    assert "Say in a sentence why it has moved." in answer.text
    account.refresh_from_db()
    assert account.status == "draft"
    ProgressReport.objects.filter(pk=account.pk).update(status_reason="Water stands in them.")
    press(client, "proposal", account)
    account.refresh_from_db()
    assert account.status == "proposed"


def test_sending_back_needs_a_reason_and_tells_the_writer(client, cast, account_of):
    account = account_of(status="proposed", writer=cast.focal_point)
    client.force_login(cast.officer)
    assert press(client, "return", account, reason=" ").status_code == 422
    press(client, "return", account, reason="Which ponds?")
    account.refresh_from_db()
    assert account.status == "draft"
    assert "Which ponds?" in Mail.objects.get(to=cast.focal_point.email).text


def test_officers_are_asked_to_publish(client, cast, account_of, second_officer):
    account = account_of()
    client.force_login(cast.officer)
    press(client, "proposal", account)
    assert [mail.to for mail in Mail.objects.all()] == [second_officer.email]


def test_those_who_reported_hear_what_their_report_supports(client, cast, account_of, source):
    account = account_of(quotes=[(source, "results", "Three ponds")], status="proposed")
    client.force_login(cast.officer)
    press(client, "publication", account)
    mail = Mail.objects.get(to=cast.reporter.email, text__contains="supports")
    assert "supports statement 2." in mail.text
    assert f"/en/resolutions/{cast.resolution.code}/progress/" in mail.text


def test_a_refused_proposal_sends_nothing(client, cast, account_of):
    client.force_login(cast.focal_point)
    press(client, "proposal", account_of(says=()))
    assert not Mail.objects.exists()


def test_the_writing_is_given_to_a_focal_point(client, cast, account_of):
    account = account_of()
    client.force_login(cast.officer)
    press(client, "writer", account, writer=cast.commission_reporter.pk)
    account.refresh_from_db()
    assert account.writer is None  # not a focal point of the text
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="commission", constituent=cast.commission
    )
    holder = Holder.objects.create(post=post, person=cast.commission_reporter)
    press(client, "writer", account, writer=cast.commission_reporter.pk)
    client.force_login(cast.commission_reporter)
    assert press(client, "proposal", account).status_code == 302
    account.refresh_from_db()
    assert (account.writer, account.status) == (cast.commission_reporter, "proposed")
    holder.delete()
    assert press(client, "proposal", account).status_code == 404  # who left the post writes no more


@pytest.mark.parametrize("status", ["draft", "proposed"])
def test_the_bench_of_an_account_in_work(client, cast, account_of, status):
    account = account_of(status=status, writer=cast.focal_point)
    bench = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])
    for who, answer in zip(PEOPLE, [200, 200, 404, 404], strict=True):
        client.force_login(getattr(cast, who))
        page = client.get(bench)
        assert page.status_code == answer
        can_publish = reverse("progress_publication", args=[account.pk]) in page.text
        assert can_publish == (who == "officer" and status == "proposed")
