"""The officers' open points: in which order, whose, set aside, given, undone."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from resrec.library.models import Resolution
from resrec.people.models import Membership, User
from resrec.reporting.models import BulkStep, Charge, Holder, ProgressReport, SetAside
from resrec.reporting.open_points import bulk
from resrec.reporting.open_points.kinds import DAYS_TO_SIGN_OFF
from resrec.reporting.open_points.listing import NOBODY, Criteria, OpenPoints
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken


def points(cast, **criteria):
    """Give {kind's code: its points} as they stand now."""
    found = OpenPoints(cast.cycle, Criteria(**criteria))
    return {section.kind.code: section.points for section in found.sections}


def address(cast, name="open_points", *, pk=None, **query):
    more = [pk] if pk else []
    return reverse(name, args=["WCC-2016", cast.cycle.year, *more], query=query)


@pytest.fixture
def colleague(cast):
    person = User.objects.create_user("colleague@example.org", name="Colleague")
    Membership.objects.create(
        person=person, constituent=cast.secretariat, role=Membership.Role.OFFICER
    )
    return person


def test_a_report_is_to_be_accepted_and_then_its_text_to_be_begun(cast, report_of):
    report = report_of(results="Ponds", status="submitted")
    found = points(cast)
    assert [point.url for point in found["to_accept"]] == [report.get_absolute_url()]
    assert not found["to_begin"]
    report.accept(by=cast.focal_point)
    found = points(cast)
    assert not found["to_accept"]
    assert [point.about for point in found["to_begin"]] == ["1 accepted report"]


def test_an_account_moves_from_in_work_to_sign_off_and_is_overdue_in_time(cast, account_of):
    account = account_of()
    assert len(points(cast)["in_work"]) == 1
    account.propose(by=cast.focal_point)
    (point,) = points(cast)["to_sign_off"]
    assert not point.is_overdue
    long_ago = timezone.now() - timedelta(days=DAYS_TO_SIGN_OFF + 1)
    ProgressReport.objects.filter(pk=account.pk).update(saved_at=long_ago)
    (point,) = points(cast)["to_sign_off"]
    assert point.is_overdue
    assert point.days == DAYS_TO_SIGN_OFF + 1


def test_what_is_published_is_open_again_when_its_source_is_corrected(cast, report_of, account_of):
    report = report_of(results="Ten ponds were dug.", status="accepted")
    account_of(status="published", says=(), quotes=[(report, "results", "Ten ponds")])
    assert not points(cast)["corrected"]
    draft = report.correct(by=cast.reporter)
    draft.submit(by=cast.reporter)
    draft.accept(by=cast.focal_point)
    assert [p.texts for p in points(cast)["corrected"]] == [[cast.resolution]]


def test_a_text_has_sources_from_the_day_a_report_is_handed_in(cast, report_of):
    assert cast.resolution in [p.texts[0] for p in points(cast)["without_sources"]]
    report_of(results="Ponds", status="submitted")
    assert cast.resolution not in [p.texts[0] for p in points(cast)["without_sources"]]


def test_a_text_whose_lead_left_is_vacant(cast):
    assert cast.resolution not in [p.texts[0] for p in points(cast)["vacant"]]
    Holder.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert cast.resolution in [p.texts[0] for p in points(cast)["vacant"]]


def test_lists_are_narrowed_by_words_and_officer(cast, report_of):
    report_of(results="Ponds", status="submitted")
    assert points(cast, words="fen heath")["to_accept"]
    assert not points(cast, words="estuary")["to_accept"]
    assert points(cast, officer=NOBODY)["to_accept"]
    Charge.objects.create(resolution=cast.resolution, officer=cast.officer)
    assert not points(cast, officer=NOBODY)["to_accept"]
    assert points(cast, officer=str(cast.officer.pk))["to_accept"]


def test_texts_are_given_and_taken_back(client, cast, report_of, colleague):
    report_of(results="Ponds", status="submitted")
    (point,) = points(cast)["to_accept"]
    client.force_login(cast.officer)
    sent = {"point": point.key, "officer": colleague.pk}
    page = client.post(address(cast, "open_points_given"), sent, follow=True)
    assert "1 line is changed." in page.content.decode()
    assert cast.resolution.charge.officer == colleague
    step = BulkStep.objects.get()
    page = client.post(address(cast, "bulk_step_undone", pk=step.pk), follow=True)
    assert "That is undone." in page.content.decode()
    assert not Charge.objects.exists()
    with pytest.raises(RuleBroken):
        bulk.undo(step, by=cast.officer)


def test_a_whole_list_is_given_at_one_press(client, cast):
    number = len(points(cast)["vacant"])
    client.force_login(cast.officer)
    sent = {"all": "on", "officer": cast.officer.pk}
    client.post(address(cast, "open_points_given", kind="vacant"), sent)
    assert Charge.objects.count() == number > 1


def test_undoing_leaves_what_somebody_changed_since(cast, colleague):
    (point,) = [p for p in points(cast)["without_sources"] if p.texts == [cast.resolution]]
    step = bulk.give([point], cast.officer, by=cast.officer)
    bulk.give([point], colleague, by=colleague)
    assert bulk.undo(step, by=cast.officer) == 1
    assert Charge.objects.get().officer == colleague


def test_what_is_set_aside_comes_back_on_its_day(cast, report_of):
    report_of(results="Ponds", status="submitted")
    (point,) = points(cast)["to_accept"]
    tomorrow = timezone.localdate() + timedelta(days=1)
    step = bulk.set_aside([point], tomorrow, "On leave", by=cast.officer)
    assert not points(cast)["to_accept"]
    (shown,) = points(cast, with_set_aside=True)["to_accept"]
    assert shown.set_aside.why == "On leave"
    SetAside.objects.update(until=timezone.localdate())
    assert points(cast)["to_accept"]
    SetAside.objects.update(until=tomorrow)
    bulk.undo(step, by=cast.officer)
    assert points(cast)["to_accept"]


def test_nothing_is_lost_when_a_day_is_missing(client, cast, report_of):
    report_of(results="Ponds", status="submitted")
    (point,) = points(cast)["to_accept"]
    client.force_login(cast.officer)
    sent = {"point": point.key, "why": "On leave", "until": ""}
    page = client.post(address(cast, "open_points_set_aside"), sent)
    assert "Say until when." in words_of(page)
    assert 'value="On leave"' in page.content.decode()
    assert f'id="{point.key}" name="point" value="{point.key}"' in page.content.decode()
    assert "checked" in page.content.decode()


def test_a_day_gone_by_and_no_line_are_refused(cast, report_of):
    report_of(results="Ponds", status="submitted")
    with pytest.raises(RuleBroken):
        bulk.set_aside(points(cast)["to_accept"], timezone.localdate(), "…", by=cast.officer)
    with pytest.raises(RuleBroken):
        bulk.set_aside([], timezone.localdate() + timedelta(days=1), "…", by=cast.officer)
    with pytest.raises(RuleBroken):
        bulk.give([], cast.officer, by=cast.officer)


def test_another_officer_cannot_undo_what_is_not_theirs(client, cast, colleague):
    (point, *_) = points(cast)["vacant"]
    step = bulk.give([point], cast.officer, by=cast.officer)
    client.force_login(colleague)
    assert client.post(address(cast, "bulk_step_undone", pk=step.pk)).status_code == 404


def test_the_sheet_holds_what_the_page_shows(client, cast, report_of):
    report_of(results="Ponds", status="submitted")
    client.force_login(cast.officer)
    answer = client.get(address(cast, "open_points_sheet", kind="to_accept"))
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert len(rows) == 2
    assert rows[1][:2] == ("Reports to accept", "WCC 2016 Res 087")


def test_the_page_asks_as_much_however_many_texts_there_are(
    client, cast, report_of, django_assert_max_num_queries
):
    client.force_login(cast.officer)
    for text in Resolution.objects.filter(assembly__code="WCC-2016")[:12]:
        report_of(results="Ponds", status="accepted", resolution=text)
        report_of(results="Reeds", status="submitted", resolution=text)
    with django_assert_max_num_queries(75):
        client.get(address(cast))


def test_an_unknown_kind_is_nothing(client, cast):
    client.force_login(cast.officer)
    assert client.get(address(cast, kind="everything")).status_code == 404
