"""Finds the provider's templates."""

from django.apps import AppConfig


class IdentityProviderConfig(AppConfig):
    name = "identity_provider"
