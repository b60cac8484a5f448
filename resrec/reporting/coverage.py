"""Coverage: on which operative paragraphs of a text somebody has reported, year by year.

Counted is what is public: full Activity Reports accepted on the text (of a corrected one its newest
accepted version) in the year that they are for, and statements of Progress Reports that stand, in
the year of theirs. A report that points at no paragraph is on the text as a whole: it has a line of
its own and says nothing about any paragraph. Answers of one press are not counted here.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from resrec.library.models import Paragraph
from resrec.people.models import Constituent
from resrec.reporting.models import (
    ActivityReport,
    ProgressReport,
    ReportedText,
    ReportingCycle,
    Statement,
)
from resrec.reporting.models.activity_report_sets import Status, year_of
from resrec.reporting.models.short_answer import Kind

WHOLE = None  # the text as a whole, in place of a paragraph's id


@dataclass
class Cell:
    """A paragraph in a year: `reports` as (id, Constituent or None), `statements` as (id of the
    account, key)."""

    reports: list = field(default_factory=list)
    statements: list = field(default_factory=list)

    @property
    def state(self):
        """*used* in a Progress Report, *reported* on and not used, or *silent*."""
        if self.statements:
            return "used"
        return "reported" if self.reports else "silent"

    @property
    def bodies(self):
        """Those who reported, each once; None where a report does not name its constituent."""
        return list(dict.fromkeys(body for _report, body in self.reports))


@dataclass
class Line:
    """A paragraph (WHOLE for the text) and its Cells by year; a year without one is silent."""

    paragraph: Paragraph | None
    cells: dict

    def cell(self, year):
        return self.cells.get(year) or Cell()

    def state(self, year):
        """As `Cell.state`, and *earlier* where something is on record from other years only."""
        now = self.cell(year).state
        return "earlier" if now == "silent" and self.cells else now


@dataclass
class Coverage:
    """What is on record about one text: a Line for each operative paragraph, one for the whole.

    `cycles` are the years in which it could have been reported on.
    """

    lines: list
    whole: Line
    cycles: list = field(default_factory=list)

    @property
    def recorded(self):
        """The years in which something is on record; None among them is one that is not known."""
        return {year for line in [*self.lines, self.whole] for year in line.cells}

    @property
    def years(self):
        """Those and the cycles, silent ones too, oldest first; None comes last."""
        found = {*self.recorded, *self.cycles}
        return sorted(found, key=lambda year: (year is None, year))

    def rows(self, years):
        """Give (line, [(year, its Cell)]) for each line; the whole first where it has something."""
        lines = [self.whole, *self.lines] if self.whole.cells else self.lines
        return [(line, [(year, line.cell(year)) for year in years]) for line in lines]

    @property
    def told(self):
        """Give (line, [(year, its Cell)]) of lines with something on record, newest year first."""
        rows = self.rows(self.years[::-1])
        found = [(line, [pair for pair in cells if pair[0] in line.cells]) for line, cells in rows]
        return [row for row in found if row[1]]

    @property
    def never(self):
        """Paragraphs on which nobody has ever reported, nor any Progress Report said anything."""
        return [line.paragraph for line in self.lines if not line.cells]

    def numbers(self, year):
        """Count the paragraphs in each state in a year: used, reported, earlier, silent."""
        states = [line.state(year) for line in self.lines]
        return {state: states.count(state) for state in ("used", "reported", "earlier", "silent")}


def coverage_of(text, *, account=None):
    """Give the Coverage of one text, its paragraphs with their words.

    `account` is a Progress Report in work: its statements count in place of those that stand.
    """
    found = coverages([text.pk], account=account, words=True)[text.pk]
    found.cycles = cycles_of(text.assembly)
    return found


def cycles_of(assembly):
    """Give the years of the collection's cycles since the assembly was held, oldest first."""
    cycles = ReportingCycle.objects.filter(
        collection=assembly.collection, year__gte=assembly.year_held
    )
    return list(cycles.order_by("year").values_list("year", flat=True))


def coverages(texts, *, account=None, words=False):
    """Give {text: Coverage} of texts (ids, or a queryset of them), from five queries or six."""
    paragraphs = Paragraph.objects.filter(resolution__in=texts, kind=Paragraph.Kind.OPERATIVE)
    paragraphs = paragraphs.order_by("resolution", "position")
    by_text, cells = defaultdict(list), _cells(texts, account)
    for paragraph in paragraphs.prefetch_related("texts") if words else paragraphs:
        line = Line(paragraph, cells.get((paragraph.resolution_id, paragraph.pk), {}))
        by_text[paragraph.resolution_id].append(line)
    return {
        pk: Coverage(by_text[pk], Line(WHOLE, cells.get((pk, WHOLE), {})))
        for pk in (getattr(text, "pk", text) for text in texts)
    }


def _cells(texts, account):
    """{(text, paragraph or WHOLE): {year: Cell}}"""
    found = defaultdict(lambda: defaultdict(Cell))
    for text, paragraph, year, report, body in _reports(texts):
        found[text, paragraph][year].reports.append((report, body))
    for text, paragraph, year, report, key in _statements(texts, account):
        found[text, paragraph][year].statements.append((report, key))
    return found


def _reports(texts):
    """Yield (text, paragraph or WHOLE, year, report, Constituent or None), oldest report first."""
    accepted = ReportedText.objects.filter(
        resolution__in=texts, verdict=ReportedText.Verdict.ACCEPTED
    )
    newer = ActivityReport.objects.accepted().filter(
        series=OuterRef("report__series"), version__gt=OuterRef("report__version")
    )
    current = accepted.filter(
        ~Exists(newer), report__status=Status.ACCEPTED, report__kind=Kind.FULL
    )
    dates = ("report__period_to", "report__period_from", "report__submitted_at")
    rows = current.order_by("report__submitted_at", "report").values_list(
        "pk", "resolution", "report", "report__constituent", *dates
    )
    rows = list(rows)
    pointed = _pointed(ReportedText.paragraphs.through, "reportedtext", accepted)
    bodies = Constituent.objects.current_of({row[3] for row in rows if row[3]})
    for pk, text, report, body, *days in rows:
        for paragraph in pointed.get(pk, [WHOLE]):
            yield text, paragraph, year_of(*days), report, bodies.get(body)


def _statements(texts, account):
    """Yield (text, paragraph or WHOLE, year, account, key), in the order of the accounts."""
    counted = Q(report__in=ProgressReport.objects.published().values("pk"))
    if account:
        counted = counted & ~Q(report__cycle=account.cycle_id) | Q(report=account)
    stated = Statement.objects.filter(counted, report__resolution__in=texts)
    rows = stated.order_by("report__cycle__year", "report", "section", "position").values_list(
        "pk", "report__resolution", "report__cycle__year", "report", "key"
    )
    pointed = _pointed(Statement.paragraphs.through, "statement", stated)
    for pk, *where, report, key in rows:
        text, year = where
        for paragraph in pointed.get(pk, [WHOLE]):
            yield text, paragraph, year, report, key


def _pointed(through, noun, rows):
    """{row: the paragraphs it points at}"""
    found = defaultdict(list)
    links = through.objects.filter(**{f"{noun}__in": rows.order_by().values("pk")})
    for row, paragraph in links.values_list(f"{noun}_id", "paragraph_id"):
        found[row].append(paragraph)
    return found
