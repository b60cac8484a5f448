"""How often something may be asked for in an hour, counted in the database for all processes."""

import hashlib
import ipaddress
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from resrec.people.models import Asking

KEPT = timedelta(days=1)


@transaction.atomic
def is_too_often(who, limit):
    """Count one more asking of `who` in this hour, and tell whether that is above the limit.

    `who` is kept as a digest: addresses of people are not collected here.
    """
    now = timezone.now()
    hour = now.replace(minute=0, second=0, microsecond=0)
    Asking.objects.filter(hour__lt=now - KEPT).delete()
    digest = hashlib.sha256(f"{settings.SECRET_KEY}{who}".encode()).hexdigest()
    row, _is_new = Asking.objects.get_or_create(who=digest, hour=hour)
    Asking.objects.filter(pk=row.pk).update(times=F("times") + 1)
    return Asking.objects.values_list("times", flat=True).get(pk=row.pk) > limit


def network_of(request):
    """Give the network that a request comes from: an IPv4 address, or the /64 of an IPv6 one.

    Behind the proxy, what it added last to X-Forwarded-For; before it, anyone can write there.
    """
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    address = forwarded if settings.SECURE and forwarded else request.META.get("REMOTE_ADDR", "")
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    length = 32 if known.version == 4 else 64
    return str(ipaddress.ip_network((known, length), strict=False))
