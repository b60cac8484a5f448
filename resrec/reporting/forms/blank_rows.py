"""Rows that nobody has typed into, left out of what a save reads."""

import re
from copy import copy

ROW = re.compile(r"([a-z_]+)-(\d{1,3})-(.+)")
# What a row has before anything is typed.
OF_ITSELF = {"key", "DELETE"}
LONGEST_COUNT = 3  # digits; what is longer counts no rows and is left to the form to refuse


def without_blank_ends(data):
    """Give the sent form (a QueryDict) without the rows at the end of each group that say nothing.

    They stand ready to be typed into; to make a form of each and check it would be a third of what
    a save costs.
    """
    last = {}
    for name, values in data.lists():
        row = ROW.fullmatch(name)
        if row and row[3] not in OF_ITSELF and any(value.strip() for value in values):
            last[row[1]] = max(last.get(row[1], 0), int(row[2]) + 1)
    found = copy(data)
    for name, total in data.items():
        group, _total, rest = name.partition("-TOTAL_FORMS")
        if _total and not rest and total.isdecimal() and len(total) <= LONGEST_COUNT:
            found[name] = str(min(int(total), last.get(group, 0)))
    return found
