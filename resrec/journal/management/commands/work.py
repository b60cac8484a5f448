"""`manage.py work`: send the mail of the outbox and clear away what has expired, until stopped."""

import logging
import signal
import threading
import time

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from resrec.journal.beside import Beside, run_due
from resrec.journal.outbox import send_due

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between looks into the outbox
BATCH = 20
TIDY_EVERY = 3600.0  # seconds


class Command(BaseCommand):
    # It answers no page: without these checks it does not take in any.
    requires_system_checks = []
    help = "Send mail that is due and clear expired sessions. Stops at once on SIGTERM and SIGINT."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *args, once, **options):
        if once:
            tidy()
            run_daily(None)
            run_due(settings.BESIDE)
            self.stdout.write(f"Sent: {send_due()}")
            return
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *args: stopping.set())
        work_until(stopping)


def work_until(stopping):
    """Look into the outbox every PAUSE seconds; a database that is away is waited for.

    While there is more than one look can send, there is no pause.
    """
    tidied = day_done = None
    beside = Beside(settings.BESIDE)
    while not stopping.is_set():
        close_old_connections()
        try:
            if tidied is None or time.monotonic() - tidied > TIDY_EVERY:
                tidy()
                tidied = time.monotonic()
            day_done = run_daily(day_done)
            beside.look()
            if send_due(limit=BATCH) == BATCH:
                continue  # there may be more
        except DatabaseError as error:
            log.error("the worker waits for the database: %s", error)
        stopping.wait(PAUSE)
    beside.stop()


def tidy():
    """Clear away what has expired."""
    call_command("clearsessions", verbosity=0)


def run_daily(day_done):
    """Run the commands of the day unless they have run on it; gives the last day that is done.

    The day and its hour are those of the site's time zone. A worker that starts anew runs them
    again, which does no harm; one that was down runs them late, once.
    """
    now = timezone.localtime()
    if now.date() == day_done or now.hour < settings.DAILY_AFTER_HOUR:
        return day_done
    for name in settings.DAILY:
        try:
            call_command(name)
        except DatabaseError:
            raise
        except Exception:  # mail must go on; the next day, or a new start, tries again
            log.exception("the daily command %s failed", name)
    return now.date()
