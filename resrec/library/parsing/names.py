"""Names in a list of addressees: "Governments, the private sector and regional organizations"."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_ROMAN = re.compile("[ivxlc]+")
LONGEST_LIST = 90


@dataclass(slots=True)
class Part:
    """Words of a list from `start` up to `end`, after a comma or not, and after "and" or not."""

    start: int
    end: int
    after_comma: bool
    after_and: bool


def names_between(words, start, end, known, is_tight):
    """Give (start, end) of each name in a list of addressees; [] if it does not begin with one.

    `known` are the NameWords of the language. A tight list is one after which anything may
    come: a name ends with its head ("all parties (cease the fighting)").
    """
    found, astray, waiting = [], False, None
    for part in _parts(words, start, end, known):
        if _gives_examples(words, part, known):
            astray = False
        elif _goes_astray(words, part, known):
            astray, waiting = True, None
            continue
        first = words.folded[part.start]
        if astray and found and not (part.after_comma and (part.after_and or first in known.back)):
            continue
        astray = False
        name = _name(words, part, known, is_tight)
        if name is None:
            if _only_modifiers(words, part, known):
                waiting = part.start if waiting is None else waiting
                continue
            if not found:
                return []
            waiting = None
            continue
        found.append((waiting if waiting is not None else name[0], name[1]))
        waiting = None
    return [span for span in found if not _says_nothing(words, span, known)]


def _parts(words, start, end, known):
    """Cut a list at commas and conjunctions, but not inside names that hold them."""
    inside = _inner(words, start, end, known)
    part, parts = None, []
    for place in range(start, end):
        comma = place > start and "," in words.before(place) and place not in inside
        conjunction = words.folded[place] in known.conjunctions and place not in inside
        if conjunction:
            if part:
                parts.append(part)
            part = None
            pending = (comma, True)
            continue
        if part is None or comma:
            if part:
                parts.append(part)
                pending = (True, False)
            elif not parts and place == start:
                pending = (False, False)
            part = Part(place, place + 1, *pending)
        part.end = place + 1
    return [*parts, part] if part else parts


def _inner(words, start, end, known):
    """The places that must not be cut before: inside a long name that is known."""
    joined, begins = "", []
    for place in range(start, end):
        if place > start:
            joined += "," if "," in words.before(place) else ""
            joined += "" if joined.endswith("'") else " "
        begins.append(len(joined))
        joined += words.folded[place]
    inside = set()
    for match in known.inner.finditer(joined):
        first = bisect_right(begins, match.start()) - 1
        last = bisect_right(begins, match.end() - 1) - 1
        inside.update(range(start + first + 1, start + last + 1))
    return inside


def _gives_examples(words, part, known):
    """Whether a part begins "including" or "in particular"; then it begins after that."""
    for place in range(part.start, min(part.start + 2, part.end - 1)):
        if words.folded[place] in known.for_example:
            part.start = place + 1
            return True
    return False


def _goes_astray(words, part, known):
    first = words.folded[part.start]
    second = words.folded[part.start + 1] if part.start + 1 < part.end else ""
    if first in known.back:
        return second in known.astray
    return first in known.astray


def _name(words, part, known, is_tight):
    """The name in a part without what stands before and after it, None if it is none."""
    start = part.start
    while start < part.end and words.folded[start] in known.drop:
        start += 1
    end = start
    while end < part.end and words.folded[end] not in known.relative:
        end += 1
    if is_tight:
        end = _without_tail(words, start, end, known)
    while end > start and words.folded[end - 1] in known.prepositions:
        end -= 1
    if start == end or _does_something(words, start, end, known):
        return None
    head = start
    while head + 1 < end and words.folded[head + 1] not in known.prepositions:
        head += 1
    word = words.folded[head]
    if word in known.heads or any(words.folded[at] in known.heads for at in range(start, head)):
        return start, end
    return (start, end) if _is_proper(words, start, head) else None


def _does_something(words, start, end, known):
    """Whether it begins with a participle and its object: "assisting developing countries"."""
    word = words.folded[start]
    if not word.endswith("ing") or word in known.modifiers or word in known.heads:
        return False
    is_lower = words.is_lower(start)
    return is_lower and not (start + 1 < end and words.folded[start + 1] in known.heads)


def _without_tail(words, start, end, known):
    """The end of a name without the words after it: "the Secretary-General (continue fully)"."""
    for place in range(start, end):
        if words.folded[place] in known.heads and place + 1 < end:
            after = words.folded[place + 1]
            is_named = (
                after in known.prepositions
                or after in known.conjunctions
                or after in known.heads
                or after in known.modifiers
            )
            if not is_named and words.is_lower(place + 1):
                return place + 1
    return end


def _is_proper(words, start, head):
    """Whether the words up to the head are capitalized: a proper name."""
    return all(
        words.is_upper(at) and not _ROMAN.fullmatch(words.folded[at]) for at in (start, head)
    )


def _only_modifiers(words, part, known):
    """Whether a part waits for the next one: "regional (and …)", "troop- (and police-…)"."""
    if words.after(part.end - 1) == "-":
        return True
    return all(
        words.folded[at] in known.modifiers or words.folded[at] in known.drop
        for at in range(part.start, part.end)
    )


def _says_nothing(words, span, known):
    """Whether a name is only "stakeholders" or the like, whom nobody can look up."""
    return all(
        words.folded[at] in known.drop or words.folded[at] in known.anybody for at in range(*span)
    )
