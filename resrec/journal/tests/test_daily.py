"""What the worker does once a day: after its hour, in the site's time zone, and not twice."""

from datetime import UTC, date, datetime

import pytest

from resrec.journal.management.commands import work


@pytest.fixture
def ran(monkeypatch, settings):
    """The commands that were run; `ran.at` sets the clock (UTC, as the site's time zone is)."""
    settings.DAILY, settings.DAILY_AFTER_HOUR, settings.TIME_ZONE = ["ask"], 7, "UTC"

    class Ran(list):
        def at(self, day, hour):
            moment = datetime(2026, 5, day, hour, tzinfo=UTC)
            monkeypatch.setattr(work.timezone, "localtime", lambda: moment)

    ran = Ran()
    monkeypatch.setattr(work, "call_command", ran.append)
    return ran


def test_it_waits_for_the_hour_and_runs_once_on_a_day(ran):
    ran.at(4, 6)
    assert work.run_daily(None) is None
    ran.at(4, 9)
    done = work.run_daily(None)
    assert done == date(2026, 5, 4)
    assert work.run_daily(done) == done
    assert ran == ["ask"]
    ran.at(5, 7)
    work.run_daily(done)
    assert ran == ["ask", "ask"]


def test_a_command_that_fails_does_not_stop_the_mail(ran, monkeypatch):
    def fails(name):
        raise ValueError(name)

    monkeypatch.setattr(work, "call_command", fails)
    ran.at(4, 9)
    assert work.run_daily(None) == date(2026, 5, 4)
