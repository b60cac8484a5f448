"""Reports of trusted constituents are accepted after a period without objection."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import formats, timezone

from resrec.journal.models import Entry, Mail
from resrec.reporting.account.warnings import warnings_for
from resrec.reporting.judging.acceptance_by_rule import accept_waiting
from resrec.reporting.judging.trusted import records
from resrec.reporting.models import ActivityReport, SpotCheck, Trust
from resrec.reporting.models.spot_check import is_drawn
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken

LONG = "Ten ponds were dug along the river by volunteers of three villages in the spring."
DAYS = 10


@pytest.fixture(autouse=True)
def _nothing_is_drawn(settings):
    settings.SPOT_CHECK_ONE_IN = 0


@pytest.fixture
def trust(cast, report_of):
    """The Member has reported before, and is trusted since long."""
    report_of(results=LONG, status="accepted")
    given = Trust.give(cast.member, days=DAYS, reason="Ten years of care.", by=cast.officer)
    _move(given, given_at=timezone.now() - timedelta(days=100))
    return given


def _move(trust, **fields):
    """Change a row as only a test does: its words are frozen, its days too."""
    Trust.objects.filter(pk=trust.pk).delete()
    for name, value in fields.items():
        setattr(trust, name, value)
    trust.save(force_insert=True)


@pytest.fixture
def waiting(report_of, trust):
    """Make a report that was submitted so many days ago."""

    def make(days=DAYS + 1, **words):
        report = report_of(**{"results": LONG, "status": "submitted"} | words)
        at = timezone.now() - timedelta(days=days)
        ActivityReport.objects.filter(pk=report.pk).update(submitted_at=at)
        report.refresh_from_db()
        return report

    return make


def status_of(report):
    return ActivityReport.objects.get(pk=report.pk).status


def test_what_has_waited_its_period_is_accepted_by_nobody_and_says_so(client, waiting, trust):
    report = waiting()
    Mail.objects.all().delete()
    assert accept_waiting() == {"accepted": 1}
    assert status_of(report) == "accepted"
    reported = report.reported_texts.get()
    assert (reported.decided_by, reported.trust) == (None, trust)
    entry = Entry.objects.about(report).get(verb="activity_report.text_accepted")
    assert (entry.by, entry.content["trust"]) == (None, trust.pk)
    page = words_of(client.get(report.get_absolute_url()))
    assert "for 10 days nobody spoke against this one. The Secretariat has not read it." in page
    assert "accepted by rule" in Mail.objects.get().text


@pytest.mark.parametrize("days", [0, DAYS])
def test_before_its_period_is_over_it_waits(waiting, days):
    report = waiting(days)
    assert accept_waiting() == {}
    assert status_of(report) == "submitted"


def test_the_command_can_be_run_twice(waiting, capsys):
    waiting()
    call_command("accept_waiting")
    call_command("accept_waiting")
    assert "Accepted: 1;" in capsys.readouterr().out


def test_one_that_fails_leaves_what_was_accepted_before_it(waiting, monkeypatch):
    """Killed half-way, the next run goes on where this one ended."""
    first, second = waiting(DAYS + 3), waiting(DAYS + 2)
    accept = ActivityReport.accept

    def killed(report, **how):
        accept(report, **how)
        if report.pk == second.pk:
            raise KeyboardInterrupt

    monkeypatch.setattr(ActivityReport, "accept", killed)
    with pytest.raises(KeyboardInterrupt):
        accept_waiting()
    assert (status_of(first), status_of(second)) == ("accepted", "submitted")
    monkeypatch.undo()
    assert accept_waiting() == {"accepted": 1}
    assert status_of(second) == "accepted"


def test_never_against_an_opinion(cast, waiting):
    report = waiting()
    report.give_opinion("returned", by=cast.focal_point, words="Where are the ponds?")
    assert accept_waiting() == {"doubted": 1}
    assert status_of(report) == "submitted"
    report.give_opinion("accepted", by=cast.focal_point)
    assert accept_waiting() == {"accepted": 1}


@pytest.mark.parametrize(
    "words",
    [
        {"private_fields": ["results"]},
        {"results": "Ponds."},
        {"on_behalf": True, "by_officer": True},
        {"version": 2},
    ],
    ids=["private", "short", "on behalf", "correction"],
)
def test_never_what_should_be_read_first(cast, waiting, words):
    if words.pop("by_officer", False):
        words |= {"by": cast.officer, "constituent": cast.member}
    report = waiting(**words)
    assert accept_waiting() == {"doubted": 1}
    assert status_of(report) == "submitted"


def test_never_of_a_constituent_that_was_returned_lately(cast, waiting):
    waiting().send_back(by=cast.officer, reason="Where?")
    report = waiting()
    assert accept_waiting() == {"doubted": 1}
    assert status_of(report) == "submitted"


def test_never_of_others(cast, waiting):
    waiting(by=cast.other_reporter)
    assert accept_waiting() == {}


def test_a_trust_that_is_ended_or_over_accepts_nothing(cast, waiting, trust):
    waiting()
    _move(trust, until=timezone.localdate() - timedelta(days=1))
    assert accept_waiting() == {}
    _move(trust, until=None)
    trust.withdraw(by=cast.officer, reason="Three of five came back.")
    assert accept_waiting() == {}


def test_a_new_trust_gives_its_days_to_what_waits_already(cast, waiting):
    waiting(days=300)
    Trust.give(cast.member, days=DAYS, reason="Anew.", by=cast.officer)
    assert accept_waiting() == {}


def test_a_body_merged_into_a_trusted_one_is_trusted(cast, waiting, trust):
    report = waiting(by=cast.other_reporter)
    cast.other_member.merge_into(cast.member, by=cast.officer)
    accept_waiting()
    assert status_of(report) == "submitted", "its first report under this name is read"
    ActivityReport.objects.filter(pk=report.pk).update(status="draft")


def test_who_judges_and_who_reports_are_told_the_day(client, cast, trust, report_of):
    report = report_of(results=LONG, status="submitted")
    day = formats.date_format(timezone.localdate() + timedelta(days=DAYS + 1), "DATE_FORMAT")
    assert f"accepted by rule on {day}" in Mail.objects.latest("pk").text
    for who in (cast.focal_point, cast.reporter):
        client.force_login(who)
        assert f"accepted by rule on {day}" in words_of(client.get(report.get_absolute_url()))
    report.give_opinion("returned", by=cast.officer, words="Hm.")
    assert "accepted by rule on" not in words_of(client.get(report.get_absolute_url()))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"])
def test_whole_days_lie_between_in_every_zone(settings, trust, zone):
    """From the first to the last zone of the world are 25 hours: the period is never shorter."""
    settings.TIME_ZONE = zone
    with timezone.override(zone):
        for hour in range(24):
            at = datetime(2026, 11, 20, hour, 59, tzinfo=UTC)
            day = trust.accepts_on(ActivityReport(submitted_at=at))
            midnight = timezone.make_aware(datetime(day.year, day.month, day.day))
            assert timedelta(days=DAYS) <= midnight - at <= timedelta(days=DAYS + 1)


def test_a_clock_ahead_makes_it_wait_longer(waiting):
    waiting(days=-1)
    assert accept_waiting() == {}


# Spot checks


@pytest.fixture
def all_drawn(settings):
    settings.SPOT_CHECK_ONE_IN = 1


def test_a_share_is_drawn_the_same_one_each_time(settings, report_of):
    settings.SPOT_CHECK_ONE_IN = 5
    series = [ActivityReport().series for _number in range(1000)]
    drawn = [is_drawn(one) for one in series]
    assert 140 < sum(drawn) < 260
    assert drawn == [is_drawn(one) for one in series]
    settings.SECRET_KEY = "another"
    assert drawn != [is_drawn(one) for one in series], "who knows a series cannot tell"


def test_what_is_drawn_is_held_once_and_waits_for_a_person(client, cast, waiting, all_drawn):
    report = waiting()
    assert accept_waiting() == {"held": 1}
    assert accept_waiting() == {"doubted": 1}
    assert status_of(report) == "submitted"
    asked = Mail.objects.filter(subject__contains="spot check")
    assert [mail.to for mail in asked] == [cast.focal_point.email]
    client.force_login(cast.officer)
    assert "Held for a spot check 1" in words_of(client.get(reverse("trust")))
    assert "held for a spot check" in words_of(client.get(reverse("review")))
    assert "drawn for a spot check" in words_of(client.get(report.get_absolute_url()))
    report.accept(by=cast.officer)
    assert SpotCheck.objects.get().outcome == "confirmed"


def test_a_held_one_that_is_returned_counts_against_its_constituent(cast, waiting, all_drawn):
    report = waiting()
    accept_waiting()
    ActivityReport.objects.get(pk=report.pk).send_back(by=cast.officer, reason="Where?")
    (record,) = records()
    assert (record.accepted, record.checked, record.returned, record.held) == (0, 1, 1, 0)


@pytest.fixture
def accepted(waiting):
    report = waiting()
    accept_waiting()
    Mail.objects.all().delete()
    return ActivityReport.objects.get(pk=report.pk)


def check(client, report, **words):
    return client.post(reverse("report_spot_check", args=[report.pk]), words)


def test_an_officer_confirms_what_the_rule_has_accepted(client, cast, accepted):
    client.force_login(cast.officer)
    assert "read by nobody since 1" in words_of(client.get(reverse("trust")))
    check(client, accepted, do="confirm")
    assert "read by nobody since 0" in words_of(client.get(reverse("trust")))
    assert SpotCheck.objects.get().outcome == "confirmed"
    assert "has read it since" in words_of(client.get(accepted.get_absolute_url()))


def test_or_asks_for_a_correction_which_opens_as_the_next_version(client, cast, accepted):
    client.force_login(cast.officer)
    page = check(client, accepted, do="return")
    assert "Say what should be changed" in words_of(page)
    check(client, accepted, do="return", **{"about:results": "Which river?"})
    draft = accepted.replaced_by
    assert (status_of(accepted), draft.status, draft.version) == ("accepted", "draft", 2)
    mail = Mail.objects.get(to=cast.reporter.email)
    assert "Which river?" in mail.text
    assert reverse("report_edit", args=[draft.pk]) in mail.text
    client.force_login(cast.reporter)
    assert "Which river?" in words_of(client.get(reverse("report_edit", args=[draft.pk])))
    assert "Returned to you 1" in words_of(client.get(reverse("desk")))
    client.logout()
    assert "Which river?" not in words_of(client.get(accepted.get_absolute_url()))


def test_the_bench_tells_what_nobody_has_read_and_what_is_to_be_corrected(
    cast, accepted, account_of
):
    account = account_of()

    def kinds():
        return {one.kind for one in warnings_for(account)} & {"unread", "correction_asked"}

    assert kinds() == {"unread"}
    accepted.ask_for_correction(by=cast.focal_point, reason="Which river?")
    assert kinds() == {"correction_asked"}


def test_it_is_looked_at_once(client, cast, accepted):
    accepted.confirm(by=cast.officer)
    client.force_login(cast.officer)
    answer = check(client, accepted, do="return", reason="No.")
    assert "looked at this report already" in client.get(answer.url).text
    assert not hasattr(accepted, "replaced_by")


def test_only_what_the_rule_accepted_is_looked_at(cast, report_of):
    with pytest.raises(RuleBroken):
        report_of(results=LONG, status="accepted").confirm(by=cast.officer)


# Giving trust and ending it


def give(client, **words):
    sent = {"constituent": "Estuary Watch", "days": "14", "reason": "Ten years.", "until": ""}
    return client.post(reverse("trust"), sent | words)


def test_an_officer_gives_trust_anew_and_ends_it(client, cast):
    client.force_login(cast.officer)
    give(client)
    give(client, days="7")
    before, standing = Trust.objects.order_by("pk")
    assert before.ended_at
    assert (standing.days, standing.ended_at) == (7, None)
    client.post(reverse("trust_withdrawal", args=[standing.pk]), {"reason": "Too often returned."})
    assert not Trust.objects.standing().exists()
    page = words_of(client.get(reverse("trust")))
    assert "Too often returned." in page
    verbs = [entry.verb for entry in Entry.objects.about(cast.other_member)]
    assert verbs == [
        "constituent.trusted",
        "constituent.trusted_no_more",
        "constituent.trusted",
        "constituent.trusted_no_more",
    ]


@pytest.mark.parametrize(
    "words",
    [
        {"days": "0"},
        {"days": "366"},
        {"days": "soon"},
        {"reason": "  "},
        {"constituent": "Nobody at all"},
        {"constituent": ""},
        {"until": "2020-01-01"},
        {"until": "\x00"},
    ],
)
def test_what_is_wrong_gets_a_message(client, cast, words):
    client.force_login(cast.officer)
    assert "error-summary" in give(client, **words).text
    assert not Trust.objects.exists()


def test_ending_says_why(client, cast, trust):
    client.force_login(cast.officer)
    answer = client.post(reverse("trust_withdrawal", args=[trust.pk]), {"reason": " "}, follow=True)
    assert "Say in a sentence why it ends." in answer.text
    assert Trust.objects.standing().get() == trust


def test_a_rule_keeps_its_words(trust):
    with pytest.raises(IntegrityError), transaction.atomic():
        Trust.objects.filter(pk=trust.pk).update(days=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Trust.objects.create(
            constituent=trust.constituent, days=3, reason="Twice.", given_by=trust.given_by
        )


def test_queries_of_the_page_do_not_grow(client, cast, waiting, django_assert_max_num_queries):
    for _number in range(5):
        waiting()
    accept_waiting()
    client.force_login(cast.officer)
    with django_assert_max_num_queries(30):
        client.get(reverse("trust"))
