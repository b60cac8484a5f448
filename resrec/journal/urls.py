"""Addresses of the development set-up's own pages; all under a language."""

from django.urls import path

from resrec.journal import development

urlpatterns = [
    path("development/mail/", development.development_mail, name="development_mail"),
    path("development/mail/<int:pk>/", development.development_message, name="development_message"),
    path(
        "development/mail/<int:pk>/html/",
        development.development_message_html,
        name="development_message_html",
    ),
]
