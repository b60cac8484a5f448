"""The next version of a report: the same words as a draft, rows under their same keys."""

from resrec.reporting.models.activity_report import ActivityReport, Status

# What belongs to a version and not to its words.
OF_THE_VERSION = {"id", "status", "version", "replaces", "revision", "submitted_at", "entered_by"}


def copy_of(report, *, by):
    """Give a saved draft that replaces `report`, with its words, rows, texts and files' names."""
    fields = {
        field.attname: getattr(report, field.attname)
        for field in report._meta.concrete_fields
        if field.name not in OF_THE_VERSION and field.name != "saved_at"
    }
    draft = ActivityReport.objects.create(
        **fields,
        status=Status.DRAFT,
        version=report.version + 1,
        replaces=report,
        entered_by=by,
    )
    draft.scopes.set(report.scopes.all())
    draft.countries.set(report.countries.all())
    for rows in (report.activities, report.future_activities, report.partners, report.evidence):
        _copy_rows(rows.all(), draft)
    for reported in report.reported_texts.all():
        copied = draft.reported_texts.create(resolution_id=reported.resolution_id)
        copied.paragraphs.set(reported.paragraphs.all())
    return draft


def _copy_rows(rows, draft):
    for row in rows:
        row.pk = None
        row._state.adding = True
        row.report = draft
        row.save()
