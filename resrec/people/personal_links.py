"""Personal links: made for a mail, looked up when somebody opens one, used by one press.

A link is a random secret with a signature, so that one that was cut off or changed on the way is
told from one that has expired. Opening it changes nothing: mail scanners open links.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from resrec.people.models import PersonalLink

DAYS = 30
# A session that a link has opened ends of itself.
SESSION_SECONDS = 12 * 3600
BY_LINK = "resrec.people.sign_in.ByLink"
# Between two fresh links for one that no longer opens.
FRESH_AFTER = timedelta(minutes=15)

_signer = Signer(salt="resrec.personal_link")


@dataclass(frozen=True)
class Found:
    """What a token leads to: a link, and why it does not open ("" when it does): "damaged",
    "gone", "expired", "withdrawn" or "blocked"."""

    link: PersonalLink | None
    problem: str = ""


def personal_link(person, path, *, days=DAYS):
    """Make a link for `person` to `path` ("/en/desk/") and give its address, to be mailed.

    Raises ValueError when the path is not one of this site.
    """
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"{path!r} is not a path of this site")
    secret = secrets.token_urlsafe(24)
    PersonalLink.objects.create(
        secret_digest=_digest(secret),
        person=person,
        path=path,
        expires_at=timezone.now() + timedelta(days=days),
    )
    with override(person.language):
        return settings.ORIGIN + reverse("personal_link", args=[_signer.sign(secret)])


def find(token):
    """Look a token up. Asks the database once at most, and writes nothing."""
    try:
        secret = _signer.unsign(token)
    except BadSignature:
        return Found(None, "damaged")
    digest = _digest(secret)
    link = PersonalLink.objects.filter(secret_digest=digest).select_related("person").first()
    if link is None:
        return Found(None, "gone")
    if not link.person.is_active:
        return Found(link, "blocked")
    if link.revoked_at:
        return Found(link, "withdrawn")
    return Found(link, "expired" if link.is_expired else "")


def use(link, request):
    """Sign the link's person in, for a while and without an officer's rights (see ByLink)."""
    PersonalLink.objects.filter(pk=link.pk, used_at=None).update(used_at=timezone.now())
    login(request, link.person, backend=BY_LINK)
    request.session.set_expiry(SESSION_SECONDS)


def fresh(link):
    """Give the address of a new link in the place of one that no longer opens; None when one was
    made a moment ago."""
    since = timezone.now() - FRESH_AFTER
    same = PersonalLink.objects.filter(person=link.person, path=link.path)
    if same.filter(made_at__gt=since).exists():
        return None
    return personal_link(link.person, link.path)


def withdraw(links):
    """Make these links (a queryset) open no more; gives their number."""
    return links.filter(revoked_at=None).update(revoked_at=timezone.now())


def _digest(secret):
    return hashlib.sha256(secret.encode()).hexdigest()
