"""Addresses without a language, for programs that read the site."""

from django.urls import path

from resrec.public.views import sitemap

urlpatterns = [
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<slug:part>.xml", sitemap.sitemap_part, name="sitemap_part"),
]
