"""What the provider says about the people of the cast, and the key it signs that with."""

import os

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import PrivateKey
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.contrib.auth.models import User


class CastAdapter(DefaultOIDCAdapter):
    """Knows people by their `sub` in the cast's file, which outlives this database."""

    def get_user_sub(self, client, user):
        return user.username

    def get_user_by_sub(self, client, sub):
        return User.objects.filter(username=sub).first()

    def list_private_keys(self, **asked):
        return [PrivateKey(pem=signing_key())]


def signing_key():
    """Give the signing key (PEM), made once and kept in the data folder for its owner only."""
    kept = settings.DATA_DIR / "identity_provider.pem"
    if not kept.exists():
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(pem)
    return kept.read_text()
