"""Colleagues invited to a draft write once they accept, until they leave, and submit nothing."""

import re

import pytest
from django.urls import reverse

from resrec.journal.bounces import bounced
from resrec.journal.models import Entry, Mail
from resrec.people.models import User
from resrec.reporting.models import ActivityReport, CoWriter
from resrec.reporting.tests.pages import sent_by, words_of
from resrec.rules import RuleBroken


@pytest.fixture
def draft(report_of):
    return report_of(results="As it was")


@pytest.fixture
def press(client):
    """Post as somebody: `press(person, "co_writer_end", pk)`."""

    def post(person, name, *arguments, **fields):
        client.force_login(person)
        return client.post(reverse(name, args=arguments), fields)

    return post


@pytest.fixture
def invited(cast, draft, press):
    """Somebody from outside, known by address alone, whose language is French."""
    answer = press(cast.reporter, "co_writers", draft.pk, email="new@elsewhere.org", language="fr")
    assert answer.status_code == 302
    return CoWriter.objects.get()


@pytest.fixture
def writing(invited, press):
    press(invited.person, "co_writer_acceptance", invited.pk)
    invited.refresh_from_db()
    return invited


def opens(client, person, draft):
    client.force_login(person)
    return client.get(reverse("report_edit", args=[draft.pk])).status_code


def test_the_mail_is_in_their_language_with_a_link_of_their_own(client, invited, cast):
    mail = Mail.objects.get(to="new@elsewhere.org")
    assert mail.language == "fr"
    assert str(cast.member) in mail.text
    link = re.search(r"http\S+/fr/links/\S+", mail.text)[0]
    assert link in mail.html
    client.get(link)
    invited.refresh_from_db()
    assert invited.accepted_at is None, "opening a link changes nothing"
    looked = client.post(link, follow=True)
    assert reverse("co_writer_acceptance", args=[invited.pk]).removeprefix("/en") in looked.text


def test_one_press_on_the_link_s_page_accepts_and_opens_the_draft(client, invited, draft, cast):
    link = re.search(r"http\S+/fr/links/\S+", Mail.objects.get(to="new@elsewhere.org").text)[0]
    page = client.get(link)
    assert str(cast.member) in page.text
    invited.refresh_from_db()
    assert invited.accepted_at is None
    arrived = client.post(link, {"accept": "1"})
    invited.refresh_from_db()
    assert invited.accepted_at
    assert arrived.url.removeprefix("/fr") == f"/reports/{draft.pk}/edit/"
    assert client.get(arrived.url).status_code == 200
    # Pressed again, from an old page, it leads to the draft and says nothing twice.
    assert client.post(link, {"accept": "1"}, follow=True).status_code == 200
    assert Mail.objects.filter(subject__contains="writes in").count() == 1


def test_one_writes_only_once_one_accepts(client, invited, draft, press):
    assert opens(client, invited.person, draft) == 404
    answer = press(invited.person, "co_writer_acceptance", invited.pk)
    assert answer.url == reverse("report_edit", args=[draft.pk])
    assert opens(client, invited.person, draft) == 200
    assert Mail.objects.filter(to="reporter@example.org", subject__contains="writes in").exists()
    verbs = Entry.objects.filter(verb__startswith="co_writer.").values_list("verb", flat=True)
    assert list(verbs.order_by("sequence")) == ["co_writer.invited", "co_writer.accepted"]


def test_what_one_writes_is_in_the_draft(client, writing, draft):
    client.force_login(writing.person)
    address = reverse("report_edit", args=[draft.pk])
    page = client.get(address)
    client.post(address, sent_by(page, address) | {"challenges": "Little rain"})
    draft.refresh_from_db()
    assert draft.challenges == "Little rain"


def test_one_does_not_submit_discard_or_invite(client, writing, draft, press):
    page = client.get(reverse("report_edit", args=[draft.pk]))
    assert "Submit report" not in words_of(page)
    assert "can submit it" in words_of(page)
    for name in ("report_submission", "report_discard", "co_writers"):
        assert press(writing.person, name, draft.pk, email="x@example.org").status_code == 403


