"""Posts and memberships have a first and a last day; rights come from those in force today."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def in_force(on=None, prefix=""):
    """Give the condition for rows in force on a day (today); `prefix` leads to them ("posts__")."""
    on = on or timezone.localdate()
    begun = Q(**{f"{prefix}since__isnull": True}) | Q(**{f"{prefix}since__lte": on})
    not_over = Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": on})
    return begun & not_over


class InForceQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """Rows whose period holds the day, both ends included."""
        return self.filter(in_force(on))


class Period(models.Model):
    """From `since` to `until`, both days included; an empty end is open."""

    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = InForceQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True)
                | Q(until__isnull=True)
                | Q(since__lte=models.F("until")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            )
        ]
