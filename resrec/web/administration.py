"""Django's administration, for the Secretariat's officers; each change writes the journal."""

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.utils.translation import gettext_lazy as _


class OfficersAdminSite(admin.AdminSite):
    """Asks the person's memberships who may enter, not a flag on the account."""

    site_header = site_title = _("Administration")
    index_title = _("Vocabularies, people and documents")

    def has_permission(self, request):
        return request.user.is_active and getattr(request.user, "is_officer", False)

    def login(self, request, extra_context=None):
        return redirect_to_login(request.get_full_path())


class OfficersAdmin(admin.ModelAdmin):
    """Base of every page of the administration: officers may do all, and the journal is told."""

    def has_module_permission(self, request):
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request)

    has_add_permission = has_view_permission
    has_change_permission = has_view_permission
    has_delete_permission = has_view_permission
