"""The needs that a constituent named before and that nobody has met: a next report asks of them."""

from resrec.people.models.constituent import with_merged
from resrec.reporting.models import ActivityReport, Need, ReportedText
from resrec.reporting.models.passages import never_public
from resrec.web.prepared import Prepared

_any_of = Prepared(
    lambda bodies: (
        Need.objects.filter(report__constituent__in=bodies).order_by().values_list("pk")[:1]
    )
)


def open_needs(draft):
    """Give the open Needs of the constituent's other reports on a draft's texts, newest first.

    One of each lineage, without those that the draft names already. Merges are followed. The same
    few queries, however many there are.
    """
    found = {}
    for need in _of(draft).open().exclude(lineage__in=draft.needs.values("lineage")):
        found.setdefault(need.lineage, need)
    return list(found.values())


def open_need(draft, pk):
    """Give the one of them with this id as a page sends it, or None."""
    is_number = pk.isascii() and pk.isdigit() and len(pk) < 19
    return _of(draft).filter(pk=pk).open().first() if is_number else None


def lineages_of(draft):
    """Give the lineages, as text, with which a need in this draft may go on."""
    return {str(lineage) for lineage in _of(draft).values_list("lineage", flat=True)}


def as_typed(need):
    """Give what the row of a need that is carried on holds, as the page would send it."""
    return {
        "lineage": str(need.lineage),
        "kind": need.kind_id or "",
        "description": need.description,
        "amount": need.amount_typed,
        "currency": need.currency,
        **({"private": "on"} if need.field in never_public(need.report) else {}),
    }


def _of(draft):
    """The needs of its constituent's standing reports on its texts, other than its own series."""
    bodies = with_merged([draft.reporter.pk] if draft.reporter else [])
    if not _any_of(bodies):
        return Need.objects.none()
    texts = draft.reported_texts.values("resolution")
    accepted = ReportedText.objects.filter(
        resolution__in=texts, verdict=ReportedText.Verdict.ACCEPTED
    )
    reports = ActivityReport.objects.current().in_full().order_by()
    return (
        Need.objects.filter(
            report__in=reports.filter(constituent__in=bodies, pk__in=accepted.values("report"))
        )
        .exclude(report__series=draft.series)
        .select_related("kind", "report")
        .order_by("-report__submitted_at", "-report__pk", "position")
    )
