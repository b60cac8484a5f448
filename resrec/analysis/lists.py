"""The list behind a figure: its members as entries that a page can print, in their order.

Every function takes primary keys (a page of them, or the first few) and asks a fixed number of
queries. What a constituent keeps private is not in an entry.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext, pgettext

from resrec.analysis.figures import Figure, Noun, counted
from resrec.analysis.models import ThemedPassage
from resrec.library.models import Resolution
from resrec.people.models import Constituent
from resrec.reporting.models import (
    Activity,
    ActivityReport,
    FocalPoint,
    FutureActivity,
    Need,
    ProgressReport,
    ReportedText,
    Statement,
)


@dataclass(frozen=True)
class TextEntry:
    """A text, its status in the cycle, and the one before. `reported` is false for nobody."""

    text: Resolution
    reported: bool
    status: object
    year_before: int | None
    status_before: object


@dataclass(frozen=True)
class Said:
    """Public words of an Activity Report and the texts of the Congress they are on.

    `kind` stands before them in the page's language, `title` in the report's; `answer` is the
    status of an activity, or whether a future one is planned.
    """

    report: ActivityReport
    texts: list[Resolution]
    words: str
    kind: str = ""
    title: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Quoted:
    """A passage under a theme, with the report it is quoted from (of either kind)."""

    passage: object  # a ThemedPassage, or a Passage that is under no theme yet
    source: ActivityReport | ProgressReport
    texts: list[Resolution]


@dataclass(frozen=True)
class BodyEntry:
    """A constituent, and what it handed in of the year on the Congress.

    `reports` are words: ["3 Activity Reports", "1 answer of one press"]; none for the silent.
    """

    body: Constituent
    reports: list[str]


@dataclass(frozen=True)
class Excerpt:
    """The first few entries of a figure."""

    figure: Figure
    entries: list
    template: str


def entries(overview, figure, members):
    """Give the entries of those members of a figure that are named, as a list."""
    return list(ENTRIES[figure.noun](overview, members))


def template_of(figure):
    """Name the template that prints one entry of the figure."""
    return f"analysis/entries/{TEMPLATES.get(figure.noun, figure.noun)}.html"


def excerpts(overview):
    """Give the Excerpts that stand on the overview's page, by section; empty ones are left out."""
    return {
        "moved": _excerpts(overview, 10, "moved_up", "moved_down"),
        "challenges": _excerpts(overview, 3, "challenges_stated", "challenges", "measures"),
        "future": _excerpts(overview, 3, "future_stated", "future"),
        "needs": _excerpts(overview, 3, "needs_open", "needs_met"),
    }


def _excerpts(overview, number, *keys):
    figures = [overview.figures[key] for key in keys]
    return [
        Excerpt(figure, entries(overview, figure, figure.members[:number]), template_of(figure))
        for figure in figures
        if figure.members
    ]


def _texts(overview, members):
    statuses = overview.statuses
    found = Resolution.objects.for_display().in_bulk(members)
    for pk in members:
        year, before = statuses.before.get(pk, (None, None))
        yield TextEntry(
            text=found[pk],
            reported=pk in statuses.now,
            status=statuses.vocabulary.get(statuses.now.get(pk)),
            year_before=year,
            status_before=statuses.vocabulary.get(before),
        )


def _in_order(rows, members):
    found = rows.in_bulk(members)
    return [found[pk] for pk in members]


def _progress_reports(overview, members):
    return _in_order(ProgressReport.objects.for_display(), members)


def _statements(overview, members):
    rows = Statement.objects.select_related("report__cycle", "report__resolution")
    return _in_order(rows.prefetch_related("report__resolution__texts"), members)


def _activity_reports(overview, members):
    return _in_order(ActivityReport.objects.for_display(), members)


def _activities(overview, members):
    rows = _in_order(Activity.objects.select_related("kind", "status"), members)
    reports = _reports(overview, [row.report_id for row in rows])
    for row in rows:
        report, texts = reports[row.report_id]
        kind, status = overview.then(row.kind), overview.then(row.status)
        private = f"activity:{row.key}/description" in report.private_fields
        yield Said(
            report,
            texts,
            words="" if private else row.description,
            kind="" if row.kind_as_printed and not kind else str(kind or _("Kind not stated")),
            title="" if kind else row.kind_as_printed,
            answer=str(status or _("status not stated")),
        )


