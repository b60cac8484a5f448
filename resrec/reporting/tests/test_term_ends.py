"""Terms of Commissions end on a date, and the posts held for them end too."""

from datetime import date, timedelta

import pytest

from resrec.people.models import Term
from resrec.reporting.models import FocalPoint, Holder
from resrec.reporting.models.focal_point import resolutions_held_by
from resrec.rules import RuleBroken

TODAY = date.today()
DAY, YEAR = timedelta(days=1), timedelta(days=365)


@pytest.fixture
def commission_post(cast):
    return FocalPoint.objects.create(
        resolution=cast.resolution, role_id="commission", constituent=cast.commission
    )


@pytest.mark.parametrize("of", ["constituent", "kind"])
def test_a_post_is_offered_for_the_term(cast, commission_post, of):
    whose = cast.commission if of == "constituent" else cast.commission.kind
    Term.objects.create(**{of: whose}, since=TODAY - YEAR, until=TODAY + YEAR)
    asked = commission_post.invite(cast.commission_reporter, by=cast.officer)
    assert asked.until == TODAY + YEAR
    asked.accept(by=cast.commission_reporter)
    assert commission_post.holder.until == TODAY + YEAR


@pytest.mark.parametrize("since", [None, TODAY - YEAR, TODAY - DAY])
def test_a_post_put_in_by_hand_ends_with_the_term(cast, commission_post, since):
    Holder.objects.create(post=commission_post, person=cast.commission_reporter, since=since)
    assert commission_post.holder
    Term.objects.create(kind=cast.commission.kind, since=TODAY - 2 * YEAR, until=TODAY - DAY)
    assert commission_post.holder is None
    assert not resolutions_held_by(cast.commission_reporter)
    assert cast.resolution in resolutions_held_by(cast.commission_reporter, on=TODAY - DAY)
    assert commission_post in FocalPoint.objects.vacant()


def test_one_of_the_next_term_goes_on(cast, commission_post):
    Term.objects.create(kind=cast.commission.kind, since=TODAY - YEAR, until=TODAY - DAY)
    Holder.objects.create(post=commission_post, person=cast.commission_reporter, since=TODAY)
    assert commission_post.holder


def test_posts_of_other_kinds_stay(cast):
    Term.objects.create(kind=cast.commission.kind, since=TODAY - YEAR, until=TODAY - DAY)
    assert FocalPoint.objects.get(role="secretariat_lead").holder


def test_who_answers_after_the_term_is_told_so(cast, commission_post):
    term = Term.objects.create(constituent=cast.commission, since=TODAY - YEAR, until=TODAY + DAY)
    asked = commission_post.invite(cast.commission_reporter, by=cast.officer)
    Holder.objects.filter(pk=asked.pk).update(until=TODAY - DAY)
    asked.refresh_from_db()
    with pytest.raises(RuleBroken, match="is over"):
        asked.accept(by=cast.commission_reporter)
    assert str(term).startswith("Commission on Quiet Places, ")


def test_by_hand_the_first_day_is_needed_once_a_term_has_ended(cast, commission_post):
    Term.objects.create(kind=cast.commission.kind, since=TODAY - YEAR, until=TODAY - DAY)
    with pytest.raises(RuleBroken, match="first day"):
        Holder(post=commission_post, person=cast.commission_reporter).clean()
    Holder(post=commission_post, person=cast.commission_reporter, since=TODAY).clean()


def test_a_time_is_not_made_longer_by_leaving(cast, commission_post):
    Term.objects.create(constituent=cast.commission, since=TODAY - YEAR, until=TODAY + DAY)
    held = Holder.objects.create(post=commission_post, person=cast.commission_reporter)
    with pytest.raises(RuleBroken, match="ends earlier"):
        held.leave(by=cast.officer, on=TODAY + 2 * DAY)
    held.leave(by=cast.officer, on=TODAY)
