"""The next version of a report: the same words as a draft, rows under their same keys."""

from django.db.models import Max

from resrec.reporting.models.activity_report import ActivityReport, Status
from resrec.reporting.models.progress_report import ProgressReport, Status as ProgressStatus

# What belongs to a version and not to its words.
OF_THE_VERSION = {"id", "status", "version", "replaces", "revision", "saved_at"}
OF_THE_VERSION |= {"submitted_at", "entered_by", "origin", "kind", "repeats"}
OF_THE_ACCOUNT = OF_THE_VERSION | {"published_at", "published_by", "notice"}


def copy_of(report, *, by):
    """Give a saved draft that replaces `report`, with its words, rows, texts and files' names.

    The draft is of a full report, whatever it replaces: who corrects an answer writes it out.
    """
    draft = ActivityReport.objects.create(
        **_words(report, without=OF_THE_VERSION),
        status=Status.DRAFT,
        version=report.version + 1,
        replaces=report,
        entered_by=by,
    )
    draft.scopes.set(report.scopes.all())
    draft.countries.set(report.countries.all())
    for rows in (report.activities, report.future_activities, report.partners, report.evidence):
        _copy_rows(rows.all(), report=draft)
    for reported in report.reported_texts.all():
        copied = draft.reported_texts.create(resolution_id=reported.resolution_id)
        copied.paragraphs.set(reported.paragraphs(manager="ever").all())
    return draft


def account_after(account):
    """Give a saved draft that replaces a published Progress Report.

    Statements keep their keys and paragraphs and rest on the same quotations: those of a source
    that was corrected since stay as they were, and show in amber.
    """
    same = ProgressReport.objects.filter(resolution=account.resolution_id, cycle=account.cycle_id)
    draft = ProgressReport.objects.create(
        **_words(account, without=OF_THE_ACCOUNT),
        status=ProgressStatus.DRAFT,
        version=same.aggregate(last=Max("version"))["last"] + 1,
        replaces=account,
    )
    draft.activity_kinds.set(account.activity_kinds.all())
    _copy_rows(account.partners.all(), report=draft)
    for statement in account.statements.prefetch_related("quotations"):
        quotations = list(statement.quotations.all())
        paragraphs = list(statement.paragraphs(manager="ever").all())
        _copy_rows([statement], report=draft)
        statement.paragraphs.set(paragraphs)
        _copy_rows(quotations, statement=statement)
    return draft


def _words(report, *, without):
    return {
        field.attname: getattr(report, field.attname)
        for field in report._meta.concrete_fields
        if field.name not in without
    }


def _copy_rows(rows, **parent):
    for row in rows:
        row.pk = None
        row._state.adding = True
        for name, value in parent.items():
            setattr(row, name, value)
        row.save()
