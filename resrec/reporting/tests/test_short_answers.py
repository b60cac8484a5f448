"""Answers of one press: what each makes, what a second one changes, and taking one back."""

from datetime import date
from threading import Thread

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from resrec.journal.models import Entry, Mail
from resrec.people.personal_links import personal_link
from resrec.reporting.asking.short_answers import answer
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.activity_report import Status
from resrec.reporting.tests.pages import sent_by, words_of
from resrec.rules import RuleBroken


@pytest.fixture
def earlier(cast, report_of):
    """What the constituent reported two years ago, accepted."""
    year = cast.cycle.year - 2
    return report_of(
        results="Two culverts were opened for eels.",
        status="accepted",
        period_from=date(year, 1, 1),
        period_to=date(year, 12, 31),
    )


@pytest.fixture
def press(cast):
    def make(kind, *, by=None):
        return answer(cast.resolution, cast.member, kind, by=by or cast.reporter)

    return make


def url_of(cast):
    return reverse("short_answer", args=[cast.resolution.code])


def test_one_press_hands_in_a_report_of_its_kind_for_the_cycle_s_year(cast, press):
    report = press("nothing")
    assert (report.kind, report.status, report.year) == ("nothing", "submitted", cast.cycle.year)
    assert list(report.resolutions.all()) == [cast.resolution]
    assert "activity_report.submitted" in Entry.objects.values_list("verb", flat=True)


def test_the_same_press_twice_gives_the_one_there_is(press):
    assert press("done").pk == press("done").pk
    assert ActivityReport.objects.count() == 1


def test_another_press_takes_the_place_of_one_that_waits(press):
    first, second = press("nothing"), press("done")
    first.refresh_from_db()
    assert (first.status, second.status) == (Status.WITHDRAWN, Status.SUBMITTED)
    assert second.replaces == first
    assert second.series == first.series


def test_another_press_corrects_one_that_was_accepted(cast, press):
    first = press("nothing")
    first.accept(by=cast.focal_point)
    second = press("done")
    assert list(ActivityReport.objects.current()) == [first]
    second.accept(by=cast.focal_point)
    assert list(ActivityReport.objects.current()) == [second]


def test_same_names_the_report_it_confirms_and_copies_none_of_its_words(press, earlier):
    report = press("same")
    assert report.repeats == earlier
    assert not report.says_what_was_done


def test_same_needs_an_earlier_report_that_was_accepted(press, report_of):
    report_of(
        results="Waits.",
        status="submitted",
        period_from=date(2020, 1, 1),
        period_to=date(2020, 2, 1),
    )
    with pytest.raises(RuleBroken, match="no earlier report"):
        press("same")


def test_a_full_report_of_the_year_is_not_overruled_by_a_press(press, report_of):
    report_of(results="Ponds were dug.", status="submitted")
    with pytest.raises(RuleBroken, match="correct your report"):
        press("nothing")


def test_without_an_open_cycle_nothing_is_answered(cast, press):
    cast.resolution.collection.cycles.update(opens_on=None)
    with pytest.raises(RuleBroken, match="No reporting year"):
        press("nothing")


def test_returned_it_can_be_pressed_again(cast, press):
    press("nothing").send_back(by=cast.focal_point, reason="Your unit dug ponds, did it not?")
    again = press("done")
    assert (again.version, again.kind, again.status) == (2, "done", "submitted")


def test_words_begun_after_a_return_are_not_thrown_away(cast, press):
    draft = press("nothing").send_back(by=cast.focal_point, reason="And the ponds?")
    assert draft.kind == "full"
    ActivityReport.objects.filter(pk=draft.pk).update(results="Ponds, yes.")
    with pytest.raises(RuleBroken, match="A draft of yours"):
        press("done")


def test_a_body_that_was_merged_has_one_answer(cast, press):
    answer(cast.resolution, cast.other_member, "nothing", by=cast.other_reporter)
    cast.other_member.merge_into(cast.member, by=cast.officer)
    press("nothing")
    assert ActivityReport.objects.count() == 1


def test_opening_the_page_changes_nothing_and_shows_what_was_said_last(client, cast, earlier):
    client.force_login(cast.reporter)
    page = words_of(client.get(url_of(cast)))
    assert "Two culverts were opened" in page
    assert "Same as last time, still going" in page
    assert ActivityReport.objects.count() == 1


def test_without_an_earlier_report_same_is_not_offered(client, cast):
    client.force_login(cast.reporter)
    page = words_of(client.get(url_of(cast)))
    assert "Same as last time" not in page
    assert "Nothing this year" in page


def test_a_press_is_recorded_and_can_be_taken_back(client, cast):
    client.force_login(cast.reporter)
    data = {"kind": "nothing", "constituent": cast.member.pk}
    page = words_of(client.post(url_of(cast), data, follow=True))
    assert f"Your answer for {cast.cycle.year}: nothing this year." in page
    report = ActivityReport.objects.get()
    page = words_of(client.post(reverse("report_withdrawal", args=[report.pk]), follow=True))
    assert "Your answer for" not in page
    report.refresh_from_db()
    assert report.status == Status.WITHDRAWN
    assert "activity_report.withdrawn" in Entry.objects.values_list("verb", flat=True)


