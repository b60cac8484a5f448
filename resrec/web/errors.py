"""Pages for what went wrong: in the reader's language, with a way on."""

import logging

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from resrec.web.kept_forms import PostedForm

logger = logging.getLogger(__name__)
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request, exception):
    too_much = isinstance(exception, TOO_MUCH)
    return render(request, "400.html", {"too_much": too_much}, status=413 if too_much else 400)


def forbidden(request, exception):
    return render(request, "403.html", status=403)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """The shell asks the database who is signed in; where even that fails, a page without it."""
    try:
        return render(request, "500.html", status=500)
    except Exception:
        logger.exception("the page for server errors failed too")
        return HttpResponse(render_to_string("500_alone.html"), status=500)


def csrf_failed(request, reason=""):
    """A form without a valid token. Nothing typed is lost: it is shown again, to be sent again.

    A form that another site sent is shown for reading only: one press must not do its will.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    asked = {"posted": PostedForm.of(request), "is_ours": ours}
    return render(request, "csrf_failed.html", asked, status=403)
