"""Signing in as somebody of the cast, and going back to the site with a code."""

from urllib.parse import parse_qs, urlsplit

from allauth.idp.oidc.views import authorization
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import User
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from identity_provider import cast

BACKEND = "django.contrib.auth.backends.ModelBackend"


def sign_in(request):
    """List the cast, each one press away; or take an address and a password."""
    next_page = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(next_page, {request.get_host()}):
        next_page = ""
    translation.activate(_asked_language(request, next_page))
    user = None
    if request.method == "POST":
        user = _chosen(request)
        if user and next_page:
            login(request, user, backend=BACKEND)
            return HttpResponseRedirect(next_page)
    return render(
        request,
        "identity_provider/sign_in.html",
        {
            "people": _listed(),
            "password": cast.password(),
            "next_page": next_page,
            "site": settings.REDIRECT_URIS[0].removesuffix("signed-in/"),
            "refused": request.method == "POST" and not user,
            "email": request.POST.get("email", ""),
        },
    )


@csrf_exempt
def authorize(request):
    """Give the code, and end the provider's own session with it.

    So that whoever tries the site can come back as someone else.
    """
    answer = authorization(request)
    if answer.status_code == 302 and request.user.is_authenticated:
        logout(request)
    return answer


def _chosen(request):
    if sub := request.POST.get("person"):
        return get_object_or_404(User, username=sub)
    known = User.objects.filter(email__iexact=request.POST.get("email", "").strip()).first()
    return known and authenticate(
        request, username=known.username, password=request.POST.get("password", "")
    )


def _listed():
    language = translation.get_language()
    return [person | {"role": person["who"][language]} for person in cast.people()]


def _asked_language(request, next_page):
    """The language the site asked for (`ui_locales`), else the browser's."""
    asked = parse_qs(urlsplit(next_page).query).get("ui_locales", [""])[0].split(" ")[0]
    return asked if asked in dict(settings.LANGUAGES) else request.LANGUAGE_CODE
