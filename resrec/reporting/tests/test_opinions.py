"""Several reviewers say what they think of a report; one of them gives the verdict."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.people.models import Membership
from resrec.reporting.models import ActivityReport, FocalPoint, Holder, Opinion
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken


@pytest.fixture
def report(report_of, cast):
    """One that waits; the Commission's reporter is a focal point of its text too."""
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="commission", constituent=cast.commission
    )
    Holder.objects.create(post=post, person=cast.commission_reporter)
    made = report_of(results="Two ponds were dug.", status="submitted")
    Mail.objects.all().delete()
    return made


@pytest.fixture
def against(cast, report):
    report.give_opinion("returned", by=cast.commission_reporter, words="Where are the ponds?")
    return Opinion.objects.get()


def press(client, report, action, **words):
    return client.post(reverse(f"report_{action}", args=[report.pk]), words)


def test_a_focal_point_says_what_they_think_and_changes_it(client, cast, report):
    client.force_login(cast.commission_reporter)
    press(client, report, "opinion", **{"opinion-leaning": "accepted"})
    said = {"opinion-leaning": "returned", "opinion-words": "Where are the ponds?"}
    press(client, report, "opinion", **said)
    opinion = Opinion.objects.get()
    assert (opinion.person, opinion.leaning) == (cast.commission_reporter, "returned")
    verbs = [entry.verb for entry in Entry.objects.about(report)]
    assert verbs.count("activity_report.opinion") == 2


def test_an_opinion_for_returning_says_why(client, cast, report):
    client.force_login(cast.commission_reporter)
    page = press(client, report, "opinion", **{"opinion-leaning": "returned"})
    assert "Say why the report should be returned." in words_of(page)
    assert not Opinion.objects.exists()


@pytest.mark.parametrize("leaning", ["", "perhaps", "\x00"])
def test_an_opinion_that_says_nothing_gets_a_message(client, cast, report, leaning):
    client.force_login(cast.officer)
    page = press(client, report, "opinion", **{"opinion-leaning": leaning})
    assert "for accepting the report or for returning it" in words_of(page)


def test_a_reviewer_says_a_word_beside_a_passage_and_judges_read_it(client, cast, report):
    client.force_login(cast.commission_reporter)
    page = client.get(report.get_absolute_url())
    assert 'name="opinion-about:results"' in page.text
    said = {"opinion-leaning": "returned", "opinion-about:results": "Which river?"}
    press(client, report, "opinion", **said)
    assert Opinion.objects.get().passages == {"results": "Which river?"}
    assert "Which river?" in client.get(report.get_absolute_url()).text
    client.force_login(cast.focal_point)
    page = client.get(report.get_absolute_url())
    assert "Results and achievements Which river?" in words_of(page)
    assert "opinion-about:" not in page.text, "those of the verdict stand there"


def test_nobody_is_asked_about_a_passage_that_they_may_not_read(client, cast, report_of, report):
    hidden = report_of(
        results="Two ponds.",
        challenges="A quarrel",
        private_fields=["challenges"],
        status="submitted",
    )
    client.force_login(cast.commission_reporter)
    page = client.get(hidden.get_absolute_url()).text
    assert "opinion-about:results" in page
    assert "opinion-about:challenges" not in page


def test_the_page_shows_all_opinions_with_names_and_who_has_not_said(client, cast, report, against):
    client.force_login(cast.focal_point)
    page = words_of(client.get(report.get_absolute_url()))
    assert "Where are the ponds?" in page
    assert "Commission Reporter" in page
    assert "2 reviewers have not said Focal Point, Officer" in page


@pytest.mark.parametrize("who", ["reporter", "nobody", "stranger"])
def test_its_own_people_and_readers_see_no_opinion(client, cast, report, against, who):
    report.accept(by=cast.officer, although="They are on the map.")
    if who != "nobody":
        client.force_login(getattr(cast, who))
    page = words_of(client.get(report.get_absolute_url()))
    assert "Where are the ponds?" not in page
    assert "They are on the map." not in page


def test_who_accepts_against_an_opinion_says_why(client, cast, report, against):
    client.force_login(cast.focal_point)
    page = press(client, report, "acceptance")
    assert "An opinion is for returning the report. Say why you accept it." in words_of(page)
    report.refresh_from_db()
    assert report.status == "submitted"
    press(client, report, "acceptance", although="They are on the map.")
    report.refresh_from_db()
    assert report.status == "accepted"
    assert report.reported_texts.get().reason == "They are on the map."


