"""Addresses of documents: that of the page that says the same, with the ending of the format."""

from django.urls import re_path

from resrec.documents import views

YEAR, SUFFIX = r"(?P<year>[1-9]\d{3})", r"(?P<suffix>\w{1,12})"

urlpatterns = [
    re_path(
        rf"^resolutions/(?P<code>[^/]+)/progress/{YEAR}\.{SUFFIX}$",
        views.progress_report_file,
        name="progress_report_file",
    ),
    re_path(
        rf"^progress-reports/(?P<pk>\d{{1,15}})\.{SUFFIX}$",
        views.progress_report_version_file,
        name="progress_report_version_file",
    ),
    re_path(
        rf"^analysis/(?P<assembly>[-\w]+)/{YEAR}\.{SUFFIX}$",
        views.analysis_file,
        name="analysis_file",
    ),
]
