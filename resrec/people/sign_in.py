"""How a person who comes back from the organisation's accounts becomes a User here.

Who they are comes from the accounts; what they may do comes from memberships and posts.
"""

import logging
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.shortcuts import redirect
from django.urls import reverse
from requests import RequestException

from resrec.journal.recording import journalled, record
from resrec.people.models import User

log = logging.getLogger(__name__)

# Why a sign-in came to nothing, and the HTTP status of the page that says so.
FAILURES = {
    "cancelled": 200,
    "expired": 400,
    "unreachable": 503,
    "no-address": 403,
    "blocked": 403,
}


def failure(request, why, *, next_page="", error=None):
    """Send on to the page that says why signing in failed (a key of FAILURES).

    That page has a language in its address and no code or state, so that it can be read in
    another language and reloaded.
    """
    if error:
        log.warning("signing in failed (%s): %s", why, error)
    address = reverse("sign_in_failed", args=[why])
    return redirect(f"{address}?{urlencode({'next': next_page})}" if next_page else address)


class AccountAdapter(DefaultAccountAdapter):
    """No account is made by hand: people come through the organisation's accounts."""

    def is_open_for_signup(self, request):
        return False

    def add_message(self, *args, **kwargs):
        """The masthead says who is signed in; allauth's own messages are left out."""

    def get_login_redirect_url(self, request):
        return reverse("desk" if request.user.has_work_here else "welcome")

    get_signup_redirect_url = get_login_redirect_url

    def respond_user_inactive(self, request, user):
        return failure(request, "blocked")


class ByLink:
    """Gives the person of a session that a personal link has opened.

    A mail can be read by others, so such a session never has an officer's rights: those need the
    organisation's accounts. `User.is_officer` asks for the mark that is set here.
    """

    def authenticate(self, request, **credentials):
        """Nobody comes in by name and password."""

    def get_user(self, pk):
        person = User.objects.filter(pk=pk, is_active=True).first()
        if person:
            person.came_by_link = True
        return person


class OrganisationAccountAdapter(DefaultSocialAccountAdapter):
    """Makes a person of an account, and keeps name and address as the accounts say."""

    def is_open_for_signup(self, request, sociallogin):
        return True

    def on_authentication_error(
        self, request, provider, error=None, exception=None, extra_context=None
    ):
        if error == AuthError.CANCELLED:
            why = "cancelled"
        else:
            why = "unreachable" if isinstance(exception, RequestException) else "expired"
        state = (extra_context or {}).get("state") or {}
        page = failure(request, why, next_page=state.get("next", ""), error=exception or error)
        raise ImmediateHttpResponse(page)

    def pre_social_login(self, request, sociallogin):
        """Ask for an address that the accounts vouch for: a person is known by it."""
        if sociallogin.is_existing:
            _bring_up_to_date(sociallogin.user, sociallogin)
        elif not _vouched_address(sociallogin):
            raise ImmediateHttpResponse(failure(request, "no-address"))

    def populate_user(self, request, sociallogin, data):
        user = super().populate_user(request, sociallogin, data)
        user.name = _name(sociallogin)
        user.language = request.LANGUAGE_CODE
        return user

    @journalled()
    def save_user(self, request, sociallogin, form=None):
        user = super().save_user(request, sociallogin, form)
        record(user, "user.joined", by=user)
        return user


def _vouched_address(sociallogin):
    return next((a.email for a in sociallogin.email_addresses if a.verified), "")


def _name(sociallogin):
    claims = sociallogin.account.extra_data
    return ((claims.get("userinfo") or claims).get("name") or "")[:200]


@journalled()
def _bring_up_to_date(user, sociallogin):
    """Take over a new name or address; an address that somebody else bears is left alone."""
    name, email = _name(sociallogin) or user.name, _vouched_address(sociallogin) or user.email
    if User.objects.exclude(pk=user.pk).filter(email__iexact=email).exists():
        email = user.email
    if (name, email.lower()) == (user.name, user.email.lower()):
        return
    if email.lower() != user.email.lower():
        # An address that was given up must not open this account to whoever gets it next.
        EmailAddress.objects.filter(user=user).delete()
    user.name, user.email = name, email
    user.save(update_fields=["name", "email"])
    record(user, "user.updated", by=user)
