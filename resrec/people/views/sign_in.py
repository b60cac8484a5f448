"""To the organisation's accounts and back again."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect.views import callback
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from requests import RequestException

from resrec.people.sign_in import FAILURES, failure

# The form posts here and is sent on, by as many of the organisation's addresses as it has.
ON_TO_THE_ACCOUNTS = {"form-action": ["https:" if settings.SECURE else "*"]}


@never_cache
@login_not_required
@csp_update(ON_TO_THE_ACCOUNTS)
def sign_in(request):
    """Say where one is taken and what stays there; a POST goes there."""
    next_page = _own_address(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.user.is_authenticated:
        return redirect(next_page or "desk")
    if request.method == "POST" and settings.OIDC_SERVER:
        return _to_the_accounts(request, next_page)
    context = {"next_page": next_page, "is_configured": bool(settings.OIDC_SERVER)}
    return render(request, "people/sign_in.html", context)


@never_cache
@login_not_required
def signed_in(request, provider_id):
    """Take the answer of the accounts; whatever is wrong with it gets a page, never an error."""
    try:
        return callback(request, provider_id)
    except RequestException as error:
        return failure(request, "unreachable", error=error)
    except (IntegrityError, LookupError, TypeError, ValueError, SocialApp.DoesNotExist) as error:
        return failure(request, "expired", error=error)


@never_cache
@login_not_required
def sign_in_failed(request, why):
    """Say why signing in came to nothing, and what to do now."""
    if why not in FAILURES:
        raise Http404
    next_page = _own_address(request, request.GET.get("next", ""))
    context = {"why": why, "next_page": next_page, "contact": settings.CONTACT}
    return render(request, "people/sign_in_failed.html", context, status=FAILURES[why])


@require_POST
@login_not_required
def sign_out(request):
    """End the session here; the organisation's accounts keep their own."""
    logout(request)
    messages.success(
        request,
        _(
            "You are signed out here. On a shared computer, sign out of your "
            "organisation’s accounts as well."
        ),
    )
    home = redirect("home")
    # What the browser keeps of drafts goes as well: the next person here is another.
    home["Clear-Site-Data"] = '"storage"'
    return home


def _to_the_accounts(request, next_page):
    provider = get_adapter().get_provider(request, settings.OIDC_PROVIDER_ID)
    try:
        answer = provider.redirect(
            request,
            AuthProcess.LOGIN,
            next_url=next_page,
            auth_params={"ui_locales": request.LANGUAGE_CODE},
        )
    except (RequestException, LookupError, ValueError) as error:
        return failure(request, "unreachable", next_page=next_page, error=error)
    # The address that people come back to has no language in it.
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        request.LANGUAGE_CODE,
        samesite="Lax",
        secure=settings.SECURE,
        httponly=True,
    )
    return answer


def _own_address(request, address):
    """Give the address if it is one of this site and worth coming back to, else nothing."""
    own = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if own and "/sign-in/" not in address else ""
