"""The public rule that suggests a status of implementation."""

import pytest

from resrec.reporting.account.synthesis import Suggestion, suggested_status
from resrec.reporting.models import Activity


def activities(*codes):
    return [Activity(status_id=code) for code in codes]


@pytest.mark.parametrize("codes", [(), ("planned",), ("planned", "planned")])
def test_silence_and_plans_suggest_nothing(codes):
    assert suggested_status(activities(*codes)) is None


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        (("ongoing",), "ongoing"),
        (("ongoing", "planned"), "ongoing"),
        (("ongoing", "completed"), "initiated"),
        (("completed",), "initiated"),
        ((None,), "initiated"),
        (("ongoing", None), "initiated"),
    ],
)
def test_what_was_done_suggests_a_status(codes, status):
    assert suggested_status(activities(*codes)).status == status


def test_only_all_done_and_nothing_planned_raises_the_question_of_completed():
    assert suggested_status(activities("completed", "completed")).raises_completed
    assert not suggested_status(activities("completed", "ongoing")).raises_completed
    assert not suggested_status(activities("completed", "planned")).raises_completed
    assert not suggested_status(activities("completed"), ["a workshop"]).raises_completed
    assert not suggested_status(activities("ongoing")).raises_completed


def test_this_is_done_raises_the_question_and_suggests_no_status():
    assert suggested_status([], answers={"done"}) == Suggestion("", raises_completed=True)
    assert suggested_status(activities("ongoing"), answers={"done"}).raises_completed


def test_nothing_this_year_suggests_nothing():
    assert suggested_status([], answers={"nothing"}) is None


def test_what_goes_on_is_not_completed():
    assert not suggested_status(activities("completed"), answers={"same"}).raises_completed