def test_accepted_it_is_not_taken_back(client, cast, press):
    report = press("nothing")
    report.accept(by=cast.focal_point)
    client.force_login(cast.reporter)
    client.post(reverse("report_withdrawal", args=[report.pk]))
    report.refresh_from_db()
    assert report.status == Status.ACCEPTED


def test_a_full_report_is_not_taken_back(cast, report_of):
    with pytest.raises(RuleBroken):
        report_of(results="Ponds.", status="submitted").withdraw(by=cast.reporter)


@pytest.mark.parametrize(
    "data", [{}, {"kind": "full"}, {"kind": "nothing"}, {"kind": "\x00", "constituent": "²"}]
)
def test_a_press_that_says_nothing_gets_a_message(client, cast, data):
    client.force_login(cast.reporter)
    response = client.post(url_of(cast), data, follow=True)
    assert 'class="notice error"' in response.content.decode()
    assert not ActivityReport.objects.exists()


def test_nobody_answers_for_another_constituent(client, cast):
    client.force_login(cast.other_reporter)
    client.post(url_of(cast), {"kind": "nothing", "constituent": cast.member.pk})
    assert not ActivityReport.objects.exists()


def test_the_report_s_page_says_the_answer_and_links_to_what_it_confirms(
    client, cast, press, earlier
):
    report = press("same")
    report.accept(by=cast.focal_point)
    response = client.get(report.get_absolute_url())
    assert "the work that was reported before goes on" in words_of(response)
    assert earlier.get_absolute_url() in response.content.decode()


def test_mails_say_which_answer_it_is(cast, press):
    press("nothing").accept(by=cast.focal_point)
    asked, told = Mail.objects.order_by("pk")
    assert "It is an answer of one press: “nothing this year”." in asked.text
    assert "is accepted, and public now: “nothing this year”." in told.text


def test_two_who_press_at_once_leave_one_answer(committed, cast):
    """Only PostgreSQL lets both in; there the second waits for the first."""

    def press_in_a_thread(kind):
        try:
            answer(cast.resolution, cast.member, kind, by=cast.reporter)
        except OperationalError:  # SQLite may be busy: then nothing is stored, and it is said
            pass
        finally:
            connection.close()

    threads = [Thread(target=press_in_a_thread, args=[kind]) for kind in ("nothing", "done") * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ActivityReport.objects.submitted().count() == 1
    assert ActivityReport.objects.values("series").distinct().count() == 1


def test_a_full_report_takes_back_what_waits_of_its_year_and_text(cast, press, report_of, earlier):
    waiting = press("nothing")
    report_of(results="Ponds after all.", status="submitted")
    waiting.refresh_from_db()
    assert waiting.status == Status.WITHDRAWN
    assert Entry.objects.about(waiting).filter(verb="activity_report.withdrawn").exists()


def test_it_leaves_others_answers_other_years_and_what_was_judged(cast, press, report_of):
    waiting = press("nothing")
    year = cast.cycle.year - 1
    days = {"period_from": date(year, 1, 1), "period_to": date(year, 12, 31)}
    report_of(results="Last year.", status="submitted", **days)
    report_of(by=cast.other_reporter, results="Theirs.", status="submitted")
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED
    waiting.accept(by=cast.focal_point)
    report_of(results="Ponds after all.", status="submitted")
    waiting.refresh_from_db()
    assert waiting.status == Status.ACCEPTED


def test_what_is_entered_on_behalf_takes_back_nothing_the_constituent_said(cast, press, report_of):
    waiting = press("nothing")
    report_of(
        by=cast.officer,
        constituent=cast.member,
        results="By telephone.",
        on_behalf=True,
        status="submitted",
    )
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED


@pytest.fixture
def mailed(cast):
    """The path of the link that a reminder of this text holds."""
    return personal_link(cast.reporter, url_of(cast)).removeprefix("http://localhost:8000")


def test_a_mailed_link_is_answered_in_one_press(client, cast, earlier, mailed):
    page = client.get(mailed)
    assert ActivityReport.objects.count() == 1, "opening it changes nothing"
    fields = sent_by(page)
    for kind in ("same", "nothing", "done"):
        assert f'name="kind" value="{kind}"' in page.text
    answered = client.post(mailed, fields | {"kind": "same"})
    assert answered.url == url_of(cast)
    made = ActivityReport.objects.exclude(pk=earlier.pk).get()
    assert (made.kind, made.repeats, made.submitted_by) == ("same", earlier, cast.reporter)
    assert "Your answer is recorded" in client.get(answered.url).text


def test_whoever_looks_first_has_answered_nothing(client, cast, mailed):
    assert client.post(mailed, sent_by(client.get(mailed))).url == url_of(cast)
    assert not ActivityReport.objects.exists()
    assert client.get(url_of(cast)).status_code == 200


def test_a_mailed_link_asks_no_more_once_it_is_answered(client, cast, press, mailed):
    press("nothing")
    page = client.get(mailed)
    assert 'name="kind"' not in page.text
    assert client.post(mailed, {"kind": "done"}).url == url_of(cast)
    assert ActivityReport.objects.get().kind == "nothing"


def test_a_mailed_link_cannot_answer_for_another_constituent(client, cast, mailed):
    client.post(mailed, {"kind": "done", "constituent": cast.other_member.pk})
    assert not ActivityReport.objects.exists()
