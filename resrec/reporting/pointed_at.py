"""Which accepted reports and published statements point at the paragraphs of a text."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import CharField, F, Value
from django.urls import reverse

from resrec.reporting.models import ActivityReport, ProgressReport, ReportedText, Statement


@dataclass
class PointedAt:
    """What is public and points at one paragraph: addresses of Activity Reports, of statements."""

    reports: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)


def pointed_at(resolution):
    """Give {paragraph id: PointedAt} of a text, for paragraphs at which something points.

    One query. Of a report that was corrected, the newest accepted version counts; of Progress
    Reports those that stand.
    """
    reports = ReportedText.paragraphs.through.objects.filter(
        reportedtext__resolution=resolution,
        reportedtext__verdict=ReportedText.Verdict.ACCEPTED,
        reportedtext__report__in=ActivityReport.objects.current().values("pk"),
    )
    statements = Statement.paragraphs.through.objects.filter(
        statement__report__in=ProgressReport.objects.published()
        .filter(resolution=resolution)
        .values("pk")
    )
    columns = ("paragraph_id", "report", "key")
    rows = reports.annotate(
        report=F("reportedtext__report"), key=Value("", output_field=CharField())
    ).values_list(*columns)
    rows = rows.union(
        statements.annotate(report=F("statement__report"), key=F("statement__key")).values_list(
            *columns
        )
    )
    found = defaultdict(PointedAt)
    for paragraph, report, key in sorted(rows):
        if key:
            page = reverse("progress_report_version", args=[report])
            found[paragraph].statements.append(f"{page}#statement-{key}")
        else:
            found[paragraph].reports.append(reverse("activity_report", args=[report]))
    return dict(found)
