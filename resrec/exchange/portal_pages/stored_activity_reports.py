"""Writing a reading as an Activity Report: accepted, public, entered by import."""

import re
from datetime import date

from resrec.exchange.portal_pages.stored_bodies import reporter
from resrec.exchange.portal_pages.stored_involvement import answers, partners
from resrec.exchange.portal_pages.stored_terms import scopes_and_countries, term_for
from resrec.exchange.portal_pages.written_language import language_of
from resrec.exchange.report_rows import as_given
from resrec.journal.recording import journalled, record
from resrec.reporting.models import ActivityKind, ActivityReport, ActivityStatus
from resrec.reporting.models.activity_report_sets import Status

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def stored_as(pages):
    """Give the report that these ImportedPages were stored as, or None."""
    reports = [page.activity_report for page in pages if page.activity_report_id]
    return max(reports, key=lambda report: report.version, default=None)


def may_replace(report):
    """Whether the import may make the next version: nobody has begun to correct the report."""
    later = ActivityReport.objects.filter(series=report.series, version__gt=report.version)
    return report.status == Status.ACCEPTED and not later.exists()


def is_complete(report, reading):
    """Whether the report holds all that a reading of the same content tells."""
    return True


@journalled()
def write(reading, text, *, before=None):
    """Store a reading on a text, as a new report or the next version of `before`.

    Gives (report, list of Problem).
    """
    scopes, countries, problems = scopes_and_countries(reading)
    draft = before.correct(by=None) if before else ActivityReport.objects.create()
    _write_words(draft, reading)
    draft.scopes.set(scopes)
    draft.countries.set(countries)
    draft.reported_texts.exclude(resolution=text).delete()
    draft.reported_texts.get_or_create(resolution=text)
    as_given(draft.activities, [_activity(row) for row in reading.activities])
    as_given(draft.future_activities, [_future(row) for row in reading.future_activities])
    as_given(draft.partners, partners(reading))
    record(draft, "activity_report.imported", by=None, version=draft.version, node=reading.node)
    draft.submit(by=None)
    draft.accept(by=None)
    return draft, problems


def _write_words(draft, reading):
    constituent, term = reporter(reading)
    first_day, last_day = _period(reading.period)
    # In French and Spanish the form asks only what was done about the obstacles.
    asks_for_measures = reading.lang in ("fr", "es")
    words = answers(reading) | {
        "origin": ActivityReport.Origin.IMPORT,
        "constituent": constituent,
        "constituent_term": term,
        "language": language_of(_prose(reading), default="en"),
        "period_from": first_day,
        "period_to": last_day,
        "results": reading.results,
        "challenges": "" if asks_for_measures else reading.challenges,
        "measures": reading.challenges if asks_for_measures else "",
    }
    for field, value in words.items():
        setattr(draft, field, value)
    draft.save()


def _prose(reading):
    rows = [row.description for row in (*reading.activities, *reading.future_activities)]
    return "\n".join([reading.results, reading.challenges, *rows])


def _period(printed):
    """Whole years, the first and the last that are printed; (None, None) where none is."""
    years = [int(year) for year in _YEAR.findall(printed)]
    if not years:
        return None, None
    return date(min(years), 1, 1), date(max(years), 12, 31)


def _activity(row):
    return {
        "kind": term_for(ActivityKind, row.kind),
        "kind_as_printed": row.printed_kind[:200],
        "description": row.description,
        "status": term_for(ActivityStatus, row.status),
    }


def _future(row):
    return {"title": row.printed_kind[:300], "description": row.description}
