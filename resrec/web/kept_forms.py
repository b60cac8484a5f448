"""Forms posted after the session ended: what was typed is kept over signing in again.

Only text is kept, never files or tokens, in the session of this browser and nowhere else. It is
offered to its writer alone: a cookie that outlives the session marks whose browser this was.
"""

from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import get_random_string, salted_hmac

SESSION_KEY = "kept_forms"
MOST_FORMS = 5
MOST_CHARACTERS = 1_000_000
WRITER_COOKIE, MARK, MARK_DAYS = "resrec_writer", 32, 60


@dataclass(frozen=True)
class PostedForm:
    """What a browser posted: the address here, and name and text of each field, in order."""

    path: str
    fields: list = field(default_factory=list)
    had_files: bool = False
    writer: str = ""  # their mark, as far as the browser knows it

    @classmethod
    def of(cls, request):
        typed = request.POST.lists()
        fields = [
            [name, text] for name, texts in typed for text in texts if name != "csrfmiddlewaretoken"
        ]
        writer = request.COOKIES.get(WRITER_COOKIE, "")[:MARK]
        return cls(request.get_full_path(), fields, bool(request.FILES), writer)

    @property
    def words(self):
        """What a person wrote, to be shown; codes, counts and dates are left out."""
        return [text for _name, text in self.fields if " " in text.strip()]

    @property
    def is_too_long(self):
        return sum(len(name) + len(text) for name, text in self.fields) > MOST_CHARACTERS


class SignInMiddleware(LoginRequiredMiddleware):
    """Asks to sign in for every page that is not declared open, and keeps what was posted."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        if request.method == "POST" and request.user.is_authenticated:
            _forget(request)
        answer = super().process_view(request, view_func, view_args, view_kwargs)
        if getattr(view_func, "login_required", True) and request.user.is_authenticated:
            request.writer_mark = mark_of(request.user)
        return answer

    def process_response(self, request, response):
        mark = getattr(request, "writer_mark", None)
        if mark and request.COOKIES.get(WRITER_COOKIE) != mark:
            response.set_cookie(
                WRITER_COOKIE,
                mark,
                max_age=MARK_DAYS * 24 * 3600,
                secure=settings.SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response

    def handle_no_permission(self, request, view_func):
        if request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
            # A script would follow a redirect and take the sign-in page for its answer.
            return HttpResponse(status=401)
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        posted = PostedForm.of(request)
        if posted.is_too_long:
            return render(request, "kept_form.html", {"posted": posted}, status=401)
        here = reverse("kept_form", args=[_keep(request, posted)])
        return redirect_to_login(here, self.get_login_url(view_func))


def kept_form(request, key):
    """Show a kept form; one press posts it to where it was going, with a fresh token."""
    kept = request.session.get(SESSION_KEY, {}).get(key)
    if kept is None or kept.get("writer", "") not in ("", mark_of(request.user)):
        raise Http404
    return render(request, "kept_form.html", {"posted": PostedForm(**kept)})


def mark_of(person):
    """Give the mark by which a browser knows again who signed in on it; it says nothing else."""
    return salted_hmac(WRITER_COOKIE, str(person.pk), algorithm="sha256").hexdigest()[:MARK]


def _keep(request, posted):
    key = get_random_string(12)
    kept = [*request.session.get(SESSION_KEY, {}).items(), (key, asdict(posted))]
    request.session[SESSION_KEY] = dict(kept[-MOST_FORMS:])
    return key


def _forget(request):
    """Drop what was kept for this address: it is being posted again, or has been written anew."""
    kept = request.session.get(SESSION_KEY)
    if not kept:
        return
    path = request.get_full_path()
    request.session[SESSION_KEY] = {k: form for k, form in kept.items() if form["path"] != path}
