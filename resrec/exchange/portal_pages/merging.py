"""One reading out of several of the same report: versions and languages of one node.

Layouts C and B lose nothing; layout A loses identifiers, answers and kinds of activity, so that a
blank there says nothing. A value that the page's end may have cut gives way to one that is whole.
"""

import re
from dataclasses import replace

_RANK = {"C": 0, "Cs": 1, "B": 2, "A": 3, "D": 4}
_ONE_VALUE = (
    "constituent constituent_type period scope status secretariat other_orgs planned countries "
    "report_status printed_on title"
).split()
_NARRATIVES = ("results", "challenges", "future")
_ROWS = ("activities", "future_activities")
# What a report says, whatever page it stands on: two readings alike in these are one content.
CONTENT = (
    *_ONE_VALUE,
    *_NARRATIVES,
    *_ROWS,
    "resolution_code",
    "report_type",
    "action_types",
    "members",
    "members_answer",
    "commissions",
    "commissions_answer",
)
_FACTS_TO_COMPARE = ("members", "commissions", "action_types", "status", "constituent")
_FEWEST_WORDS = 30  # of a narrative that can be compared with another
_ALIKE = 0.5  # share of words in common; two years' reports on one text stay well below
_WORD = re.compile(r"\w{4,}")


def merged(readings):
    """Give one PageReading that holds the best of these. `file` and `text` are the best page's."""
    best_first = sorted(readings, key=_rank)
    best = best_first[0]
    found = {name: _best(best_first, name) for name in _ONE_VALUE}
    found |= {name: _fullest(best_first, name) for name in (*_NARRATIVES, *_ROWS)}
    found["action_types"] = _listed(best_first, "action_types") or ()
    for name in ("members", "commissions"):
        found[name] = _listed(best_first, name)
        found[f"{name}_answer"] = _best(best_first, f"{name}_answer")
        if found[name] is None and found[f"{name}_answer"] == "no":
            found[name] = ()
    in_english = any(one.lang == "en" and one.challenges for one in readings)
    return replace(
        best,
        **found,
        lang="en" if in_english else best.lang,
        resolution_code=_code(best_first),
        node=next((one.node for one in best_first if one.node is not None), None),
        truncated=all(one.truncated for one in readings),
        problems=tuple(dict.fromkeys(p for one in best_first for p in one.problems)),
    )


def same_content(one, other):
    """Tell whether two readings say the same, whatever their layouts and languages."""
    return all(getattr(one, name) == getattr(other, name) for name in CONTENT)


def agree(one, other):
    """Tell whether two pages of unlike origin are the same report, by their code and content.

    Every fact that both state in full must be the same, two at least; of their narratives, where
    both are long enough to tell, half the words.
    """
    if one.report_type != other.report_type or not one.resolution_code:
        return False
    if one.resolution_code != other.resolution_code:
        return False
    shared = [
        (getattr(one, name), getattr(other, name))
        for name in _FACTS_TO_COMPARE
        if _is_whole(one, name) and _is_whole(other, name)
    ]
    if len(shared) < 2 or any(a != b for a, b in shared):
        return False
    return likeness(one, other) in (None, True)


def likeness(one, other):
    """Tell whether two narratives are the same words in the main; None where one is too short."""
    first, second = _words(one), _words(other)
    if min(len(first), len(second)) < _FEWEST_WORDS:
        return None
    return len(first & second) >= _ALIKE * min(len(first), len(second))


def _rank(reading):
    return _RANK[reading.layout], bool(reading.truncated)


def _is_whole(reading, name):
    return bool(getattr(reading, name)) and reading.cut_in != name


def _best(best_first, name):
    """The first value that is stated, a whole one if there is any; else the best page's."""
    stated = [one for one in best_first if getattr(one, name)]
    whole = [one for one in stated if one.cut_in != name]
    return getattr((whole or stated or best_first)[0], name)


def _fullest(best_first, name):
    """The longest of the values that are whole, layouts C and B before the others; the longest of
    all where none is whole."""
    whole = [one for one in best_first if _is_whole(one, name)]
    lossless = [one for one in whole if _RANK[one.layout] < _RANK["A"]]
    return max((getattr(one, name) for one in lossless or whole or best_first), key=_length)


def _length(value):
    return len(value) if isinstance(value, str) else sum(len(row.description) + 1 for row in value)


def _listed(best_first, name):
    """The best list; where the page's end cut it, what a whole one of a lesser layout adds."""
    stated = [one for one in best_first if getattr(one, name)]
    if not stated:
        return None
    best = stated[0]
    lines = getattr(best, name)
    whole = next((getattr(one, name) for one in stated if one.cut_in != name), None)
    if best.cut_in != name or whole is None:
        return lines
    # The last line of a list that was cut may be half a name.
    return tuple(dict.fromkeys((*lines[:-1], *whole)))


def _code(best_first):
    """A code that a page prints goes before one that a node number tells."""
    by_certainty = sorted(best_first, key=lambda one: bool(one.code_inferred))
    return next((one.resolution_code for one in by_certainty if one.resolution_code), None)


def _words(reading):
    return set(_WORD.findall(f"{reading.results} {reading.challenges} {reading.future}".lower()))
