"""A need is met, by whom and when; the report stays as it is, and it can be taken back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.reporting.models import NeedMet
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken


@pytest.fixture
def need(cast, report_of):
    report = report_of(results="Ponds")
    need = report.needs.create(kind_id="people", description="Two divers")
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    return need


@pytest.mark.parametrize("who", ["reporter", "focal_point", "officer"])
def test_it_is_marked_and_opened_again(client, cast, need, who):
    client.force_login(getattr(cast, who))
    answer = client.post(
        reverse("need_met", args=[need.pk]), {"whom": "Estuary Watch", "on": "2026-02-01"}
    )
    assert answer.url == need.get_absolute_url()
    met = NeedMet.objects.get()
    assert (met.constituent, met.name, met.on) == (cast.other_member, "", date(2026, 2, 1))
    page = words_of(client.get(need.report.get_absolute_url()))
    assert "Met by Estuary Watch" in page
    client.post(reverse("need_open_again", args=[need.pk]))
    met.refresh_from_db()
    assert met.undone_by == getattr(cast, who)
    assert "Mark as met" in words_of(client.get(need.report.get_absolute_url()))
    verbs = Entry.objects.about(need.report).values_list("verb", flat=True)
    assert [*verbs][-2:] == ["activity_report.need_met", "activity_report.need_open_again"]


def test_whoever_met_it_may_be_anyone_or_not_known(client, cast, need):
    client.force_login(cast.reporter)
    client.post(reverse("need_met", args=[need.pk]), {"whom": "A village school", "on": ""})
    met = NeedMet.objects.get()
    assert (met.by_whom, met.constituent) == ("A village school", None)
    met.take_back(by=cast.reporter)
    client.post(reverse("need_met", args=[need.pk]), {})
    assert NeedMet.objects.standing().get().by_whom == ""


def test_a_day_to_come_is_refused_and_stays_typed(client, cast, need):
    client.force_login(cast.reporter)
    day = date.today() + timedelta(days=2)
    page = client.post(reverse("need_met", args=[need.pk]), {"whom": "Ann", "on": f"{day}"})
    assert "still to come" in words_of(page)
    assert 'value="Ann"' in page.content.decode()
    assert not NeedMet.objects.exists()


def test_it_is_met_once(cast, need):
    need.mark_met(by=cast.reporter)
    with pytest.raises(RuleBroken):
        need.mark_met(by=cast.officer)
    need.met.take_back(by=cast.reporter)
    with pytest.raises(RuleBroken):
        need.met.take_back(by=cast.reporter)


def test_it_holds_for_the_corrected_report_too(cast, need):
    need.mark_met(by=cast.reporter)
    draft = need.report.correct(by=cast.reporter)
    assert draft.needs.get().met
    with pytest.raises(RuleBroken):
        draft.needs.get().mark_met(by=cast.reporter)


def test_a_private_need_is_not_found_by_who_may_not_read_it(client, cast, report_of):
    report = report_of(results="Ponds")
    need = report.needs.create(kind_id="people", description="Two divers")
    report.private_fields = [need.field]
    report.save()
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    for who, status in (("stranger", 404), ("reporter", 200)):
        client.force_login(getattr(cast, who))
        assert client.get(reverse("need_met", args=[need.pk])).status_code == status
