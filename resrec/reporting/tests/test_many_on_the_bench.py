"""However many bodies take part and report, the bench asks the database as often."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from resrec.people.models import Constituent
from resrec.reporting.account.bench import MOST_ASIDE, Bench
from resrec.reporting.account.grouping import REPORTS_A_PART
from resrec.reporting.models import ActivityReport, ReportedText

MANY = 500


def questions(client, account):
    place = [account.resolution.code, account.year]
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse("progress_bench", args=place)).status_code == 200
    return len(asked)


def test_the_bench_asks_as_often_for_twenty_bodies_as_for_one(client, cast, account_of, report_of):
    before = account_of(year=cast.cycle.year - 1, status="published")
    account = account_of(writer=cast.focal_point)
    client.force_login(cast.officer)

    def take_part(number):
        for at in range(number):
            body = Constituent.objects.create(kind_id="member", name=f"Society {number}-{at}")
            account.partners.create(kind="member", constituent=body)
            report_of(constituent=body, status="accepted", results=f"Pond {at} was dug.")

    assert before.status == "published"
    take_part(1)
    questions(client, account)
    few = questions(client, account)
    take_part(20)
    assert questions(client, account) <= few


def test_five_hundred_reports_come_in_parts_and_all_are_counted(client, cast, account_of):
    account = account_of(says=())
    said = {"constituent": cast.member, "language": "en", "entered_by": cast.reporter}
    reports = ActivityReport.objects.bulk_create(
        ActivityReport(results=f"Pond {number} was dug.", **said) for number in range(MANY)
    )
    accepted = {"resolution": cast.resolution, "verdict": "accepted"}
    ReportedText.objects.bulk_create(ReportedText(report=one, **accepted) for one in reports)
    ActivityReport.objects.update(status="accepted", submitted_at=timezone.now())
    client.force_login(cast.officer)
    place = reverse("progress_bench", args=[account.resolution.code, account.year])
    page = client.get(place)
    assert f"{MANY} Activity Reports" in page.text
    assert page.text.count('<article class="stack tight bench-report"') == REPORTS_A_PART
    last = f"report-{reports[-1].pk}"
    assert f'id="{last}"' not in page.text
    assert f'id="{last}"' in client.get(place, {"at": last}).text


def test_of_many_taken_up_before_the_older_are_names(client, cast, account_of, report_of):
    reports = [
        report_of(results=f"Pond {number} was dug.", status="accepted")
        for number in range(MOST_ASIDE + 2)
    ]
    quotes = [(one, "results", one.results) for one in reports]
    account_of(year=cast.cycle.year - 1, status="published", quotes=quotes)
    account = account_of()
    bench = Bench(account)
    assert [one.pk for one in bench.others.named] == [one.pk for one in reports[:2]]
    asked = Bench(account, at=f"{reports[0].pk}-passage-results")
    assert asked.others.is_asked_for
    assert asked.others.shown[0].report == reports[0]
    assert [one.pk for one in asked.others.named] == [reports[1].pk]
