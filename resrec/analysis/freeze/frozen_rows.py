"""What the database itself refuses to change of a frozen analysis: everything but its status."""

from django.db import connections

from resrec.journal.triggers import changed, refuse

ANALYSIS = [
    "assembly_id",
    "cycle_id",
    "version",
    "replaces_id",
    "notice",
    "method",
    "release",
    "fingerprint",
    "frozen_at",
]
# Rows that an analysis is made of; they are written once, with it.
ROWS = ("analysis_analysisrecord", "analysis_analysisfigure", "analysis_analysispart")


def freeze(using, **kwargs):
    """Install the triggers; called after every migrate."""
    connection = connections[using]
    table = "analysis_yearlyanalysis"
    refuse(connection, table, "UPDATE", changed(connection, ANALYSIS))
    refuse(connection, table, "DELETE", "TRUE")
    for rows in ROWS:
        refuse(connection, rows, "UPDATE", "TRUE")
        refuse(connection, rows, "DELETE", "TRUE")
