"""Forms posted after the session ended: what was typed is kept over signing in again.

Only text is kept, never files or tokens, in the session of this browser and nowhere else.
"""

from dataclasses import asdict, dataclass, field

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import get_random_string

SESSION_KEY = "kept_forms"
MOST_FORMS = 5
MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True)
class PostedForm:
    """What a browser posted: the address here, and name and text of each field, in order."""

    path: str
    fields: list = field(default_factory=list)
    had_files: bool = False

    @classmethod
    def of(cls, request):
        typed = request.POST.lists()
        fields = [
            [name, text] for name, texts in typed for text in texts if name != "csrfmiddlewaretoken"
        ]
        return cls(request.get_full_path(), fields, bool(request.FILES))

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
        return super().process_view(request, view_func, view_args, view_kwargs)

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
    if kept is None:
        raise Http404
    return render(request, "kept_form.html", {"posted": PostedForm(**kept)})


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
