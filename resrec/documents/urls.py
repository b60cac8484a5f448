"""Addresses of documents: that of the page that says the same, with the ending of the format."""

from django.urls import path, re_path

from resrec.documents import later, views

YEAR, SUFFIX = r"(?P<year>[1-9]\d{3})", r"(?P<suffix>\w{1,12})"

urlpatterns = [
    re_path(
        rf"^resolutions/(?P<code>[^/]+)/record\.{SUFFIX}$",
        views.record_file,
        name="record_file",
    ),
    path("resolutions/<str:code>/record/", later.record, name="record"),
    path("progress-reports/<slug:assembly>/<int:year>/", later.collected, name="collected"),
    re_path(
        rf"^progress-reports/(?P<assembly>[-\w]+)/{YEAR}\.{SUFFIX}$",
        views.collected_file,
        name="collected_file",
    ),
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
    re_path(
        rf"^analysis/(?P<assembly>[-\w]+)/{YEAR}/frozen/(?P<version>\d{{1,4}})\.{SUFFIX}$",
        views.frozen_analysis_file,
        name="frozen_analysis_file",
    ),
]
