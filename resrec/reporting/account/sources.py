"""Which accepted reports an account of a text is to take up, and what was answered in one press."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Max

from resrec.reporting.account.rows_read import with_rows
from resrec.reporting.models import (
    ActivityReport,
    ProgressReport,
    Quotation,
    ReportedText,
)


@dataclass(frozen=True)
class Sources:
    """The accepted reports on a text: those an account is to take up, and the others.

    Both are full reports. `answers` are the short ones of the account's year: they have no words
    to quote, and are never due. What "same as last time" confirms is `confirmed`.
    """

    due: list
    others: list
    answers: list = field(default_factory=list)

    @cached_property
    def confirmed(self):
        """The full reports, taken up before or not, that an answer of the year confirms."""
        series = {answer.repeats.series for answer in self.answers if answer.repeats}
        return [report for report in (*self.others, *self.due) if report.series in series]

    @cached_property
    def told(self):
        """The full reports that speak of this year: those due, and others that are confirmed."""
        due = {report.pk for report in self.due}
        return [*self.due, *(one for one in self.confirmed if one.pk not in due)]

    @cached_property
    def kinds_of_answers(self):
        return {answer.kind for answer in self.answers}

    @cached_property
    def activities(self):
        return [activity for report in self.told for activity in report.activities.all()]

    @cached_property
    def future_activities(self):
        return [future for report in self.told for future in report.future_activities.all()]

    @cached_property
    def _passages(self):
        return {}

    def passages_of(self, report):
        """Give the public Passages of one of the reports; they are read once."""
        if report.pk not in self._passages:
            self._passages[report.pk] = report.passages()
        return self._passages[report.pk]


def sources_of(account):
    """Give the Sources of an account, oldest first.

    An account is to take up every current full report accepted on its text, of its year, an earlier
    one or a year not known, that no published account of an earlier cycle has taken up. An
    earlier account has taken up what it quotes, in whatever version; one that was imported quotes
    nothing and is taken to have used the reports of its year and before, and undated imported
    ones. The others stay in reach and can be quoted all the same.
    """
    quoted_here = _quoted_by([account]) if account.pk else set()
    found = sources_by_text([account.resolution_id], account.year, quoted_here)
    return found[account.resolution_id]


def sources_by_text(texts, year, quoted_here=frozenset()):
    """Give the Sources of a year's account of each of these texts (their ids), by id.

    `quoted_here` are the series that this account quotes. A fixed number of queries for all.
    """
    taken_up = {text: TakenUp(year) for text in texts}
    earlier = ProgressReport.objects.published().filter(
        resolution__in=taken_up, cycle__year__lt=year
    )
    quoted = Quotation.objects.filter(statement__report__in=earlier)
    for text, series in quoted.values_list("statement__report__resolution", "source__series"):
        taken_up[text].series.add(series)
    imported = earlier.filter(origin=ProgressReport.Origin.IMPORT).order_by("resolution")
    for text, last in imported.values_list("resolution").annotate(Max("cycle__year")):
        taken_up[text].imported_until = last
    found, reported = {text: Sources([], []) for text in taken_up}, defaultdict(set)
    for text, report in _accepted_on(taken_up):
        if report.is_short:
            if report.year == year:
                found[text].answers.append(report)
            continue
        if report.year == year:
            reported[text].add(report.reporter)
        is_due = report.series in quoted_here or taken_up[text].leaves_due(report)
        (found[text].due if is_due else found[text].others).append(report)
    for text, sources in found.items():  # a full report of the year says more than an answer
        sources.answers[:] = [a for a in sources.answers if a.reporter not in reported[text]]
    return found


@dataclass
class TakenUp:
    """What the published accounts of a text before `year` have taken up: the `series` they quote,
    and everything until `imported_until`."""

    year: int
    series: set = field(default_factory=set)
    imported_until: int | None = None

    def leaves_due(self, report):
        if report.series in self.series or (report.year or self.year) > self.year:
            return False
        return not self.imported_until or _is_after(report, self.imported_until)


def _is_after(report, year):
    if report.year is None:
        return report.origin != ActivityReport.Origin.IMPORT
    return report.year > year


def _quoted_by(accounts):
    quoted = Quotation.objects.filter(statement__report__in=accounts)
    return set(quoted.values_list("source__series", flat=True))


def _accepted_on(texts):
    """Give (text's id, report) of each current report accepted on these texts, oldest first."""
    accepted = ReportedText.objects.filter(
        resolution__in=texts, verdict=ReportedText.Verdict.ACCEPTED
    )
    on_texts = defaultdict(list)
    for report, text in accepted.values_list("report", "resolution"):
        on_texts[report].append(text)
    reports = (
        ActivityReport.objects.current()
        .filter(pk__in=accepted.values("report"))
        .select_related("constituent__merged_into__merged_into", "repeats")
        .order_by("submitted_at", "pk")
    )
    for report in with_rows(reports):
        report.newer_accepted = None  # it is the one that stands; this saves the question
        for text in on_texts[report.pk]:
            yield text, report
