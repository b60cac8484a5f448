"""Addresses of answers of one press, and of objections to what was entered on behalf."""

from django.urls import path

from resrec.reporting.views import objection, short_answer

report = "reports/<int:pk>"

answer_urls = [
    path(f"{report}/objection/", objection.report_objection, name="report_objection"),
    path(
        f"{report}/objection/withdrawal/",
        objection.objection_withdrawal,
        name="objection_withdrawal",
    ),
    path(f"{report}/objection/answer/", objection.objection_answer, name="objection_answer"),
    path("reports/answers/", short_answer.short_answers, name="short_answers"),
    path("reports/answer/<str:code>/", short_answer.short_answer, name="short_answer"),
    path("reports/<int:pk>/withdrawal/", short_answer.report_withdrawal, name="report_withdrawal"),
]
