"""The rows of many reports, read a group at a time.

Django's own prefetch puts a query together for each report and each group, which of a text with
hundreds of reports takes longer than all that is read. Here a report gets plain lists.
"""

from collections import defaultdict

from resrec.reporting.models import Activity, FutureActivity, Need, Objection, Partner


def with_rows(reports):
    """Give reports as a list, their rows read: `report.activities.all()` and so on are lists.

    A fixed number of queries for all, in the order that the rows have.
    """
    reports = list(reports)
    groups = {
        "activities": Activity.objects.prefetch_related("kind", "status"),
        "future_activities": FutureActivity.objects.all(),
        "needs": Need.objects.prefetch_related("kind"),
        "objections": Objection.objects.all(),
        "partners": Partner.objects.prefetch_related("constituent__merged_into__merged_into"),
    }
    for report in reports:
        report._prefetched_objects_cache = {}
    for name, rows in groups.items():
        _read(name, rows, reports)
    return reports


def _read(name, rows, reports):
    by_report = defaultdict(list)
    for row in rows.filter(report__in=[report.pk for report in reports]):
        by_report[row.report_id].append(row)
    for report in reports:
        report._prefetched_objects_cache[name] = found = by_report.get(report.pk, [])
        for row in found:
            row.report = report
