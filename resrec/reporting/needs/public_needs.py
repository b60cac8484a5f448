"""The needs that anybody may read: of accepted reports, each once, open or met."""

from django.db.models import F

from resrec.reporting.models import ActivityReport, Need


def public_needs(reports):
    """Give the public Needs of a queryset of reports that stand, the newest report's first.

    Each has its `met` and its report with the constituent. A need that goes on in a later report
    is there once, as that report tells it; if that one keeps it private, it is private. A fixed
    number of queries.
    """
    needs = (
        Need.objects.filter(report__in=reports.order_by())
        .select_related(
            "kind",
            "report__constituent__merged_into__merged_into",
            "report__constituent__kind",
        )
        .order_by(F("report__submitted_at").desc(nulls_last=True), "-report__pk", "position", "pk")
    )
    newest = {}
    for need in needs.with_met():
        newest.setdefault(need.lineage, need)
    return [need for need in newest.values() if need.field not in need.report.private_fields]


def needs_on(text):
    """Give (open, met): the public Needs of the accepted reports on a text."""
    found = public_needs(ActivityReport.objects.current().in_full().accepted_on(text))
    return [one for one in found if not one.met], [one for one in found if one.met]
