"""Each text of a report has its own verdict; the report follows them (decision 17)."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from resrec.journal.models import Mail
from resrec.library.models import Resolution
from resrec.public.text_page import activity_reports_by_year
from resrec.reporting.account.sources import sources_by_text
from resrec.reporting.models import ActivityReport
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken


@pytest.fixture
def other():
    return Resolution.objects.get(code="WCC-2016-Res-001")


@pytest.fixture
def report(report_of, cast, other):
    made = report_of(results="Two ponds")
    made.reported_texts.create(resolution=other)
    made.submit(by=cast.reporter)
    Mail.objects.all().delete()
    return made


def verdicts(report):
    return [one.verdict for one in report.reported_texts.all()]


def test_each_lead_judges_their_own_text_and_no_other(client, cast, report, other):
    client.force_login(cast.focal_point)
    assert report in ActivityReport.objects.to_judge(cast.focal_point)
    client.post(reverse("report_acceptance", args=[report.pk]))
    assert verdicts(report) == ["accepted", ""]
    report.refresh_from_db()
    assert report.status == "submitted", "one text still waits"
    assert report not in ActivityReport.objects.to_judge(cast.focal_point)
    assert report in ActivityReport.objects.to_judge(cast.officer)
    client.post(reverse("report_acceptance", args=[report.pk]))
    assert verdicts(report) == ["accepted", ""], "the other text is not theirs"
    assert not Mail.objects.exists()
    client.post(reverse("report_acceptance", args=[report.pk]), {"texts": [other.pk]})
    assert verdicts(report) == ["accepted", ""]


def test_accepted_for_one_and_returned_for_the_other(client, cast, report, other):
    report.accept(by=cast.focal_point, texts=[cast.resolution.pk])
    client.force_login(cast.officer)
    client.post(reverse("report_return", args=[report.pk]), {"about:results": "Which ponds?"})
    report.refresh_from_db()
    assert (report.status, verdicts(report)) == ("accepted", ["accepted", "returned"])
    draft = report.taken_up_by
    assert (draft.status, draft.version, draft.results) == ("draft", 1, "Two ponds")
    assert [one.resolution for one in draft.reported_texts.all()] == [other]
    client.force_login(cast.reporter)
    assert "Which ponds?" in words_of(client.get(reverse("report_edit", args=[draft.pk])))
    assert {mail.to for mail in Mail.objects.all()} == {cast.reporter.email}
    assert Mail.objects.count() == 2


def test_accepted_for_one_it_counts_on_that_one_only(client, cast, report, other):
    report.send_back(by=cast.officer, reason="Not on this text", texts=[other.pk])
    report.accept(by=cast.focal_point)
    assert activity_reports_by_year(cast.resolution)
    assert not activity_reports_by_year(other)
    found = sources_by_text([cast.resolution.pk, other.pk], cast.cycle.year)
    assert [len(found[text.pk].due) for text in (cast.resolution, other)] == [1, 0]
    page = words_of(client.get(report.get_absolute_url()))
    assert "Not on this text" not in page, "reasons are not for the public"


def test_both_returned_is_returned_and_both_texts_stay_together(cast, report, other):
    report.send_back(by=cast.focal_point, reason="Which?", texts=[cast.resolution.pk])
    draft = report.send_back(by=cast.officer, reason="Where?", texts=[other.pk])
    report.refresh_from_db()
    assert (report.status, draft.version, draft.replaces) == ("returned", 2, report)
    assert draft.reported_texts.count() == 2
    assert [reason.words for reason in report.return_reasons.all()] == ["Which?", "Where?"]


def test_what_is_taken_up_again_does_not_correct_what_was_accepted(cast, report, other):
    report.accept(by=cast.focal_point, texts=[cast.resolution.pk])
    draft = report.send_back(by=cast.officer, reason="Where?")
    draft.submit(by=cast.reporter)
    draft.accept(by=cast.officer)
    assert set(ActivityReport.objects.current()) == {report, draft}
    correction = report.correct(by=cast.reporter)
    assert [one.resolution for one in correction.reported_texts.all()] == [cast.resolution]


def test_a_verdict_is_given_once(cast, report):
    report.accept(by=cast.focal_point, texts=[cast.resolution.pk])
    with pytest.raises(RuleBroken, match="just given the verdict"):
        report.send_back(by=cast.officer, reason="No", texts=[cast.resolution.pk])
    assert not report.return_reasons.exists()


def test_an_officer_chooses_the_texts(client, cast, report, other):
    client.force_login(cast.officer)
    address = reverse("report_acceptance", args=[report.pk])
    assert "Tick the texts" in words_of(client.post(address))
    client.post(address, {"texts": [other.pk]})
    assert verdicts(report) == ["", "accepted"]


def test_nobody_in_particular_judges_nothing(report):
    assert not ActivityReportPolicy(AnonymousUser(), report).judges
