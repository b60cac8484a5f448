"""The ladder of a cycle as days. Pure: dates in, dates out; nothing here asks the database."""

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
# Past this many quiet days in a row somebody has closed every day there is.
SEARCHED = timedelta(days=366)


@dataclass(frozen=True)
class Step:
    """A rung on its day. `key` is the Rung's id; `alternates`: they are asked as well."""

    day: date
    key: int
    alternates: bool = False


def steps(deadline, rungs):
    """Give the Steps of a ladder in the order of their days.

    `rungs` are (key, days from the deadline, alternates); without a deadline there are none.
    """
    if deadline is None:
        return []
    found = [Step(deadline + timedelta(days=days), key, more) for key, days, more in rungs]
    return sorted(found, key=lambda step: (step.day, step.key))


def due(ladder, day):
    """Give the latest Step whose day has come, or None.

    Those before it were asked or were missed: what was missed is not made up for in a burst.
    """
    return next((step for step in reversed(ladder) if step.day <= day), None)


@dataclass(frozen=True)
class Quiet:
    """Days on which nobody is reminded: weekends, `days` of the Secretariat, own `weekdays`."""

    days: frozenset = frozenset()
    weekdays: frozenset = frozenset({SATURDAY, SUNDAY})

    def holds(self, day):
        return day.weekday() in self.weekdays or day in self.days

    def also(self, weekdays):
        return Quiet(self.days, self.weekdays | frozenset(weekdays))

    def next_after(self, day):
        """Give this day, or the first after it that is not quiet; None when all are."""
        last = day + SEARCHED
        while self.holds(day):
            day += timedelta(days=1)
            if day > last:
                return None
        return day


def waits_until(frequency, last):
    """Give the first day on which a person may be written to again, whom we wrote to on `last`."""
    if last is None or frequency == "daily":
        return None
    if frequency == "weekly":
        return last + timedelta(days=7)
    return (last.replace(day=1) + timedelta(days=32)).replace(day=1)
