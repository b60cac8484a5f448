"""Addresses of answers of one press."""

from django.urls import path

from resrec.reporting.views import short_answer

answer_urls = [
    path("reports/answers/", short_answer.short_answers, name="short_answers"),
    path("reports/answer/<str:code>/", short_answer.short_answer, name="short_answer"),
    path("reports/<int:pk>/withdrawal/", short_answer.report_withdrawal, name="report_withdrawal"),
]
