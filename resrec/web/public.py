"""Pages for everyone: they declare themselves public, and are held against the public revision."""

from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from resrec.web.models import PublicRevision


def public_page(view):
    """Open a view to everyone; to readers without a session it answers 304 while nothing moved.

    The tag holds the address, the part asked for, the day (posts and cycles end by date) and the
    public revision as read *before* the page is made.
    """

    @login_not_required
    @wraps(view)
    def page(request, *args, **kwargs):
        if not _for_anyone(request):
            response = view(request, *args, **kwargs)
            patch_cache_control(response, private=True, no_cache=True)
            return response
        tag = _tag(request)
        answer = get_conditional_response(request, etag=tag)
        if answer is None:
            answer = view(request, *args, **kwargs)
            if answer.status_code != 200 or get_messages(request):
                return answer
        answer["ETag"] = tag
        patch_cache_control(answer, public=True, no_cache=True)
        patch_vary_headers(answer, ["HX-Target", "Cookie"])
        return answer

    return page


def _for_anyone(request):
    asked = request.method in ("GET", "HEAD")
    return asked and not {settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys()


def _tag(request):
    parts = [
        request.get_full_path(),
        request.headers.get("HX-Target", ""),
        request.headers.get("Accept", ""),
        timezone.localdate().isoformat(),
        str(PublicRevision.current()),
        settings.RELEASE,
    ]
    return f'"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'
