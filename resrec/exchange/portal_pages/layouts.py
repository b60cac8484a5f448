"""Telling the layouts apart: A, B, C, Cs and D (docs/domain.md)."""

from resrec.exchange.portal_pages.answers import yes_or_no
from resrec.exchange.portal_pages.names import guids_in
from resrec.exchange.portal_pages.page import submitted_by
from resrec.exchange.portal_pages.printed import same
from resrec.exchange.portal_pages.rows import has_header

_FIELDS_OF_BODIES = ("constituent", "constituent_type", "members", "commissions", "secretariat")
_SCOPES_OF_B = ("Global", "Mondial", "Mundial")


def layout_of(sections):
    """Give the letter of a page's layout."""
    if sections.is_extract and not (sections.plain and submitted_by(sections.before)):
        return "D"
    if sections.plain:
        return "Cs" if not sections.title and submitted_by(sections.before) else "C"
    return "B" if _shows_what_a_loses(sections) else "A"


def _shows_what_a_loses(sections):
    """Layout A loses identifiers, the Secretariat's yes or no, the period and "Global"."""

    def printed(*names):
        return [line for section in sections.of(*names) for line in section.printed]

    return (
        sections.has_implementation_heading
        or any(map(guids_in, printed(*_FIELDS_OF_BODIES)))
        or any(yes_or_no(line) in ("Yes", "No") for line in printed("secretariat"))
        or bool(printed("period"))
        or any(same(line, name) for line in printed("scope") for name in _SCOPES_OF_B)
        or has_header(printed("activities"))
    )
