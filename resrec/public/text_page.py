"""What the page of one text shows: its words, who looks after it, and what was reported on it."""

from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.utils.translation import get_language

from resrec.library.models import Paragraph, ParagraphText, Resolution, ResolutionText
from resrec.reporting.models import (
    ActivityReport,
    FocalPoint,
    ProgressReport,
    ReportingCycle,
    Statement,
)
from resrec.reporting.policies import ProgressReportPolicy

FIRST_STATEMENTS = 3


def text_page(text, request):
    """Give the context of the page; `text` is a Resolution from `for_page()`."""
    published = list(
        ProgressReport.objects.published()
        .filter(resolution=text)
        .latest_first()
        .select_related("cycle", "implementation_status", "resolution")
    )
    latest = published[0] if published else None
    return {
        "text": text,
        "published": published,
        "latest": latest,
        "first_statements": first_statements(latest),
        "focal_points": focal_points(text),
        "activity_years": activity_reports_by_year(text),
        "statuses": statuses(text, published),
        "wording": Wording.of(text, request.GET.get("text", "")),
        "bench_cycle": bench_cycle(text, request.user),
    }


def first_statements(report):
    """Give the first results that a Progress Report states, else whatever it states first."""
    if report is None:
        return []
    results = report.statements.filter(section=Statement.Section.RESULTS)[:FIRST_STATEMENTS]
    return list(results) or list(report.statements.all()[:FIRST_STATEMENTS])


def focal_points(text):
    return (
        FocalPoint.objects.filter(resolution=text)
        .select_related("role", "constituent__merged_into")
        .prefetch_related("holders__person", "paragraphs")
    )


def activity_reports_by_year(text):
    """Give pairs of a year and the accepted reports that stand, newest first; None comes last."""
    reports = (
        ActivityReport.objects.current()
        .on(text)
        .select_related("constituent__merged_into", "constituent__kind")
    )
    newest_first = sorted(reports, key=lambda report: report.year or 0, reverse=True)
    return [(year, list(of_year)) for year, of_year in groupby(newest_first, lambda r: r.year)]


def statuses(text, published):
    """Give pairs of a year and its published report (None in between), oldest year first.

    The years are the cycles from the first to the last with a report on the text.
    """
    by_year = {report.year: report for report in published if report.year}
    if not by_year:
        return []
    years = ReportingCycle.objects.filter(
        collection=text.collection, year__range=(min(by_year), max(by_year))
    ).order_by("year")
    return [(year, by_year.get(year)) for year in years.values_list("year", flat=True)]


def bench_cycle(text, user):
    """Give the open cycle for which this person may write the text's account, or None."""
    if not user.is_authenticated:
        return None
    cycle = text.collection.cycles.open().first()
    account = ProgressReport.objects.in_work().filter(resolution=text, cycle=cycle).first()
    account = account or ProgressReport(resolution=text, cycle=cycle)
    return cycle if cycle and ProgressReportPolicy(user, account).is_writer else None


@dataclass(frozen=True)
class Wording:
    """The words of a text in one language, and the languages there are.

    `paragraphs` are pairs of a Paragraph and its ParagraphText: in this language, else in
    another. `unknown` is the language that was asked for in vain.
    """

    language: str
    text: ResolutionText | None
    languages: list[str]
    paragraphs: list[tuple[Paragraph, ParagraphText]]
    unknown: str

    @classmethod
    def of(cls, resolution: Resolution, asked: str):
        paragraphs = list(resolution.paragraphs.prefetch_related("texts"))
        held = {words.language for one in paragraphs for words in one.texts.all()}
        held |= {lang for lang, text in resolution.current_texts.items() if text.body}
        languages = [code for code, _name in settings.LANGUAGES if code in held]
        wished = [asked, get_language() or "", *languages]
        language = next((code for code in wished if code in languages), "")
        return cls(
            language=language,
            text=resolution.current_texts.get(language),
            languages=languages,
            paragraphs=[(one, words) for one in paragraphs if (words := one.words_in(language))],
            unknown=asked if asked and languages and asked not in languages else "",
        )

    @property
    def is_held(self):
        return bool(self.languages)

    @property
    def renders(self):
        """The newer version that this translation does not render yet, or None."""
        if self.text is None or not self.text.is_stale:
            return None
        return self.text.resolution.current_texts[self.text.renders.language]