def _future_activities(overview, members):
    rows = _in_order(FutureActivity.objects.all(), members)
    reports = _reports(overview, [row.report_id for row in rows])
    for row in rows:
        report, texts = reports[row.report_id]
        planned = _("planned: %(answer)s") % {
            "answer": row.get_planned_display() or _("not stated")
        }
        yield Said(report, texts, row.description, title=row.title, answer=planned)


def _themed(overview, members):
    rows = _in_order(ThemedPassage.objects.for_display(), members)
    sources = sources_of(overview, rows)
    return [Quoted(row, *sources[row.key]) for row in rows]


def sources_of(overview, passages):
    """Give {key: (report of either kind, its texts of the Congress)} of passages of themes."""
    reports = _reports(overview, {one.report_id for one in passages if one.report_id})
    stated = {one.statement_id for one in passages if one.statement_id}
    statements = Statement.objects.select_related("report__cycle", "report__resolution")
    accounts = {
        pk: row.report
        for pk, row in statements.prefetch_related("report__resolution__texts")
        .in_bulk(stated)
        .items()
    }
    return {
        one.key: (accounts[one.statement_id], [accounts[one.statement_id].resolution])
        if one.statement_id
        else reports[one.report_id]
        for one in passages
    }


def _needs(overview, members):
    met = {*overview.figures["needs_met"].members}
    rows = _in_order(Need.objects.select_related("kind"), members)
    reports = _reports(overview, [row.report_id for row in rows])
    for row in rows:
        report, texts = reports[row.report_id]
        overview.then(row.kind)  # which its heading names
        answer = pgettext("need", "met") if row.pk in met else pgettext("need", "open")
        yield Said(report, texts, row.description, kind=row.heading, answer=answer)


def _passages(field):
    def found(overview, members):
        reports = _reports(overview, members)
        for pk in members:
            report, texts = reports[pk]
            yield Said(report, texts, getattr(report, field))

    return found


def _reports(overview, pks):
    """{pk: (ActivityReport, the texts of this Congress on which it was accepted)}"""
    reports = ActivityReport.objects.for_display().in_bulk(pks)
    return {
        pk: (
            report,
            [
                one.resolution
                for one in report.reported_texts.all()
                if one.resolution.assembly_id == overview.assembly.pk
                and one.verdict == ReportedText.Verdict.ACCEPTED
            ],
        )
        for pk, report in reports.items()
    }


def _constituents(overview, members):
    full, short = defaultdict(set), defaultdict(set)
    for report, body, _on in overview.reporters.pairs:
        full[body].add(report)
    for report, body, _on, _kind in overview.answers.pairs:
        short[body].add(report)
    for body in _in_order(Constituent.objects.select_related("kind", "country"), members):
        reports = [counted(Noun.ACTIVITY_REPORT, len(full[body.pk]))] if full[body.pk] else []
        if number := len(short[body.pk]):
            words = ngettext("%(n)s answer of one press", "%(n)s answers of one press", number)
            reports.append(words % {"n": number})
        yield BodyEntry(body, reports)


def _posts(overview, members):
    rows = FocalPoint.objects.select_related("constituent__merged_into", "role", "resolution")
    return _in_order(rows.prefetch_related("resolution__texts"), members)


# Nouns whose entries are printed alike; the others' template has the noun's name.
SAID = (Noun.ACTIVITY, Noun.CHALLENGE, Noun.MEASURE, Noun.FUTURE_ACTIVITY, Noun.NEED)
TEMPLATES = dict.fromkeys(SAID, "said")
ENTRIES = {
    Noun.TEXT: _texts,
    Noun.PROGRESS_REPORT: _progress_reports,
    Noun.STATEMENT: _statements,
    Noun.ACTIVITY_REPORT: _activity_reports,
    Noun.ACTIVITY: _activities,
    Noun.CHALLENGE: _passages("challenges"),
    Noun.MEASURE: _passages("measures"),
    Noun.FUTURE_ACTIVITY: _future_activities,
    Noun.PASSAGE: _themed,
    Noun.NEED: _needs,
    Noun.CONSTITUENT: _constituents,
    Noun.POST: _posts,
}
