"""Putting the cast and the one client, the web server, into the provider's database."""

from allauth.account.models import EmailAddress
from allauth.idp.oidc.models import Client
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db import transaction

from identity_provider import cast


@transaction.atomic
def seed():
    """Bring people and client to what the cast's file and the environment say."""
    password = make_password(cast.password())
    for person in cast.people():
        user, _made = User.objects.update_or_create(
            username=person["sub"],
            # Only `get_full_name` is passed on; nobody's name is cut into first and last.
            defaults={
                "first_name": person["name"],
                "email": person["email"],
                "password": password,
            },
        )
        EmailAddress.objects.filter(user=user).exclude(email=person["email"]).delete()
        EmailAddress.objects.update_or_create(
            user=user, email=person["email"], defaults={"verified": True, "primary": True}
        )
    User.objects.exclude(username__in=[person["sub"] for person in cast.people()]).delete()
    _seed_client()


def _seed_client():
    client, _made = Client.objects.get_or_create(id=settings.CLIENT_ID)
    client.name = "resrec"
    client.set_scopes(["openid", "profile", "email"])
    client.set_redirect_uris(settings.REDIRECT_URIS)
    client.set_secret(settings.CLIENT_SECRET)
    # Nobody needs to be asked: the only client is the site beside.
    client.skip_consent = True
    client.save()
