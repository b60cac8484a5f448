"""Addresses of the yearly analysis."""

from django.urls import path

from resrec.analysis.views import (
    analysis as views,
    frozen as frozen_views,
    narrative as narrative_views,
    theme as theme_views,
)

urlpatterns = [
    path("analyses/", views.analyses, name="analyses"),
    path("analysis/<int:year>/", views.analysis_year, name="analysis_year"),
    path("analysis/<slug:assembly>/<int:year>/", views.analysis, name="analysis"),
    path(
        "analysis/<slug:assembly>/<int:year>/movement/",
        views.movement,
        name="analysis_movement",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/narrative/",
        narrative_views.narratives,
        name="narratives",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/narrative/<slug:place>/<slug:language>/",
        narrative_views.narrative,
        name="narrative",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/narrative/<slug:place>/<slug:language>/read/",
        narrative_views.narrative_confirmation,
        name="narrative_confirmation",
    ),
    path("analysis/<slug:assembly>/<int:year>/themes/", theme_views.themes, name="themes"),
    path(
        "analysis/<slug:assembly>/<int:year>/themes/work/",
        theme_views.themes_work,
        name="themes_work",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/themes/new/", theme_views.theme_new, name="theme_new"
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/themes/put/", theme_views.themes_put, name="themes_put"
    ),
    path("themes/<int:pk>/<int:year>/names/", theme_views.theme_rename, name="theme_rename"),
    path("themes/<int:pk>/<int:year>/removal/", theme_views.theme_removal, name="theme_removal"),
    path(
        "themed-passages/<int:pk>/<int:year>/out/",
        theme_views.themed_passage_out,
        name="themed_passage_out",
    ),
    path(
        "themed-passages/<int:pk>/<int:year>/turn/",
        theme_views.themed_passage_turn,
        name="themed_passage_turn",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/freezing/",
        frozen_views.analysis_freezing,
        name="analysis_freezing",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/frozen/<int:version>/",
        frozen_views.analysis_frozen,
        name="analysis_frozen",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/frozen/<int:version>/<str:figure>/",
        frozen_views.analysis_frozen_list,
        name="analysis_frozen_list",
    ),
    path(
        "analysis/<slug:assembly>/<int:year>/<slug:figure>/",
        views.analysis_list,
        name="analysis_list",
    ),
]
