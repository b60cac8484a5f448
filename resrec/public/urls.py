"""Addresses of the reader's pages."""

import re

from django.urls import path, re_path

from resrec.public.formats.answering import FORMS
from resrec.public.views import (
    assembly,
    citation,
    coverage,
    focal_point,
    following,
    home,
    motion,
    needs,
    progress_report,
    resolution,
    resources,
    search_results,
    side_by_side,
    similarity,
    text_form,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("status-rule/", progress_report.status_rule, name="status_rule"),
    path("resources/", resources.resources, name="resources"),
    path("resources/documents/<int:pk>/", resources.resource_document, name="resource_document"),
    path("resources/<slug:page>/", resources.resource, name="resource"),
    path("resolutions/", resolution.resolutions, name="resolutions"),
    path("resolutions.atom", search_results.resolutions_atom, name="resolutions_atom"),
    path("resolutions.csv", search_results.resolutions_csv, name="resolutions_csv"),
    path("resolutions.json", search_results.resolutions_json, name="resolutions_json"),
    path("resolutions.xlsx", search_results.resolutions_xlsx, name="resolutions_xlsx"),
    path("resolutions/compare/", similarity.comparison, name="comparison"),
    path("resolutions/<str:code>/", resolution.resolution, name="resolution"),
    path("resolutions/<str:code>/side-by-side/", side_by_side.side_by_side, name="side_by_side"),
    path("resolutions/<str:code>/similar/", similarity.similar_texts, name="similar_texts"),
    path("resolutions/<str:code>/citations/", citation.citations, name="citations"),
    path("resolutions/<str:code>/coverage/", coverage.text_coverage, name="text_coverage"),
    re_path(
        rf"^resolutions/(?P<code>[^/]+)\.(?P<suffix>{'|'.join(map(re.escape, FORMS))})$",
        text_form.text_form,
        name="text_form",
    ),
    path("resolutions/<str:sitting>/<int:number>/", resolution.resolution_of_sitting),
    # A symbol with its strokes, as A/RES/60/134, S/RES/1325(2000).
    re_path(
        r"^resolutions/(?P<code>[A-Za-z]+(?:/[\w-]+){1,4}/\d+(?: ?[A-Z]| ?\([IVXL\d]+\))?)/$",
        resolution.resolution,
    ),
    path(
        "resolutions/<str:code>/progress/<int:year>/",
        progress_report.progress_report,
        name="progress_report",
    ),
    path(
        "progress-reports/<int:pk>/",
        progress_report.progress_report_version,
        name="progress_report_version",
    ),
    path("following/", following.following, name="following"),
    path("following/new/", following.follow, name="follow"),
    path("following/<int:pk>/let-go/", following.followed_let_go, name="followed_let_go"),
    path("assemblies/", assembly.assemblies, name="assemblies"),
    path("motions/", motion.motions, name="motions"),
    path(
        "coverage/<slug:assembly>/<int:year>/", coverage.assembly_coverage, name="assembly_coverage"
    ),
    path(
        "coverage/<slug:assembly>/<int:year>.xlsx",
        coverage.assembly_coverage_sheet,
        name="assembly_coverage_sheet",
    ),
    path("focal-points/<slug:assembly>/", focal_point.focal_points, name="focal_points"),
    path(
        "focal-points/<slug:assembly>.xlsx",
        focal_point.focal_points_sheet,
        name="focal_points_sheet",
    ),
    path("needs/<slug:assembly>/", needs.open_needs, name="open_needs"),
    path("data-policy/", resources.data_policy, name="data_policy"),
]
