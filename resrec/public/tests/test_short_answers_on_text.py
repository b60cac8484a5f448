"""On the page of a text, answers of one press stand apart from full reports and from silence."""

from datetime import date

from resrec.reporting.asking.short_answers import answer
from resrec.reporting.models import FocalPoint, Holder
from resrec.reporting.tests.pages import words_of


def test_an_answer_stands_apart_and_links_to_what_it_confirms(client, cast, report_of):
    year = cast.cycle.year - 1
    earlier = report_of(
        results="Ponds were dug.",
        status="accepted",
        period_from=date(year, 1, 1),
        period_to=date(year, 12, 31),
    )
    answer(cast.resolution, cast.member, "same", by=cast.reporter).accept(by=cast.officer)
    response = client.get(cast.resolution.get_absolute_url())
    page = words_of(response)
    assert "Answers of one press, which are no full reports" in page
    assert f"confirms the report for {year}" in page
    assert earlier.get_absolute_url() in response.content.decode()


def test_one_that_waits_is_not_public_but_is_no_silence(client, cast):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    Holder.objects.create(post=post, person=cast.reporter)
    silence = f"For {cast.cycle.year}, 1 constituent that was asked has not answered yet."
    assert silence in words_of(client.get(cast.resolution.get_absolute_url()))
    answer(cast.resolution, cast.member, "nothing", by=cast.reporter)
    page = words_of(client.get(cast.resolution.get_absolute_url()))
    assert silence not in page
    assert "nothing this year" not in page


def test_an_answer_is_left_out_where_its_constituent_reported_in_full(client, cast, report_of):
    answer(cast.resolution, cast.member, "nothing", by=cast.reporter).accept(by=cast.officer)
    assert "nothing this year" in words_of(client.get(cast.resolution.get_absolute_url()))
    report_of(results="Then there was work after all.", status="accepted")
    assert "nothing this year" not in words_of(client.get(cast.resolution.get_absolute_url()))
