"""The first page counts what it says it counts."""

import pytest

from resrec.library.models import Collection, Resolution
from resrec.public.views.home import holdings, under_report
from resrec.reporting.models import ProgressReport

pytestmark = pytest.mark.django_db


def published(resolution, cycle, status=None):
    return ProgressReport.objects.create(
        resolution=resolution,
        cycle=cycle,
        status="published",
        implementation_status_id=status,
        published_at="2026-02-01T12:00Z",
    )


def held(code):
    [found] = [one for one in holdings() if one["collection"].code == code]
    return found


@pytest.fixture
def collection(cast):
    return cast.resolution.collection


def test_texts_are_counted_by_collection(collection):
    found = held(collection.code)
    texts = Resolution.objects.filter(assembly__kind__collection=collection)
    assert found["known"] == texts.count()
    assert found["titled"] == texts.exclude(pk__in=texts.without_title()).count()
    assert found["sittings"] == texts.order_by().values("assembly").distinct().count()


def test_a_collection_without_texts_is_not_shown(collection):
    empty = Collection.objects.create(code="empty", name_en="Empty")
    assert empty not in [one["collection"] for one in holdings()]


def test_a_corrected_report_counts_once_and_a_draft_not_at_all(cast, collection, report_of):
    accepted = report_of(results="Reeds were cut.", status="accepted")
    report_of(results="Reeds will be cut.")
    correction = accepted.correct(by=cast.reporter)
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    assert held(collection.code)["activity_reports"] == 1


def test_superseded_accounts_are_not_counted(cast, collection):
    published(cast.resolution, cast.cycle)
    ProgressReport.objects.create(
        resolution=cast.resolution, cycle=cast.cycle, version=2, status="superseded"
    )
    assert held(collection.code)["progress_reports"] == 1


def test_the_congress_under_report_shows_each_text_once(cast):
    published(cast.resolution, cast.cycle, "underway")
    overview = under_report()
    counts = [row.figures[0].value for row in overview.statuses.table.rows]
    assert sum(counts) == overview.statuses.table.total.figures[0].value
    assert overview.cycle == cast.cycle


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_page_shows_what_was_published_last(client, cast, language):
    report = published(cast.resolution, cast.cycle, "underway")
    page = client.get(f"/{language}/").content.decode()
    assert f'href="/{language}/resolutions/WCC-2016-Res-087/progress/{report.year}/"' in page
    assert f'action="/{language}/resolutions/"' in page


def test_a_site_without_reports_has_a_first_page(client):
    ProgressReport.objects.all().delete()
    assert client.get("/en/").status_code == 200


@pytest.mark.parametrize(("demonstration", "shown"), [(True, True), (False, False)])
def test_the_banner_stands_while_anything_is_made_up(client, collection, demonstration, shown):
    Collection.objects.filter(pk=collection.pk).update(is_demonstration=demonstration)
    page = client.get("/en/resources/").content.decode()
    assert ('class="demonstration"' in page) is shown
