"""Every address of the site. Each app keeps its own; pages stand under /en/, /fr/ or /es/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from resrec.people.views import signed_in
from resrec.web import errors
from resrec.web.kept_forms import kept_form

urlpatterns = i18n_patterns(
    path("", include("resrec.documents.urls")),
    path("", include("resrec.public.urls")),
    path("", include("resrec.analysis.urls")),
    path("", include("resrec.reporting.urls")),
    path("", include("resrec.library.urls")),
    path("", include("resrec.people.urls")),
    path("", include("resrec.journal.urls")),
    path("kept-form/<slug:key>/", kept_form, name="kept_form"),
    path("admin/", admin.site.urls),
)
urlpatterns += [
    path("", include("resrec.web.urls")),
    path("", include("resrec.public.program_urls")),
    # The organisation's accounts send people back to one address, without a language in it.
    # allauth asks for it by this name; none of its own pages is there.
    path(
        "signed-in/",
        signed_in,
        {"provider_id": settings.OIDC_PROVIDER_ID},
        name="openid_connect_callback",
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
