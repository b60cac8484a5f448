"""Addresses without a language, for programs: what crawlers may read, and the site's mark."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path

# Everything public may be found; the rest only asks crawlers to sign in.
ROBOTS = "User-agent: *\nDisallow: /*/sign-in/\nDisallow: /*/admin/\nDisallow: /*?\n"


@login_not_required
def robots(request):
    # Named by its address, for the pages of readers are not known here.
    sitemap = f"Sitemap: {settings.ORIGIN}/sitemap.xml\n"
    return HttpResponse(f"{ROBOTS}\n{sitemap}", content_type="text/plain")


@login_not_required
def favicon(request):
    return redirect(staticfiles_storage.url("img/mark.svg"))


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
]
