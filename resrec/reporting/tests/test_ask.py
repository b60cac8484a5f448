"""Asking: who is asked on which day, who is not, and nobody twice."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from resrec.journal.models import Entry, Mail
from resrec.people.models import MailChoices
from resrec.reporting.asking.digest import ask
from resrec.reporting.asking.due import next_asking, plan
from resrec.reporting.asking.ladder import Quiet
from resrec.reporting.models import QuietDay, Reminder, Rung
from resrec.reporting.models.asking import lay_ladder, pause
from resrec.reporting.tests.asking import day, first_weekday, give_post

pytestmark = pytest.mark.django_db

START = first_weekday(5, 4)  # so that a week on from it is a working day too


@pytest.fixture
def cycle(cast):
    """Due a fortnight after START; the lead is asked on START, alternates a week later."""
    cast.cycle.reports_due_on = START + timedelta(days=14)
    cast.cycle.save()
    Rung.objects.create(cycle=cast.cycle, days=-14, audience="lead")
    Rung.objects.create(cycle=cast.cycle, days=-7, audience="alternate")
    Rung.objects.create(cycle=cast.cycle, days=7, audience="alternate")
    return cast.cycle


@pytest.fixture
def post(cast, cycle):
    """The Member's post, whose holder is its reporter. The Secretariat's is taken away."""
    cast.focal_point.posts.all().delete()
    return give_post("member", cast.member, cast.reporter, cast.resolution)


def asked():
    return sorted(Mail.objects.values_list("to", flat=True))


def week(number):
    return START + timedelta(weeks=number)


def test_a_post_is_asked_on_each_rung_and_on_no_other_day(post, cast):
    days = [START + timedelta(days=n) for n in range(-3, 30)]
    assert [one for one in days if ask(one)] == [week(0), week(1), week(3)]
    assert asked() == [cast.reporter.email] * 3
    assert {one.post for one in Reminder.objects.all()} == {post}


def test_run_twice_on_a_day_or_after_a_kill_it_asks_nobody_twice(post):
    assert ask(START) == 1
    assert ask(START) == 0
    call_command("ask", "--on", START.isoformat())
    assert Mail.objects.count() == 1


def test_of_two_workers_only_one_asks(post, monkeypatch):
    found = plan(START)
    assert ask(START) == 1
    monkeypatch.setattr("resrec.reporting.asking.digest.plan", lambda on: found)
    assert ask(START) == 0
    assert Mail.objects.count() == Reminder.objects.count() == 1


def test_rungs_missed_while_the_worker_was_down_are_asked_once(post):
    assert ask(START + timedelta(days=9)) == 1
    assert not any(ask(START + timedelta(days=n)) for n in (10, 11, 14))


@pytest.mark.parametrize("kind", ["nothing", "done"])
def test_it_stops_when_anyone_of_the_constituent_has_answered(kind, post, cast):
    from resrec.reporting.asking.short_answers import answer

    assert ask(START) == 1
    answer(cast.resolution, cast.member, kind, by=cast.reporter)
    assert ask(week(1)) == 0
    assert plan(week(1)).left["answered"] == 1


def test_a_full_report_stops_it_a_draft_and_a_returned_one_do_not(post, report_of, cast):
    report_of(results="Begun.")
    assert ask(START) == 1
    report = report_of(results="Bridges.", status="submitted")
    assert plan(week(1)).asks == []
    report.send_back(by=cast.officer, reason="Which?")
    assert len(plan(week(1)).asks) == 1


def test_a_report_of_a_body_merged_into_it_is_its_answer(post, cast, report_of):
    report_of(by=cast.other_reporter, results="Bridges.", status="submitted")
    assert len(plan(START).asks) == 1
    cast.other_member.merge_into(cast.member, by=cast.officer)
    assert plan(START).asks == []


def test_the_alternate_is_asked_from_a_later_rung_beside_the_lead(cast, cycle):
    give_post("secretariat_alternate", cast.secretariat, cast.officer, cast.resolution)
    ask(START)
    assert asked() == [cast.focal_point.email]
    ask(week(1))
    assert asked() == sorted([cast.focal_point.email] * 2 + [cast.officer.email])


def test_a_vacant_lead_is_counted_and_the_alternate_stands_in(cast, cycle):
    cast.focal_point.posts.all().delete()
    give_post("secretariat_alternate", cast.secretariat, cast.officer, cast.resolution)
    found = plan(START)
    assert [one.person for one in found.asks] == [cast.officer]
    assert found.left["vacant"] == 1


def test_who_declined_or_has_not_accepted_is_not_asked(cast, post):
    cast.reporter.posts.all().delete()
    post.invite(cast.reporter, by=cast.officer)
    found = plan(START)
    assert found.asks == []
    assert found.left["vacant"] == 2  # the lead's, emptied by the fixture, as well


def test_weekends_holidays_and_own_quiet_days_move_it_on(post, cast):
    QuietDay.objects.create(day=START, name="A feast")
    following = START + timedelta(days=1)
    choices = MailChoices.of(cast.reporter)
    choices.choose(frequency="daily", quiet_weekdays=[following.weekday()], by=cast.reporter)
    days = [START + timedelta(days=n) for n in range(6)]
    first = [one for one in days if ask(one)]
    assert len(first) == 1
    assert first[0] > following
    assert first[0].weekday() < 5


def test_no_more_than_the_cap_in_a_month(post, cast, settings, cycle):
    settings.ASKING_CAP = 2
    Rung.objects.create(cycle=cycle, days=-13)
    Rung.objects.create(cycle=cycle, days=-12)
    month = [START + timedelta(days=n) for n in range(3)]
    assert [ask(one) for one in month if one.weekday() < 5].count(1) <= 2
    if month[2].weekday() < 5:
        assert plan(month[2]).left["cap"] == 1


def test_all_gaps_of_a_person_come_in_one_message(cast, post):
    from resrec.library.models import Resolution

    others = Resolution.objects.filter(assembly=cast.cycle.assembly).exclude(pk=cast.resolution.pk)
    for other in others[:3]:
        give_post("member", cast.member, cast.reporter, other)
    assert ask(START) == 1
    assert Reminder.objects.count() == 4
    mail = Mail.objects.get()
    assert all(other.label in mail.text for other in others[:3])


@pytest.mark.parametrize(("frequency", "number"), [("weekly", 1), ("monthly", 1), ("never", 0)])
def test_nobody_is_written_to_more_often_than_they_chose(frequency, number, post, cast, cycle):
    choices = MailChoices.of(cast.reporter)
    choices.choose(frequency=frequency, quiet_weekdays=[], by=cast.reporter)
    Rung.objects.create(cycle=cycle, days=-12)
    assert sum(ask(START + timedelta(days=n)) for n in range(5)) == number


def test_a_paused_cycle_asks_nobody_and_the_journal_knows(post, cast, cycle):
    pause(cycle, by=cast.officer)
    pause(cycle, by=cast.officer)
    assert plan(START).asks == []
    assert Entry.objects.filter(verb="asking.paused").count() == 1


def test_an_address_from_which_mail_comes_back_is_not_written_to(post, cast):
    from resrec.journal.outbox import post as write

    mail = write(
        cast.reporter, "people/mail/asks_to_join", asking=cast.stranger, constituent="", message=""
    )
    Mail.objects.filter(pk=mail.pk).update(bounced_at=timezone.now())
    assert plan(START).asks == []
    assert plan(START).left["nobody_to_ask"] == 1


def test_the_next_day_is_shown_until_somebody_has_answered(post, cast, cycle, report_of):
    cycle.reports_due_on = timezone.localdate() + timedelta(days=40)
    cycle.closes_on = None
    cycle.save()
    first = Quiet().next_after(cycle.reports_due_on - timedelta(days=14))
    assert next_asking(post, cycle) == first
    report_of(results="Bridges.", status="submitted")
    assert next_asking(post, cycle) is None


def test_a_dry_run_says_who_and_writes_nothing(post, cast, capsys):
    call_command("ask", "--dry-run", "--on", START.isoformat())
    said = capsys.readouterr().out
    assert f"{cast.reporter.email}: {cast.resolution.code}" in said
    assert "Would be asked: 1" in said
    assert not Mail.objects.exists()


def test_the_usual_rungs_are_laid_once(cast):
    lay_ladder(cast.cycle)
    assert not cast.cycle.rungs.exists()
    cast.cycle.reports_due_on = day(11, 30)
    lay_ladder(cast.cycle)
    cast.cycle.rungs.first().delete()
    lay_ladder(cast.cycle)
    assert cast.cycle.rungs.count() == 4


def test_more_posts_do_not_mean_more_queries(post, cast, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from resrec.library.models import Resolution

    with CaptureQueriesContext(connection) as few:
        plan(START)
    for other in Resolution.objects.filter(assembly=cast.cycle.assembly)[:40]:
        give_post("commission", cast.commission, cast.commission_reporter, other)
    with CaptureQueriesContext(connection) as many:
        assert len(plan(START).asks) == 2
    assert len(many) == len(few)
