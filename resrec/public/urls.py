"""Addresses of the reader's pages."""

urlpatterns: list = []
