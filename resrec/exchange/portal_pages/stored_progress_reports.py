"""Writing a reading as a Progress Report: published, each paragraph a statement carried over."""

from django.db.models import Max

from resrec.exchange.portal_pages.codes import cycle_of_progress_report
from resrec.exchange.portal_pages.problems import Problem
from resrec.exchange.portal_pages.stored_involvement import answer, answers, partners
from resrec.exchange.portal_pages.stored_terms import term_for, terms_by_label
from resrec.exchange.portal_pages.written_language import language_of
from resrec.exchange.report_rows import as_given
from resrec.journal.recording import journalled, record
from resrec.people.folding import folded
from resrec.reporting.models import (
    ActivityKind,
    ImplementationStatus,
    ProgressReport,
    ReportingCycle,
    Statement,
)
from resrec.reporting.models.progress_report_sets import Status


def stored_as(pages):
    """Give the Progress Report that these ImportedPages were stored as, or None."""
    reports = [page.progress_report for page in pages if page.progress_report_id]
    return max(reports, key=lambda report: (report.version, report.pk), default=None)


def may_replace(report):
    """Whether the import may make the next version: nobody has replaced the report since."""
    in_work = ProgressReport.objects.in_work().filter(replaces=report)
    return report.status == Status.PUBLISHED and not in_work.exists()


def is_complete(report, reading):
    """Whether the report holds all that a reading of the same content tells: its cycle too."""
    return report.cycle == _cycle(reading, report.resolution, report)[0]


@journalled()
def write(reading, text, *, before=None):
    """Store a reading on a text, as a new report or the next version of `before`.

    Gives (report, list of Problem).
    """
    cycle, problems = _cycle(reading, text, before)
    before = before or _invented(text, cycle)
    language = language_of(f"{reading.results}\n{reading.challenges}\n{reading.future}")
    report = ProgressReport.objects.create(
        resolution=text,
        cycle=cycle,
        version=_next_version(text, cycle, before),
        replaces=before,
        origin=ProgressReport.Origin.IMPORT,
        language=language,
        planned=answer(reading.planned),
        implementation_status=_status(reading),
        **answers(reading),
    )
    kinds = terms_by_label(ActivityKind)
    report.activity_kinds.set([kinds[folded(label)] for label in reading.action_types])
    as_given(report.partners, partners(reading))
    _write_statements(report, reading)
    record(report, "progress_report.imported", by=None, version=report.version, node=reading.node)
    report.propose(by=None)
    report.publish(by=None)
    return report, problems


def _next_version(text, cycle, before):
    """Versions count within a text and cycle; a replaced report may have stood in none."""
    same = ProgressReport.objects.filter(resolution=text, cycle=cycle)
    latest = same.aggregate(latest=Max("version"))["latest"] if cycle else None
    return max(latest or 0, before.version if before else 0) + 1


def _cycle(reading, text, before):
    """The cycle that the node was made for, unless another report stands or is in work there.

    What was invented for the demonstration makes room, save a draft that somebody is at.
    """
    year = cycle_of_progress_report(reading.node)
    cycle = ReportingCycle.objects.filter(collection=text.collection, year=year).first()
    if cycle is None:
        return None, [Problem("no_cycle")]
    others = ProgressReport.objects.filter(resolution=text, cycle=cycle).exclude(
        is_demonstration=True, status__in=[Status.PUBLISHED, Status.SUPERSEDED]
    )
    if before and before.cycle_id == cycle.pk:
        return cycle, []
    return (None, [Problem("cycle_taken", "", str(year))]) if others.exists() else (cycle, [])


def _invented(text, cycle):
    """The demonstration's report that stands for a text and cycle, or None: the real one
    supersedes it."""
    return (
        ProgressReport.objects.published()
        .filter(resolution=text, cycle=cycle, cycle__isnull=False, is_demonstration=True)
        .first()
    )


def _status(reading):
    """The term for `Name: explanation`, by its name; None for a name that is not known."""
    name = reading.status[0].partition(":")[0] if reading.status else ""
    return term_for(ImplementationStatus, name)


def _write_statements(report, reading):
    """One statement a paragraph, in the language it is written in."""
    Statement.objects.bulk_create(
        Statement(
            report=report,
            section=section,
            position=position,
            text=paragraph,
            language=language_of(paragraph, default=report.language),
            basis=Statement.Basis.IMPORTED,
        )
        for section in Statement.Section.values
        for position, paragraph in enumerate(_paragraphs(getattr(reading, section)))
    )


def _paragraphs(text):
    return [line for line in text.split("\n") if line]
