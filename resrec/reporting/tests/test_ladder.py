"""The ladder as days: pure, so it is tried over many of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from resrec.reporting.asking.ladder import Quiet, due, steps, waits_until

DEADLINE = date(2026, 9, 30)  # a Wednesday
LADDER = steps(DEADLINE, [(1, -42, False), (2, -14, False), (3, -3, True), (4, 7, True)])

ON_A_DAY = [
    (date(2026, 8, 18), None),
    (date(2026, 8, 19), 1),
    (date(2026, 9, 15), 1),
    (date(2026, 9, 16), 2),
    (date(2026, 9, 26), 2),
    (date(2026, 9, 27), 3),
    (date(2026, 9, 30), 3),
    (date(2026, 10, 7), 4),
    (date(2027, 1, 1), 4),
]


@pytest.mark.parametrize(("day", "rung"), ON_A_DAY)
def test_the_latest_rung_whose_day_has_come_is_due(day, rung):
    step = due(LADDER, day)
    assert (step and step.key) == rung


def test_without_a_date_there_is_no_ladder():
    assert steps(None, [(1, -42, False)]) == []


@given(
    days=st.lists(st.integers(-200, 200), unique=True, max_size=12),
    day=st.dates(date(2026, 1, 1), date(2027, 6, 1)),
)
def test_what_is_due_never_goes_back_as_days_pass(days, day):
    ladder = steps(DEADLINE, [(number, number, False) for number in days])
    today, tomorrow = due(ladder, day), due(ladder, day + timedelta(days=1))
    assert today is None or (today.day <= day and tomorrow.day >= today.day)
    assert len([step for step in ladder if step.day <= day]) == 0 or today is not None


@given(
    start=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    weekdays=st.sets(st.integers(0, 6)),
    holidays=st.sets(st.integers(0, 30)),
)
def test_a_quiet_day_moves_on_to_the_first_that_is_not(start, weekdays, holidays):
    quiet = Quiet(frozenset(start + timedelta(days=n) for n in holidays), frozenset(weekdays))
    day = quiet.next_after(start)
    if len(weekdays) == 7:
        assert day is None
        return
    assert not quiet.holds(day)
    assert all(quiet.holds(start + timedelta(days=n)) for n in range((day - start).days))


@pytest.mark.parametrize(
    ("frequency", "day"),
    [("daily", None), ("weekly", date(2026, 2, 7)), ("monthly", date(2026, 2, 1))],
)
def test_how_often_somebody_wants_to_be_written_to(frequency, day):
    assert waits_until(frequency, date(2026, 1, 31)) == day
    assert waits_until(frequency, None) is None
