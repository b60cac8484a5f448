"""Addresses of the library's own pages: what officers settle."""

from django.urls import path

from resrec.library.views import citation

urlpatterns = [
    path("citations/", citation.open_citations, name="open_citations"),
    path("citations/<int:pk>/decision/", citation.decision, name="citation_decision"),
]
