"""What a writer and an officer should look at before an account is published.

Most warnings can be overruled; those of `ProgressReport.obstacles` stand in the way.
"""

from django.utils.translation import gettext as _

from resrec.reporting.account import noticing
from resrec.reporting.account.reading import parts_of
from resrec.reporting.account.synthesis import sources_of, suggestion_of
from resrec.reporting.account.warning_kinds import EXPLAINED, Warning
from resrec.reporting.judging.trusted import looks_at
from resrec.reporting.models import ActivityReport, SpotCheck


def warnings_for(account, *, parts=None, sources=None, parts_before=None):
    """Give the Warnings on an account in work; what is given has been read already."""
    parts = parts or parts_of(account)
    sources = sources or sources_of(account)
    if parts_before is None:
        before = account.before
        parts_before = parts_of(before) if before else []
    statements = [statement for part in parts for statement in part.statements]
    return [
        *_on_answers(account),
        *_on_statements(statements),
        *noticing.on_figures(statements),
        *noticing.on_names(statements, account, [*sources.due, *sources.others]),
        *noticing.on_disagreements(sources),
        *noticing.on_promises(statements, parts_before),
        *noticing.on_status(account, sources, suggestion_of(sources)),
        *_on_sources(statements, sources.due),
        *_on_objections([*sources.due, *sources.answers]),
        *_on_corrections(account, sources.due),
        *_on_rules([*sources.due, *sources.answers]),
    ]


def _on_answers(account):
    if not account.implementation_status_id:
        yield Warning(
            "status_not_stated",
            _("No status of implementation is given. Readers will see “not stated”."),
            "id_implementation_status",
        )
    if account.lacks_reason:
        yield Warning(
            "status_moved",
            _("The status differs from last year’s. Say in a sentence why it has moved."),
            "id_status_reason",
            blocks=True,
        )
    if account.lacks_notice:
        yield Warning(
            "no_notice",
            _("Say what this version changes, for readers of the one it replaces."),
            "id_notice",
            blocks=True,
        )


def _on_statements(statements):
    for statement in statements:
        place = f"statement-{statement.key}"
        if statement.lacks_source:
            yield Warning(
                "no_source",
                _(
                    "Statement %(number)s has no source. Give it one, "
                    "or mark it as your own knowledge."
                )
                % {"number": statement.number},
                place,
                blocks=True,
            )
        if statement.is_suggested:
            yield Warning(
                "suggested",
                _("Statement %(number)s is only suggested. Keep it or remove it.")
                % {"number": statement.number},
                place,
                blocks=True,
            )
        if statement.quotes_withdrawn:
            yield Warning(
                "withdrawn",
                _("Statement %(number)s quotes words that have been made private since.")
                % {"number": statement.number},
                place,
                blocks=True,
            )
        elif any(quotation.is_corrected for quotation in statement.quotations.all()):
            yield Warning(
                "source_corrected",
                _("Statement %(number)s rests on a report that has been corrected since.")
                % {"number": statement.number},
                place,
            )


def _on_sources(statements, due):
    used = {q.source.series for statement in statements for q in statement.quotations.all()}
    for report in due:
        if report.series not in used:
            yield Warning(
                "not_used",
                _("Nothing is used of the report of %(constituent)s.")
                % {"constituent": report.reporter or _("a constituent not stated")},
                f"report-{report.pk}",
            )


def _on_objections(reports):
    for report in reports:
        if report.objection:
            yield Warning(
                "objected",
                _("%(constituent)s objects to the report that was entered on its behalf.")
                % {"constituent": report.reporter},
                f"report-{report.pk}",
            )


def _on_corrections(account, reports):
    """Sources of which a correction has been handed in, and waits for its verdict."""
    accepted = ActivityReport.objects.accepted_on(account.resolution_id)
    waiting = ActivityReport.objects.submitted().filter(
        version__gt=1, series__in=accepted.order_by().values("series")
    )
    waiting = set(waiting.values_list("series", flat=True))
    for report in reports:
        if report.series in waiting:
            yield Warning(
                "correction_waits",
                _("A correction of the report of %(constituent)s waits for its verdict.")
                % {"constituent": report.reporter or _("a constituent not stated")},
                f"report-{report.pk}",
            )


def _on_rules(reports):
    """Sources that nobody has read, and those of which somebody wants a correction."""
    found = looks_at(reports)
    for report in reports:
        if found.get(report.pk) == SpotCheck.Outcome.WAITING:
            kind = "unread"
            words = _("The report of %(constituent)s was accepted by rule; nobody has read it.")
        elif found.get(report.pk) == SpotCheck.Outcome.RETURNED:
            kind = "correction_asked"
            words = _("A correction of the report of %(constituent)s was asked for.")
        else:
            continue
        yield Warning(kind, words % {"constituent": report.reporter}, f"report-{report.pk}")


def by_kind(warnings):
    """Give (heading, why, Warnings) of each kind that there is, in the order of EXPLAINED."""
    return [
        (heading, why, found)
        for kind, (heading, why) in EXPLAINED.items()
        if (found := [one for one in warnings if one.kind == kind])
    ]
