"""The next version of a report: the same words as a draft, rows under their same keys."""

from uuid import uuid4

from django.db.models import Max

from resrec.reporting.account.reanchoring import find_again
from resrec.reporting.anchors import anchor, source_digest
from resrec.reporting.models.activity_report import ActivityReport, Status
from resrec.reporting.models.co_writer import CoWriter
from resrec.reporting.models.progress_report import ProgressReport, Status as ProgressStatus
from resrec.reporting.models.reported_text import ReportedText

# What belongs to a version and not to its words.
OF_THE_VERSION = {"id", "status", "version", "replaces", "revision", "saved_at", "touched"}
OF_THE_VERSION |= {
    "submitted_at",
    "submitted_by",
    "entered_by",
    "origin",
    "kind",
    "repeats",
    "taken_from",
}
OF_THE_ACCOUNT = OF_THE_VERSION | {"published_at", "published_by", "notice"}


def copy_of(report, *, by):
    """Give a saved draft that replaces `report`, with its words, rows, texts and files' names.

    The draft is of a full report, whatever it replaces: who corrects an answer writes it out.
    Texts on which an accepted report was returned have gone their own way.
    """
    texts = report.reported_texts.all()
    accepted = [one for one in texts if one.verdict == ReportedText.Verdict.ACCEPTED]
    return _draft_of(report, accepted or texts, by=by, version=report.version + 1, replaces=report)


def copy_for_returned(report, *, by):
    """Give a saved draft, version 1 of its own, on the texts on which `report` was returned."""
    draft = _draft_of(
        report, report.returned_texts, by=by, version=1, series=uuid4(), taken_from=report
    )
    CoWriter.follow(report, draft)
    return draft


def _draft_of(report, texts, *, by, **of_the_version):
    draft = ActivityReport.objects.create(
        **_words(report, without=OF_THE_VERSION) | of_the_version,
        status=Status.DRAFT,
        entered_by=by,
    )
    draft.scopes.set(report.scopes.all())
    draft.countries.set(report.countries.all())
    groups = ("activities", "future_activities", "needs", "partners", "evidence")
    for group in groups:
        _copy_rows(getattr(report, group).all(), report=draft)
    for reported in texts:
        copied = draft.reported_texts.create(resolution_id=reported.resolution_id)
        copied.paragraphs.set(reported.paragraphs(manager="ever").all())
    return draft


def account_after(account):
    """Give a saved draft that replaces a published Progress Report.

    Statements keep their keys and paragraphs. Quotations of a source that was corrected since
    move to its newest version where the same words still stand in the same passage and are
    public; else they stay as they were, and show in amber for a person to decide.
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
    for statement in account.statements.prefetch_related("quotations__source", "renderings"):
        renderings = list(statement.renderings.all())
        quotations = [on_newest(one, statement) for one in statement.quotations.all()]
        paragraphs = list(statement.paragraphs(manager="ever").all())
        _copy_rows([statement], report=draft)
        statement.paragraphs.set(paragraphs)
        _copy_rows(quotations, statement=statement)
        _copy_rows(renderings, statement=statement)
    return draft


def on_newest(quotation, statement):
    """Hold a quotation, unsaved, against the newest accepted version of its source, if that says
    the same; a statement that is these very words follows them."""
    newer = quotation.source.newer_accepted
    passage = newer and newer.passage(quotation.field)
    found = passage and find_again(passage.text, quotation)
    if found and found.same_in_substance:
        now = anchor(passage.text, found.exact, near=found.start)
        if statement.text == quotation.exact:
            statement.text = now.exact
        quotation.source, quotation.source_digest = newer, source_digest(passage.text)
        quotation.exact, quotation.prefix, quotation.suffix = now.exact, now.prefix, now.suffix
    return quotation


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
