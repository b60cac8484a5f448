"""Values held in memory as long as nothing public changes."""

from functools import wraps

from resrec.web.public_state import read_number

_holders: list[dict] = []


def held(function):
    """Keep what a function gives, by its arguments, until the public revision moves.

    For answers that are asked often and change seldom; they are shared by all requests of the
    process, so they must not be changed.
    """
    kept: dict = {}
    _holders.append(kept)

    @wraps(function)
    def holding(*arguments):
        revision = read_number()
        # Where a number may be a second old, what is newer than it is kept.
        if kept.get("revision", -1) < revision:
            kept.clear()
            kept["revision"] = revision
        if arguments not in kept:
            kept[arguments] = function(*arguments)
        return kept[arguments]

    return holding


def forget_held():
    """Drop all that is held: for tests, which take back their changes."""
    for kept in _holders:
        kept.clear()
