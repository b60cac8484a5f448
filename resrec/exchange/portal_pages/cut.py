"""Whether a page was cut off: most were kept only to about 2,000 characters.

A page is cut when it ends before its form's last obligatory part (Progress: a value of the
status of implementation; Activity: the results), or inside a value.
"""

import re

from resrec.exchange.portal_pages.answers import (
    ACTION_STATUSES,
    NO,
    REPORT_STATUSES,
    UNKNOWN,
    YES,
    is_cut,
    is_cut_implementation_status,
)
from resrec.exchange.portal_pages.kinds_of_activity import is_cut_kind
from resrec.exchange.portal_pages.labels import NARRATIVE_FIELDS, PROGRESS
from resrec.exchange.portal_pages.values import CUT_MARK

_CLOSED = {
    "planned": (YES, NO, UNKNOWN),
    "secretariat": (YES, NO, UNKNOWN),
    "report_status": (REPORT_STATUSES,),
    "activity_status": (ACTION_STATUSES,),
}
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]?\s")
_ENDS = tuple(".!?…:;)]}»”\"'’|*")
_SHORT_ANSWER = 40  # characters; "none so far" needs no full stop


def is_truncated(lines, sections, rows):
    """Tell whether a page is cut. `rows` are its last activities, which mark a cut themselves."""
    last = next((line for line in reversed(lines) if line), "")
    if CUT_MARK.search(last) or not _reaches_its_end(sections):
        return True
    return _ends_inside_value(sections, rows)


def _reaches_its_end(sections):
    if sections.form != PROGRESS:
        return any(section.text for section in sections.of("results", "description"))
    if any(section.printed for section in sections.of("status")):
        return True
    # An extract without a head leaves out the block of the status: it ends with the future.
    future = sections.first("future")
    return sections.is_extract and (sections.has("planned") or bool(future and future.text))


def _ends_inside_value(sections, rows):
    section = sections.ends_in
    if section is None or not section.printed:
        return False
    last = section.printed[-1]
    if section.field in _CLOSED:
        return is_cut(last, *_CLOSED[section.field])
    if section.field == "status":
        return is_cut_implementation_status(" ".join(section.printed))
    if section.field == "kinds":
        return is_cut_kind(last)
    if section.field in ("activities", "activity", "future_activities"):
        return bool(rows) and rows[-1].is_cut
    return section.field in NARRATIVE_FIELDS and _prose_is_cut(section, sections)


def _prose_is_cut(section, sections):
    """Prose that ends without a full stop is cut if it had one before, or if it is long and the
    question that comes next on the form is missing."""
    text = section.text
    if text.endswith(_ENDS):
        return False
    next_is_missing = section.field in ("results", "description") and not sections.has("challenges")
    return bool(_SENTENCE_END.search(text)) or (next_is_missing and len(text) >= _SHORT_ANSWER)