def test_an_invitation_opens_this_report_and_no_other(client, writing, report_of):
    assert opens(client, writing.person, report_of()) == 404


def test_one_goes_on_in_the_next_version(client, writing, draft, cast):
    draft.submit(by=cast.reporter)
    assert opens(client, writing.person, draft) == 302
    draft.send_back(by=cast.officer, reason="More, please.")
    newer = ActivityReport.objects.get(replaces=draft)
    assert opens(client, writing.person, newer) == 200


def test_one_who_leaves_is_out(client, writing, draft, press):
    press(writing.person, "co_writer_end", writing.pk)
    assert opens(client, writing.person, draft) == 404


def test_withdrawn_is_out_and_the_link_opens_no_more(client, invited, draft, cast, press):
    link = re.search(r"http\S+/links/\S+", Mail.objects.get(to="new@elsewhere.org").text)[0]
    press(cast.reporter, "co_writer_end", invited.pk)
    assert press(invited.person, "co_writer_acceptance", invited.pk).status_code == 404
    client.logout()
    assert client.get(link).status_code == 410
    # They can be invited again.
    assert CoWriter.invite(draft, "new@elsewhere.org", by=cast.reporter)


def test_nobody_else_answers(invited, cast, press):
    assert press(cast.stranger, "co_writer_acceptance", invited.pk).status_code == 404
    assert press(cast.other_reporter, "co_writer_end", invited.pk).status_code == 404


def test_an_address_is_not_told_the_name_of_before_they_accept(client, cast, draft):
    CoWriter.invite(draft, cast.stranger.email, by=cast.reporter)
    client.force_login(cast.reporter)
    words = words_of(client.get(reverse("co_writers", args=[draft.pk])))
    assert cast.stranger.email in words
    assert cast.stranger.name not in words


def test_who_is_there_already_is_not_invited(cast, draft, invited):
    for email in (cast.reporter.email, "NEW@elsewhere.org"):
        with pytest.raises(RuleBroken):
            CoWriter.invite(draft, email, by=cast.reporter)


def test_mail_that_came_back_shows(client, invited, draft, cast):
    bounced(Mail.objects.get(to="new@elsewhere.org"), "550 no such user")
    client.force_login(cast.reporter)
    page = words_of(client.get(reverse("co_writers", args=[draft.pk])))
    assert "Mail to this address comes back" in page


def test_many_invitations_in_an_hour_are_too_many(draft, cast, press):
    for number in range(20):
        User.objects.create_user(f"p{number}@example.org")
        press(cast.reporter, "co_writers", draft.pk, email="not an address")
        press(cast.reporter, "co_writers", draft.pk, email=cast.reporter.email)
    answer = press(cast.reporter, "co_writers", draft.pk, email="late@example.org")
    assert "wait an hour" in words_of(answer)
    assert not CoWriter.objects.exists()


def test_the_desk_shows_invitations_and_drafts(client, invited, press):
    client.force_login(invited.person)
    assert "invites you" in words_of(client.get(reverse("desk")))
    press(invited.person, "co_writer_acceptance", invited.pk)
    assert "Drafts of others" in words_of(client.get(reverse("desk")))


def test_who_has_written_in_it_does_not_judge_it(client, draft, cast, press):
    one = CoWriter.invite(draft, cast.focal_point.email, by=cast.reporter)
    one.accept(by=cast.focal_point)
    address = reverse("report_edit", args=[draft.pk])
    client.force_login(cast.focal_point)
    client.post(address, sent_by(client.get(address), address) | {"challenges": "Little rain"})
    one.end(by=cast.focal_point)
    ActivityReport.objects.get(pk=draft.pk).submit(by=cast.reporter)
    assert press(cast.focal_point, "report_acceptance", draft.pk).status_code == 403
