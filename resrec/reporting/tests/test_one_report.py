"""A report is read with what its pages need; what it has not is not asked for."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile

from resrec.reporting.draft.evidence_files import attach
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.one_report import GROUPS, report_seen_by


@pytest.fixture
def draft(report_of):
    return report_of(results="A pond was dug.")


def test_what_is_read_already_is_what_is_stored(cast, draft, django_assert_num_queries):
    title = cast.resolution.title
    report = report_seen_by(cast.reporter, draft.pk)
    with django_assert_num_queries(0):
        (reported,) = report.reported_texts.all()
        assert reported.resolution.title == title
        assert report.reporter == cast.member
        assert not report.future_activities.filter(description="").exists()


@pytest.mark.parametrize("group", GROUPS)
def test_no_group_is_forgotten(cast, draft, group):
    def rows_of(report):
        return list(getattr(report, group).values_list("pk", flat=True))

    assert rows_of(report_seen_by(cast.reporter, draft.pk)) == rows_of(draft)


def test_what_is_added_afterwards_is_read(cast, draft):
    report = report_seen_by(cast.reporter, draft.pk)
    attach(report, SimpleUploadedFile("count.txt", b"Twelve frogs."))
    report.future_activities.create(description="A second pond.")
    assert report.evidence.count() == report.future_activities.count() == 1


@pytest.mark.parametrize("is_handed_in", [False, True])
def test_it_is_seen_by_those_who_may_read_it(cast, draft, is_handed_in):
    if is_handed_in:
        draft.submit(by=cast.reporter)
    for person in (cast.reporter, cast.focal_point, cast.officer, cast.stranger, AnonymousUser()):
        may = ActivityReport.objects.visible_to(person).filter(pk=draft.pk).exists()
        assert bool(report_seen_by(person, draft.pk)) == may


@pytest.mark.parametrize("pk", [0, 10**9, 10**30])
def test_an_id_of_no_report_finds_none(cast, pk):
    assert report_seen_by(cast.officer, pk) is None
