"""Pages for everyone: they declare themselves public, and are held against the public revision."""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from resrec.web.public_request import ASKED, VARY, Asked, is_for_anyone, key_of
from resrec.web.public_state import as_of, read_number, today


def public_page(view):
    """Open a view to everyone; to readers without a session it answers 304 while nothing moved.

    Its page is kept by the page cache and served to whoever asks the same: it may depend on
    nothing but the address, the form asked for (`accept_class`), the part (`HX-Target`), the day
    and what moves the public revision.
    """

    @login_not_required
    @wraps(view)
    def page(request, *args, **kwargs):
        if not is_for_anyone(request.META):
            response = view(request, *args, **kwargs)
            patch_cache_control(response, private=True, no_cache=True)
            return response
        asked = request.META.get(ASKED) or _asked_now(request)
        answer = get_conditional_response(request, etag=asked.tag)
        if answer is None:
            with as_of(asked.state[1]):
                answer = view(request, *args, **kwargs)
            if answer.status_code != 200 or get_messages(request):
                return answer
        asked.may_be_kept = not answer.streaming
        answer["ETag"] = asked.tag
        patch_cache_control(answer, public=True, no_cache=True)
        patch_vary_headers(answer, VARY)
        return answer

    return page


def _asked_now(request):
    """What the page cache would have left here, where it does not stand in front."""
    return Asked(key_of(request.META), (settings.RELEASE, read_number(), today()))
