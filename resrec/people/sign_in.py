"""How a person who comes back from the organisation's accounts becomes a User here.

Who they are comes from the accounts; what they may do comes from memberships and posts.
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """No account is made by hand: people come through the organisation's accounts."""

    def is_open_for_signup(self, request):
        return False


class OrganisationAccountAdapter(DefaultSocialAccountAdapter):
    """Makes a person of an account: its name and, where we have it, its language."""

    def is_open_for_signup(self, request, sociallogin):
        return True

    def populate_user(self, request, sociallogin, data):
        user = super().populate_user(request, sociallogin, data)
        claims = sociallogin.account.extra_data
        claims = claims.get("userinfo", claims)
        user.name = (claims.get("name") or "")[:200]
        user.language = request.LANGUAGE_CODE
        return user
