"""Asking a policy in a view."""

from django.core.exceptions import PermissionDenied


def require(allowed):
    """Answer 403 unless `allowed`. What a person may not even see is a 404 and asked before."""
    if not allowed:
        raise PermissionDenied
