"""Django's administration, for the Secretariat's officers.

Its pages build on `journal/administration.py`, so that each change writes the journal.
"""

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _


class OfficersAdminSite(admin.AdminSite):
    """Asks the person's memberships who may enter, not a flag on the account."""

    site_header = site_title = _("Administration")
    index_title = _("Vocabularies, people and documents")

    def has_permission(self, request):
        return request.user.is_active and getattr(request.user, "is_officer", False)

    def register(self, model_or_iterable, admin_class=None, **options):
        """Take the house's own models only: pages of other packages would bypass the journal."""
        models = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        own = [model for model in models if model.__module__.startswith("resrec.")]
        super().register(own, admin_class, **options)

    def login(self, request, extra_context=None):
        """Send strangers to sign in; whoever is signed in and no officer gets a plain no."""
        wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
        if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
            wanted = reverse("admin:index")
        if self.has_permission(request):
            return redirect(wanted)
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(wanted)
