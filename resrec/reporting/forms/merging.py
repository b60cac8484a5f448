"""Bringing two people's copies of a draft together, place by place (see `places`).

Each sends what their page had before they typed. What only one of them has changed stands; what
both have changed differently is for a person to decide.
"""

import re
from dataclasses import dataclass, field

from resrec.reporting.forms.places import digests, row_of


@dataclass
class Merge:
    """`taken` has what others changed and this writer did not: {place: words, "" for none};
    `gone` the rows that they took away, `both` the places that both changed, `was` what stood in
    each place of this writer's page."""

    was: dict
    taken: dict = field(default_factory=dict)
    gone: set = field(default_factory=set)
    both: list = field(default_factory=list)


def merge(mine, theirs, base, *, is_own_page):
    """Compare two ReportForms against the digests that the writer's page had; give a Merge.

    `is_own_page` tells of a place whether the stored words came from this very page: a save of
    which the page never heard that it had arrived is no other's change.
    """
    ours, others = mine.words, theirs.words
    here, there = digests(ours), digests(others)
    merged = Merge(was=ours)
    one_sided = _rows_on_one_side(merged, others, here, there, base)
    for place in dict.fromkeys([*others, *ours, *base]):
        one, other, before = here.get(place), there.get(place), base.get(place)
        if one == other or other == before or row_of(place) in one_sided:
            continue
        if one == before:
            merged.taken[place] = others.get(place, "")
        elif not is_own_page(place):
            merged.both.append(place)
    return merged


def theirs_instead(merged, theirs):
    """Give a Merge that puts others' words where both have changed the same."""
    return Merge(merged.was, {place: theirs.words.get(place, "") for place in merged.both})


def _rows_on_one_side(merged, others, here, there, base):
    """Decide on rows that one of the two has taken away: they stay, whole, where the other has
    changed them since. Gives the rows decided on."""
    known = {row_of(place) for place in base} - {""}
    rows_here, rows_there = {row_of(place) for place in here}, {row_of(place) for place in there}
    for row in known & rows_here - rows_there:
        if _part(here, row) == _part(base, row):
            merged.gone.add(row)
    for row in known & rows_there - rows_here:
        if _part(there, row) != _part(base, row):
            merged.taken |= _part(others, row)
    return known & rows_here ^ known & rows_there


def _part(words, row):
    return {place: said for place, said in words.items() if row_of(place) == row}


def take_over(form, merged):
    """Put what others changed into what a ReportForm was sent; its parts are to be bound anew."""
    rows = _numbers_of_rows(form.data)
    for row in merged.gone & rows.keys():
        form.data[f"{row.partition(':')[0]}-{rows[row]}-DELETE"] = "on"
    for place, words in merged.taken.items():
        line, _slash, part = place.partition("/")
        if row_of(place):
            _put_into_row(form, rows, line, part, words)
        elif line in form.groups:
            _put_name(form, line, words, merged.was.get(place))
        elif part:
            chosen = [code for code in form.data.getlist(line) if code != part]
            form.data.setlist(line, [*chosen, words] if words else chosen)
        else:
            _put(form.data, line, words)


def _numbers_of_rows(data):
    """Give {"activities:<key>": number} of the rows that were sent."""
    found = (re.fullmatch(r"(\w+)-(\d+)-key", name) for name in data)
    return {f"{row[1]}:{data[row[0]]}": row[2] for row in found if row}


def _put_into_row(form, rows, row, name, words):
    group, _colon, key = row.partition(":")
    if row not in rows:
        rows[row] = form.add_row(group, key)
    form.data.pop(f"{group}-{rows[row]}-DELETE", None)
    _put(form.data, f"{group}-{rows[row]}-{name}", words)


def _put_name(form, group, words, was):
    if words:
        form.data[f"{group}-{form.add_row(group)}-name"] = words
        return
    for row in form.groups[group]:
        if (row["name"].value() or "").strip() == was:
            form.data[f"{row.prefix}-DELETE"] = "on"


def _put(data, name, words):
    """An empty box is not sent at all, and an empty field reads the same when it is not."""
    if words:
        data[name] = words
    else:
        data.pop(name, None)
