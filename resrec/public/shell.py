"""What every page's shell needs to know about the content of the site."""

from django.conf import settings
from django.core.cache import cache
from django.db.models import Exists, Q
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from resrec.library.models import Collection
from resrec.people.models import Constituent, User
from resrec.reporting.models import ActivityReport, ProgressReport, ReportingCycle
from resrec.web.models import PublicRevision

SECONDS_BEHIND = 3


def shell(request):
    """Give `is_demonstration`, `year_under_report`, `source_url`; what needs asking is lazy."""
    known = SimpleLazyObject(lambda: _known(request))
    return {
        "is_demonstration": SimpleLazyObject(lambda: known["is_demonstration"]),
        "year_under_report": SimpleLazyObject(lambda: known["year_under_report"]),
        "source_url": settings.SOURCE_URL,
    }


def cycle_under_report():
    """Give the cycle of the first collection that is open today, else its last one; or None."""
    cycles = ReportingCycle.objects.select_related("assembly__kind__collection")
    cycles = cycles.order_by("collection__position", "-year")
    return cycles.open().filter(opens_on__isnull=False).first() or cycles.first()


def _known(request):
    # Both can only change with the public revision, or with the day. While many people work it
    # moves many times a second: pages of theirs, which nobody keeps, may be seconds behind.
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return cache.get_or_set("shell-of-work", _read, timeout=SECONDS_BEHIND)
    key = f"shell-{PublicRevision.current()}-{timezone.localdate()}"
    return cache.get_or_set(key, _read, timeout=None)


def _read():
    cycle = cycle_under_report()
    return {
        "is_demonstration": _holds_demonstration(),
        "year_under_report": cycle.year if cycle else None,
    }


def _holds_demonstration():
    made_up = Q(is_demonstration=True)
    for model in (Constituent, User, ActivityReport, ProgressReport):
        made_up |= Q(Exists(model.objects.filter(is_demonstration=True)))
    return Collection.objects.filter(made_up).exists()
