"""However many bodies take part and report, the bench asks the database as often."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resrec.people.models import Constituent


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
