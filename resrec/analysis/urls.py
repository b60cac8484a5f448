"""Addresses of the yearly analysis."""

from django.urls import path

from resrec.analysis import views

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
        "analysis/<slug:assembly>/<int:year>/<slug:figure>/",
        views.analysis_list,
        name="analysis_list",
    ),
]
