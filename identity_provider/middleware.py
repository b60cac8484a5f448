"""The provider serves this machine alone, whatever someone puts in front of it."""

from django.core.exceptions import PermissionDenied

LOOPBACK = {"127.0.0.1", "::1"}


def loopback_only(get_response):
    """Refuse callers from elsewhere, and anything that was passed on by a proxy."""

    def answer(request):
        if request.META["REMOTE_ADDR"] not in LOOPBACK or "Forwarded" in request.headers:
            raise PermissionDenied
        if "X-Forwarded-For" in request.headers:
            raise PermissionDenied
        return get_response(request)

    return answer
