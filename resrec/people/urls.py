"""Addresses of people's own pages; all under a language."""

from django.urls import path

from resrec.people import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/failed/<slug:why>/", views.sign_in_failed, name="sign_in_failed"),
    path("sign-in/by-mail/", views.sign_in_by_mail, name="sign_in_by_mail"),
    path("links/<str:token>/", views.personal_link, name="personal_link"),
    path("links/<str:token>/fresh/", views.personal_link_fresh, name="personal_link_fresh"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("welcome/", views.welcome, name="welcome"),
    path("profile/", views.profile, name="profile"),
    path("profile/mail/", views.mail_choices, name="mail_choices"),
    path("profile/calendar/", views.calendar_renewal, name="calendar_renewal"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
