"""Addresses of the reader's pages."""

from django.urls import path

from resrec.public.views import home, resources

urlpatterns = [
    path("", home.home, name="home"),
    path("resources/", resources.resources, name="resources"),
    path("resources/documents/<int:pk>/", resources.resource_document, name="resource_document"),
    path("resources/<slug:page>/", resources.resource, name="resource"),
    path("data-policy/", resources.data_policy, name="data_policy"),
]
