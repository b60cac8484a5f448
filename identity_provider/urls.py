"""The provider's addresses: who is there, signing in, and OpenID Connect itself."""

from django.urls import include, path
from django.views.generic import RedirectView

from identity_provider import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="account_login"), name="home"),
    path("sign-in/", views.sign_in, name="account_login"),
    # Before allauth's own, which it wraps.
    path("identity/o/authorize", views.authorize),
    path("", include("allauth.idp.urls")),
]
