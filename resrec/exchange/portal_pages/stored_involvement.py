"""Who took part, as a reading says it: answers, and the bodies named under each question."""

from resrec.exchange.portal_pages.names import commission, organisation, term_fits
from resrec.exchange.portal_pages.stored_bodies import body_named
from resrec.reporting.models import Answer, PartnerKind

_SAID = {"Yes": Answer.YES, "No": Answer.NO, "I do not know": Answer.NOT_KNOWN}


def answer(said):
    """Give the Answer for "Yes", "No" or "I do not know"; "" for anything else."""
    return _SAID.get(said, "")


def answers(reading):
    """Give the fields of an Involvement. A blank stays blank: not stated, never "no"."""
    return {
        "members_answer": reading.members_answer,
        "commissions_answer": reading.commissions_answer,
        "secretariat_answer": answer(reading.secretariat),
        "other_organisations": reading.other_orgs or "",
    }


def partners(reading):
    """Give the named bodies, in page order, as dicts of NamedBody's fields.

    The last line of a list that the page's end cut may be half a name: it makes no new body.
    """
    plain = reading.layout in ("C", "Cs")
    members = [organisation(line, plain=plain) for line in reading.members or ()]
    commissions = [commission(line) for line in reading.commissions or ()]
    rows = []
    for kind, listed, new_kind in (
        (PartnerKind.MEMBER, members, "member"),
        (PartnerKind.COMMISSION, commissions, "commission_group"),
    ):
        is_cut = reading.cut_in == f"{kind}s"
        for printed in listed:
            may_be_half = is_cut and printed is listed[-1]
            rows.append(
                {
                    "kind": kind,
                    "constituent": body_named(printed, new_kind, create=not may_be_half),
                    "name": printed.printed[:400],
                    "term": printed.term,
                    "term_is_doubtful": bool(printed.term)
                    and not term_fits(printed.term, reading.resolution_code, reading.period),
                }
            )
    return rows
