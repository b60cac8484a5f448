"""Silence: who was asked about a text for a year and handed nothing in.

Asked is a constituent that has a post for the text, other than the Secretariat's own, with
somebody in it on the last day of the cycle (today, while that is open). Whatever was handed in is
no silence: a full report, an answer of one press, one that waits or was returned. What was taken
back is.
"""

from datetime import date

from django.utils import timezone

from resrec.people.models import Constituent
from resrec.reporting.models import Holder, ReportedText
from resrec.reporting.models.activity_report_sets import Status, of_year
from resrec.reporting.models.focal_point import LEADING_ROLES


def silent(texts, cycle):
    """Give (post, text, body) of each silent body and text, by ids: each pair once, in order.

    `texts` are Resolutions or a queryset of them. Merges are followed. Three queries.
    """
    if cycle.year < date.min.year or cycle.year > date.max.year:
        return []
    merges = Constituent.objects.merges()
    answered = {
        (text, merges[body])
        for text, body in ReportedText.objects.filter(
            of_year(cycle.year, "report__"), resolution__in=texts
        )
        .exclude(report__status__in=[Status.DRAFT, Status.WITHDRAWN])
        .values_list("resolution", "report__constituent")
    }
    asked = (
        Holder.objects.in_force(min(timezone.localdate(), _last_day(cycle)))
        .filter(post__resolution__in=texts)
        .exclude(post__role__in=LEADING_ROLES)
        .order_by("post__resolution__number", "post__resolution", "post__constituent__name")
        .values_list("post", "post__resolution", "post__constituent")
    )
    found = {}
    for post, text, body in asked:
        pair = text, merges[body]
        if pair not in answered:
            found.setdefault(pair, post)
    return [(post, text, body) for (text, body), post in found.items()]


def _last_day(cycle):
    return cycle.closes_on or date(cycle.year, 12, 31)
