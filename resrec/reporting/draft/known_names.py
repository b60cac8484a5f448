"""Which names on record are offered to somebody who is typing one."""

from resrec.people.folding import folded
from resrec.web.held import held

MOST, SHORTEST = 12, 2


def matching(group, typed, language):
    """Give up to 12 names of a group (see forms/name_groups) that hold `typed`, in whatever
    spelling; those of which a word begins with it come first. Nothing for a single letter."""
    sought = folded(typed)
    if len(sought) < SHORTEST:
        return []
    found = [(place_of(sought, key), name) for key, name in _on_record(group, language)]
    found = [(place, name) for place, name in found if place is not None]
    return [name for _place, name in sorted(found, key=lambda one: one[0])[:MOST]]


def place_of(sought, key):
    """0 at the beginning, 1 at the beginning of a word, 2 elsewhere; None when it is not there."""
    if key.startswith(sought):
        return 0
    if f" {sought}" in key or f"({sought}" in key:
        return 1
    return 2 if sought in key else None


@held
def _on_record(group, _language):
    """The names in the language of the moment, which `held` keeps apart by its code."""
    return [(folded(name), name) for name in group.known()]
