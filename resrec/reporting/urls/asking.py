"""Addresses of asking: an officer's page of a cycle, and the calendar of a person."""

from django.urls import path

from resrec.reporting.views import asking

ladder = "asking/<slug:assembly>/<int:year>"

asking_urls = [
    path(f"{ladder}/", asking.asking, name="asking"),
    path(f"{ladder}/pause/", asking.asking_pause, name="asking_pause"),
    path(f"{ladder}/preview/<int:pk>/", asking.asking_preview, name="asking_preview"),
    path("calendar/<str:token>.ics", asking.calendar, name="calendar"),
]
