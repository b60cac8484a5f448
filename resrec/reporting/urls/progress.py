"""Addresses of the synthesis bench."""

from django.urls import path

from resrec.reporting.views import progress_report, publication, rendering, statement, suggestion

bench = "resolutions/<str:code>/progress/<int:year>"
report = "progress-reports/<int:pk>"

progress_urls = [
    path(f"{bench}/edit/", progress_report.progress_bench, name="progress_bench"),
    path(f"{bench}/start/", progress_report.progress_start, name="progress_start"),
    path(f"{report}/answers/", progress_report.progress_answers, name="progress_answers"),
    path(f"{report}/writer/", progress_report.progress_writer, name="progress_writer"),
    path(
        f"{report}/next-version/",
        progress_report.progress_next_version,
        name="progress_next_version",
    ),
    path(f"{report}/proposal/", publication.progress_proposal, name="progress_proposal"),
    path(f"{report}/publication/", publication.progress_publication, name="progress_publication"),
    path(f"{report}/return/", publication.progress_return, name="progress_return"),
    path(f"{report}/suggestion/", suggestion.progress_suggestion, name="progress_suggestion"),
    path(
        f"{report}/suggestion/answer/",
        suggestion.progress_suggestion_answer,
        name="progress_suggestion_answer",
    ),
    path(
        f"{report}/renderings/<str:language>/",
        rendering.progress_renderings,
        name="progress_renderings",
    ),
    path(
        "statements/<int:pk>/taking-over/",
        statement.statement_take_over,
        name="statement_take_over",
    ),
    path(f"{report}/paragraphs/", statement.progress_paragraphs, name="progress_paragraphs"),
    path(f"{report}/renewal/", statement.progress_renewal, name="progress_renewal"),
    path(f"{report}/undo/", statement.progress_undo, name="progress_undo"),
    path(f"{report}/statements/", statement.statement_new, name="statement_new"),
    path(f"{report}/statements/own/", statement.statement_own, name="statement_own"),
    path("statements/<int:pk>/", statement.statement_edit, name="statement_edit"),
    path(
        "statements/<int:pk>/paragraphs/",
        statement.statement_paragraphs,
        name="statement_paragraphs",
    ),
    path("statements/<int:pk>/position/", statement.statement_move, name="statement_move"),
    path("statements/<int:pk>/split/", statement.statement_split, name="statement_split"),
    path("statements/<int:pk>/joining/", statement.statement_join, name="statement_join"),
    path("statements/<int:pk>/deletion/", statement.statement_delete, name="statement_delete"),
    path(
        "statements/<int:pk>/suggestion/",
        suggestion.statement_suggestion,
        name="statement_suggestion",
    ),
    path("quotations/<int:pk>/deletion/", statement.quotation_delete, name="quotation_delete"),
    path("quotations/<int:pk>/renewal/", statement.quotation_renewal, name="quotation_renewal"),
]