def test_many_at_one_press_cannot_pass_over_an_opinion(client, cast, report, against):
    client.force_login(cast.officer)
    assert "an opinion is for returning it" in words_of(client.get(reverse("review")))
    answer = client.post(reverse("review"), {"report": report.pk}, follow=True)
    assert "Say why you accept it." in answer.text
    report.refresh_from_db()
    assert report.status == "submitted"


def test_one_s_own_opinion_binds_nobody_else(cast, report):
    report.give_opinion("returned", by=cast.focal_point, words="Hm.")
    report.accept(by=cast.focal_point)
    assert report.status == "accepted"


def test_who_gave_an_opinion_is_told_the_outcome(cast, report, against):
    report.give_opinion("accepted", by=cast.officer)
    report.accept(by=cast.officer, although="They are on the map.")
    told = {mail.to: mail for mail in Mail.objects.all()}
    assert set(told) == {cast.commission_reporter.email, cast.reporter.email}
    assert "They are on the map." in told[cast.commission_reporter.email].text
    assert "They are on the map." not in told[cast.reporter.email].text


def test_who_was_for_accepting_reads_what_should_change(cast, report):
    report.give_opinion("accepted", by=cast.commission_reporter)
    report.send_back(by=cast.officer, reasons={"results": "Which river?"})
    mail = Mail.objects.get(to=cast.commission_reporter.email)
    assert "is returned" in mail.subject
    assert "Which river?" in mail.text


def test_after_the_verdict_opinions_are_frozen(cast, report, against):
    report.send_back(by=cast.officer, reason="Where?")
    with pytest.raises(RuleBroken):
        report.give_opinion("accepted", by=cast.commission_reporter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.filter(pk=against.pk).update(words="Never mind.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.create(reported=against.reported, person=cast.officer, leaning="accepted")


def test_one_person_has_one_opinion_on_a_text(cast, report, against):
    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.create(
            reported=against.reported, person=cast.commission_reporter, leaning="accepted"
        )


def test_a_verdict_is_not_changed_in_the_database(cast, report):
    report.accept(by=cast.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        report.reported_texts.update(verdict="returned")


def test_nobody_judges_the_report_of_their_own_constituent(client, cast, report):
    Membership.objects.create(person=cast.focal_point, constituent=cast.member)
    client.force_login(cast.focal_point)
    assert press(client, report, "acceptance").status_code == 403
    assert press(client, report, "opinion").status_code == 403
    assert not ActivityReport.objects.to_judge(cast.focal_point).exists()
    page = words_of(client.get(report.get_absolute_url()))
    assert "You have a part in this report" in page


def test_the_secretariat_s_own_report_is_judged_by_another_of_its_people(cast, report_of):
    report = report_of(by=cast.focal_point, results="Two workshops.", status="submitted")
    assert ActivityReportPolicy(cast.officer, report).can_judge
    assert not ActivityReportPolicy(cast.focal_point, report).can_judge


def test_what_an_officer_entered_on_behalf_is_accepted_by_a_second_person(client, cast, report_of):
    report = ActivityReport.begin(
        by=cast.officer, constituent=cast.member, resolution=cast.resolution, language="en"
    )
    days = {"period_from": "2026-01-01", "period_to": "2026-12-31"}
    ActivityReport.objects.filter(pk=report.pk).update(results="Two bridges.", **days)
    report.refresh_from_db()
    report.submit(by=cast.officer)
    client.force_login(cast.officer)
    assert press(client, report, "acceptance").status_code == 403
    assert not ActivityReport.objects.to_judge(cast.officer).exists()
    client.force_login(cast.focal_point)
    press(client, report, "acceptance")
    report.refresh_from_db()
    assert report.status == "accepted"


def test_a_lead_who_has_a_part_in_it_is_not_asked_and_the_officers_are(cast, report_of):
    Membership.objects.create(person=cast.focal_point, constituent=cast.member)
    Mail.objects.all().delete()
    report_of(results="Two ponds.", status="submitted")
    assert [mail.to for mail in Mail.objects.all()] == [cast.officer.email]


def test_who_wrote_a_passage_of_it_does_not_judge_it(client, cast, report_of):
    written = {"results": [cast.officer.pk, "2026-11-27T12:00:00+00:00", "page"]}
    report = report_of(results="Two ponds.", touched=written, status="submitted")
    client.force_login(cast.officer)
    assert press(client, report, "acceptance").status_code == 403
    assert "None is waiting." in words_of(client.get(reverse("review")))
    client.force_login(cast.focal_point)
    assert press(client, report, "acceptance").status_code == 302
