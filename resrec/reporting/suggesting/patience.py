"""Searching with a pattern of a stranger's, which may take for ever."""

import re
import signal
import threading

PATIENCE = 1.0  # seconds


class TooSlow(Exception):
    """The search was broken off."""


def found(pattern: re.Pattern, text: str) -> bool:
    """Whether a pattern is found in a text. Raises TooSlow after a second.

    Only the main thread can be interrupted; elsewhere there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        return bool(pattern.search(text))
    before = signal.signal(signal.SIGALRM, _break_off)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        return bool(pattern.search(text))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _break_off(number, frame):
    raise TooSlow
