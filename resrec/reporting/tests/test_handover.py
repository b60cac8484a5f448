"""What a leaver hands over."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from resrec.reporting.models import FocalPoint, Holder

YESTERDAY = date.today() - timedelta(days=1)


@pytest.fixture
def member_post(cast):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    Holder.objects.create(post=post, person=cast.commission_reporter, until=YESTERDAY)
    Holder.objects.create(post=post, person=cast.other_reporter, since=date.today())
    return post


def handover(client, who, post):
    client.force_login(who)
    return client.get(reverse("post_handover", args=[post.pk]))


def test_leaver_successor_and_officers_read_it(client, cast, member_post):
    for who in (cast.commission_reporter, cast.other_reporter, cast.officer):
        assert handover(client, who, member_post).status_code == 200
    # Another focal point of the text reads the post's page, not what is handed over.
    assert handover(client, cast.focal_point, member_post).status_code == 403
    assert handover(client, cast.reporter, member_post).status_code == 404


def test_who_left_before_the_last_reads_it_no_more(client, cast, member_post):
    Holder.objects.create(
        post=member_post, person=cast.stranger, since=date(2010, 1, 1), until=date(2011, 1, 1)
    )
    member_post.holders.filter(person=cast.commission_reporter).update(since=date(2012, 1, 1))
    assert handover(client, cast.stranger, member_post).status_code == 403


def test_open_items_are_those_of_the_constituent(client, cast, member_post, report_of):
    report_of(results="Half written.")
    report_of(by=cast.commission_reporter, results="Theirs.")
    report_of(results="Handed in.", status="submitted")
    shown = handover(client, cast.other_reporter, member_post).context["handover"]
    assert [report.constituent for report in shown.drafts] == [cast.member]
    assert [report.constituent for report in shown.waiting] == [cast.member]
    # A draft is named; opening it is for the constituent's own people.
    assert shown.readable == {shown.waiting[0].pk}


def test_a_lead_hands_over_all_that_waits_for_a_verdict(client, cast, report_of, account_of):
    post = FocalPoint.objects.get(role="secretariat_lead")
    report_of(results="One.", status="submitted")
    report_of(by=cast.commission_reporter, results="Two.", status="submitted")
    account_of()
    accepted = report_of(by=cast.other_reporter, results="Three.", status="accepted")
    shown = handover(client, cast.focal_point, post).context["handover"]
    assert len(shown.waiting) == 2
    assert len(shown.in_work) == 1
    assert shown.last_reports == [accepted]


def test_promised_steps_are_told_and_private_ones_are_not(client, cast, member_post, report_of):
    report = report_of(results="Done.")
    report.future_activities.create(title="Fence", description="The fence is to be moved.")
    hidden = report.future_activities.create(title="Deal", description="Land is to be bought.")
    report.private_fields = [f"future:{hidden.key}/description"]
    report.save()
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    page = handover(client, cast.other_reporter, member_post).content.decode()
    assert "The fence is to be moved." in page
    assert "Land is to be bought." not in page


def test_mail_is_that_about_the_text_and_without_its_words(client, cast, member_post):
    another = FocalPoint.objects.create(
        resolution=cast.cycle.assembly.resolutions.exclude(pk=cast.resolution.pk).first(),
        role_id="member",
        constituent=cast.member,
    )
    another.invite(cast.other_reporter, by=cast.officer)
    Holder.objects.filter(person=cast.other_reporter, post=member_post).delete()
    member_post.invite(cast.other_reporter, by=cast.officer)
    shown = handover(client, cast.officer, member_post).context["handover"]
    assert [mail.to for mail in shown.mail] == [cast.other_reporter.email]
    assert cast.resolution.label in shown.mail[0].subject
