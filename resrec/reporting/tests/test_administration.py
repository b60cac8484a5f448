"""Reporting in the administration: posts and their holders, cycles; reports are only read."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.reporting.models import FocalPoint, ReportingCycle

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.officer)
    return client


def test_a_post_is_made_with_its_holder_and_journalled(officer, cast):
    officer.post(
        reverse("admin:reporting_focalpoint_add"),
        {
            "resolution": cast.resolution.pk,
            "role": "member",
            "constituent": cast.member.pk,
            "holders-TOTAL_FORMS": 1,
            "holders-INITIAL_FORMS": 0,
            "holders-0-person": cast.reporter.pk,
        },
    )
    post = FocalPoint.objects.get(role="member")
    assert post.holder.person == cast.reporter
    assert Entry.objects.about(post).get().verb == "focalpoint.added"


def test_vacant_posts_are_a_list_of_their_own(officer, cast):
    vacant = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    vacant.holders.create(person=cast.reporter, until=date(2020, 1, 1))
    held = FocalPoint.objects.get(role="secretariat_lead")
    posts = "/en/admin/reporting/focalpoint/"
    assert list(officer.get(posts, {"holder": "nobody"}).context["cl"].queryset) == [vacant]
    assert list(officer.get(posts, {"holder": "somebody"}).context["cl"].queryset) == [held]


# What the page sends of the reminders below it when there are none.
NO_RUNGS = {"rungs-TOTAL_FORMS": 0, "rungs-INITIAL_FORMS": 0}


def test_the_congress_under_report_is_a_setting(officer, cast):
    cycle = ReportingCycle.objects.get(year=2019)
    officer.post(
        reverse("admin:reporting_reportingcycle_change", args=[cycle.pk]),
        {
            "collection": cycle.collection_id,
            "year": 2019,
            "assembly": cycle.collection.assemblykind_set.get(code="WCC")
            .assemblies.get(year_coded=2012)
            .pk,
            **NO_RUNGS,
        },
    )
    cycle.refresh_from_db()
    assert cycle.assembly.code == "WCC-2012"


def test_a_congress_of_another_union_is_refused(officer, cast):
    from resrec.library.models import Assembly, AssemblyKind, Collection

    union = Collection.objects.create(code="tide", name_en="Tide Compact")
    series = AssemblyKind.objects.create(collection=union, code="TC", label_en="Conference")
    other = Assembly.objects.create(
        kind=series, number=1, year_coded=2019, year_held=2019, code="TC-2019", place_en="Harwich"
    )
    cycle = ReportingCycle.objects.get(year=2019)
    page = officer.post(
        reverse("admin:reporting_reportingcycle_change", args=[cycle.pk]),
        {"collection": cycle.collection_id, "year": 2019, "assembly": other.pk, **NO_RUNGS},
    )
    assert "This assembly belongs to another collection." in page.content.decode()
    cycle.refresh_from_db()
    assert cycle.assembly != other


def test_reports_are_read_here_and_drafts_of_others_are_not(officer, cast, report_of):
    draft = report_of(results="Not yet.")
    accepted = report_of(status="accepted", results="Done.")
    reports = "/en/admin/reporting/activityreport/"
    assert list(officer.get(reports).context["cl"].queryset) == [accepted]
    assert officer.get(f"{reports}{accepted.pk}/change/").status_code == 200
    assert officer.get(f"{reports}{draft.pk}/change/", follow=True).redirect_chain
    assert officer.get(f"{reports}add/").status_code == 403
    assert officer.post(f"{reports}{accepted.pk}/change/", {"results": "x"}).status_code == 403
    accepted.refresh_from_db()
    assert accepted.results == "Done."
