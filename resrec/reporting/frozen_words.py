"""Which words the database itself refuses to change, and from when.

An Activity Report's from its submission, a Progress Report's from its publication; a verdict, the
opinions on it and the outcome of a spot check from the moment they are given. Status and merges
of bodies may move; words and rows may not.
"""

from django.db import connections

from resrec.journal.triggers import changed, refuse

INVOLVEMENT = [
    "members_answer",
    "commissions_answer",
    "committees_answer",
    "secretariat_answer",
    "other_organisations",
]
ACTIVITY_REPORT = [
    "series",
    "version",
    "replaces_id",
    "taken_from_id",
    "constituent_id",
    "constituent_term",
    "language",
    "period_from",
    "period_to",
    "results",
    "challenges",
    "measures",
    "private_fields",
    "contact_name",
    "contact_email",
    "origin",
    "on_behalf",
    "submitted_by_id",
    "kind",
    "repeats_id",
    *INVOLVEMENT,
]
PROGRESS_REPORT = [
    "resolution_id",
    "cycle_id",
    "version",
    "replaces_id",
    "language",
    "planned",
    "implementation_status_id",
    "status_reason",
    "notice",
    "origin",
    *INVOLVEMENT,
]
VERDICT = ["verdict", "decided_by_id", "decided_at", "reason", "trust_id"]
TRUST = ["constituent_id", "days", "reason", "until", "given_by_id", "given_at"]
# A condition on the id of a reported text: its verdict is given.
JUDGED = "EXISTS (SELECT 1 FROM reporting_reportedtext t WHERE t.id = {id} AND t.verdict <> '')"
# Tables of rows, and the column that leads to the report they belong to.
OF_ACTIVITY_REPORT = {
    "reporting_activity": "report_id",
    "reporting_futureactivity": "report_id",
    "reporting_need": "report_id",
    "reporting_partner": "report_id",
    "reporting_evidence": "report_id",
    "reporting_activityreport_scopes": "activityreport_id",
    "reporting_activityreport_countries": "activityreport_id",
}
OF_PROGRESS_REPORT = {
    "reporting_statement": "report_id",
    "reporting_progresspartner": "report_id",
    "reporting_progressreport_activity_kinds": "progressreport_id",
}


def freeze(using, **kwargs):
    """Install the triggers; called after every migrate."""
    connection = connections[using]
    submitted = "{row}.status <> 'draft'"
    public = "{row}.status IN ('published', 'superseded')"
    _freeze_words(connection, "reporting_activityreport", ACTIVITY_REPORT, submitted)
    _freeze_words(connection, "reporting_progressreport", PROGRESS_REPORT, public)
    for table, column in OF_ACTIVITY_REPORT.items():
        _freeze_rows(connection, table, column, _of("reporting_activityreport", submitted))
    for table, column in OF_PROGRESS_REPORT.items():
        _freeze_rows(connection, table, column, _of("reporting_progressreport", public))
    of_statement = _of_row("reporting_progressreport", "reporting_statement", public)
    of_reported = _of_row("reporting_activityreport", "reporting_reportedtext", submitted)
    _freeze_rows(connection, "reporting_quotation", "statement_id", of_statement)
    _freeze_rows(connection, "reporting_rendering", "statement_id", of_statement)
    _freeze_rows(connection, "reporting_statement_paragraphs", "statement_id", of_statement)
    _freeze_rows(connection, "reporting_reportedtext_paragraphs", "reportedtext_id", of_reported)
    _freeze_reported_texts(connection, _of("reporting_activityreport", submitted))
    _freeze_rows(connection, "reporting_opinion", "reported_id", JUDGED)
    _freeze_words(connection, "reporting_trust", TRUST, "1 = 1")
    for change in ("UPDATE", "DELETE"):
        refuse(connection, "reporting_returnreason", change, "1 = 1")
    _freeze_words(connection, "reporting_spotcheck", ["outcome", "by_id"], "OLD.outcome <> ''")


def _freeze_words(connection, table, columns, frozen):
    refuse(
        connection,
        table,
        "UPDATE",
        f"{frozen.format(row='OLD')} AND {changed(connection, columns)}",
    )


def _of(report_table, frozen):
    """Give a condition on a report's id; `{id}` stands for the id."""
    return (
        f"EXISTS (SELECT 1 FROM {report_table} r WHERE r.id = {{id}} AND {frozen.format(row='r')})"
    )


def _of_row(report_table, row_table, frozen):
    """Give a condition on the id of a row that belongs to a report."""
    return (
        f"EXISTS (SELECT 1 FROM {report_table} r JOIN {row_table} s "
        f"ON s.report_id = r.id WHERE s.id = {{id}} AND {frozen.format(row='r')})"
    )


def _freeze_rows(connection, table, column, frozen):
    old, new = (frozen.format(id=f'{row}."{column}"') for row in ("OLD", "NEW"))
    refuse(connection, table, "INSERT", new)
    refuse(connection, table, "DELETE", old)
    refuse(connection, table, "UPDATE", f"{old} OR {new}")


def _freeze_reported_texts(connection, frozen):
    """Verdicts come after submission, once; which texts a report is on may not change any more."""
    old, new = (frozen.format(id=f"{row}.report_id") for row in ("OLD", "NEW"))
    moved = changed(connection, ["report_id", "resolution_id"])
    refuse(connection, "reporting_reportedtext", "INSERT", new)
    refuse(connection, "reporting_reportedtext", "DELETE", old)
    judged = f"OLD.verdict <> '' AND {changed(connection, VERDICT)}"
    condition = f"(({old} OR {new}) AND {moved}) OR ({judged})"
    refuse(connection, "reporting_reportedtext", "UPDATE", condition)
