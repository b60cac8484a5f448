"""Addresses of reviewing: opinions, verdicts, acceptance of many and after a period."""

from django.urls import path

from resrec.reporting.views import bulk_acceptance, review, trust

report = "reports/<int:pk>"

review_urls = [
    path("review/", bulk_acceptance.review, name="review"),
    path(f"{report}/opinion/", review.report_opinion, name="report_opinion"),
    path(f"{report}/acceptance/", review.report_acceptance, name="report_acceptance"),
    path(f"{report}/return/", review.report_return, name="report_return"),
    path(f"{report}/spot-check/", review.report_spot_check, name="report_spot_check"),
    path("review/after-a-period/", trust.trust, name="trust"),
    path("review/after-a-period/<int:pk>/end/", trust.trust_withdrawal, name="trust_withdrawal"),
]
