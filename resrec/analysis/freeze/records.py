"""What was counted, read as records: the values of each member of a figure, by noun and key.

Of reports, statements and what belongs to them these are rows of one version, so that reading them
again gives the same for ever; their words are held by digest and stay where they are, private ones
out of sight. Texts, constituents and posts live on: their records keep how they were, and so do
the names of constituents on reports. What an earlier method did not keep is missing in its records.
"""

from dataclasses import dataclass

from resrec.analysis.figures import Noun
from resrec.analysis.models import ThemedPassage
from resrec.library.models import Resolution
from resrec.people.models import Constituent
from resrec.reporting.anchors import source_digest
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

LOT = 500
# Of a report's constituent; "constituent_name" is how method 2026.1 kept it.
BODY = ("constituent_names", "constituent_acronym", "constituent_kind", "constituent_name")


@dataclass(frozen=True)
class Kind:
    """How records of a noun are read: `read(ids)` yields (id, values); `is_version` tells whether
    they are rows that never change, but for the values named in `living`: kept as they were."""

    read: object
    is_version: bool
    living: tuple[str, ...] = ()


def records_of(noun, ids):
    """Give {id: values} of these members of a noun; one that is not there any more is left out."""
    ids, found = list(ids), {}
    for start in range(0, len(ids), LOT):
        found |= dict(KINDS[noun].read(ids[start : start + LOT]))
    return found


def _texts(ids):
    for text in Resolution.objects.filter(pk__in=ids).prefetch_related("texts"):
        titles = {language: one.title for language, one in text.current_texts.items()}
        archived = text.archived_on.isoformat() if text.archived_on else None
        yield text.pk, {"code": text.code, "titles": titles, "archived_on": archived}


def _progress_reports(ids):
    accounts = ProgressReport.objects.filter(pk__in=ids).select_related("cycle", "resolution")
    for account in accounts.prefetch_related("activity_kinds"):
        yield (
            account.pk,
            {
                "text": account.resolution.code,
                "year": account.year,
                "version": account.version,
                "status": account.implementation_status_id,
                "kinds": sorted(kind.pk for kind in account.activity_kinds.all()),
            },
        )


def _statements(ids):
    statements = Statement.objects.filter(pk__in=ids).values_list(
        "pk", "report", "key", "section", "language", "text"
    )
    for pk, report, key, section, language, text in statements:
        yield (
            pk,
            {
                "progress_report": report,
                "key": key,
                "section": section,
                "language": language,
                "words": source_digest(text),
            },
        )


def _activity_reports(ids):
    accepted = ReportedText.objects.filter(report__in=ids, verdict="accepted")
    texts = {}
    for report, code in accepted.values_list("report", "resolution__code").order_by("resolution"):
        texts.setdefault(report, []).append(code)
    reports = ActivityReport.objects.filter(pk__in=ids)
    for report in reports.select_related("constituent__merged_into"):
        yield (
            report.pk,
            {
                "series": str(report.series),
                "version": report.version,
                "year": report.year,
                "kind": report.kind,
                "language": report.language,
                "constituent": report.constituent_id,
                **_body(report.reporter),
                "period": [
                    day and day.isoformat() for day in (report.period_from, report.period_to)
                ],
                "texts": texts.get(report.pk, []),
                "results": source_digest(report.results),
                "challenges": source_digest(report.challenges),
                "measures": source_digest(report.measures),
            },
        )


def _body(body):
    """How a constituent is called on a report of its, or None."""
    if body is None:
        return dict.fromkeys(BODY[:3])
    return dict(zip(BODY, (_names(body), body.acronym, body.kind_id), strict=False))


def _names(body):
    return {"en": body.name, "fr": body.name_fr, "es": body.name_es}


def _activities(ids):
    rows = Activity.objects.filter(pk__in=ids).values_list(
        "pk", "report", "key", "kind", "kind_as_printed", "status", "description"
    )
    for pk, report, key, kind, printed, status, words in rows:
        yield (
            pk,
            {
                "activity_report": report,
                "key": key,
                "kind": kind,
                "kind_as_printed": printed,
                "status": status,
                "words": source_digest(words),
            },
        )


def _future_activities(ids):
    rows = FutureActivity.objects.filter(pk__in=ids).values_list(
        "pk", "report", "key", "planned", "title", "description"
    )
    for pk, report, key, planned, title, words in rows:
        yield (
            pk,
            {
                "activity_report": report,
                "key": key,
                "planned": planned,
                "title": source_digest(title),
                "words": source_digest(words),
            },
        )


def _needs(ids):
    """Whether one was met is no value of the row: a figure's members say it of their day."""
    rows = Need.objects.filter(pk__in=ids).values_list(
        "pk", "report", "key", "lineage", "kind", "amount", "currency", "description"
    )
    for pk, report, key, lineage, kind, amount, currency, words in rows:
        yield (
            pk,
            {
                "activity_report": report,
                "key": key,
                "lineage": str(lineage),
                "kind": kind,
                "amount": None if amount is None else f"{amount:.2f}",
                "currency": currency,
                "words": source_digest(words),
            },
        )


def _constituents(ids):
    for body in Constituent.objects.filter(pk__in=ids):
        yield (
            body.pk,
            {
                "kind": body.kind_id,
                "names": _names(body),
                "acronym": body.acronym,
                "country": body.country_id,
            },
        )


def _posts(ids):
    posts = FocalPoint.objects.filter(pk__in=ids).select_related("resolution")
    for post in posts.select_related("constituent__merged_into"):
        yield (
            post.pk,
            {
                "text": post.resolution.code,
                "role": post.role_id,
                "constituent": post.constituent_id,
                **_body(post.constituent and post.constituent.current),
            },
        )


def _passages(ids):
    """Words under a theme; they may be taken out or put on the other side, so that they live on."""
    for row in ThemedPassage.objects.filter(pk__in=ids).select_related("theme"):
        yield (
            row.pk,
            {
                "theme": row.theme.names,
                "side": row.side,
                "progress_report_statement": row.statement_id,
                "activity_report": row.report_id,
                "field": row.field,
                "language": row.language,
                "words": source_digest(row.exact),
            },
        )


KINDS = {
    Noun.TEXT: Kind(_texts, is_version=False),
    Noun.PROGRESS_REPORT: Kind(_progress_reports, is_version=True),
    Noun.STATEMENT: Kind(_statements, is_version=True),
    Noun.ACTIVITY_REPORT: Kind(_activity_reports, is_version=True, living=BODY),
    Noun.ACTIVITY: Kind(_activities, is_version=True),
    Noun.CHALLENGE: Kind(_activity_reports, is_version=True, living=BODY),
    Noun.MEASURE: Kind(_activity_reports, is_version=True, living=BODY),
    Noun.FUTURE_ACTIVITY: Kind(_future_activities, is_version=True),
    Noun.PASSAGE: Kind(_passages, is_version=False),
    Noun.NEED: Kind(_needs, is_version=True),
    Noun.CONSTITUENT: Kind(_constituents, is_version=False),
    Noun.POST: Kind(_posts, is_version=False),
}
