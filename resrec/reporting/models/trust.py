"""Constituents whose reports the Secretariat accepts after a period in which nobody objects."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.people.models import Constituent
from resrec.rules import RuleBroken

MOST_DAYS = 365


class TrustQuerySet(models.QuerySet):
    def standing(self):
        """Not ended by anybody, whether or not its last day is over."""
        return self.filter(ended_at=None)

    def in_force(self, on=None):
        """Those under which a report may be accepted on a day (today)."""
        on = on or timezone.localdate()
        return self.standing().filter(Q(until=None) | Q(until__gte=on))


class Trust(models.Model):
    """After `days` whole days without objection, a plain report of this constituent is accepted.

    One stands for a constituent. It is never changed: giving anew ends the one before, so that
    what was accepted under it keeps naming the rule of its day.
    """

    constituent = models.ForeignKey(
        Constituent,
        on_delete=models.PROTECT,
        related_name="trusts",
        verbose_name=_("constituent"),
    )
    days = models.PositiveSmallIntegerField(_("Days to wait"))
    reason = models.TextField(_("Why it is trusted"))
    until = models.DateField(_("Last day"), null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(_("Why it ends"), blank=True)

    objects = TrustQuerySet.as_manager()

    class Meta:
        ordering = ["constituent__name", "-given_at", "-pk"]
        verbose_name = _("acceptance after a period")
        verbose_name_plural = _("acceptances after a period")
        constraints = [
            models.UniqueConstraint(
                fields=["constituent"],
                condition=Q(ended_at=None),
                name="one_standing_trust_a_constituent",
            ),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=MOST_DAYS),
                name="trust_waits_a_day_to_a_year",
                violation_error_message=_("The period is from one day to a year."),
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="trust_says_why"),
        ]

    def __str__(self):
        return f"{self.constituent}: {self.days}"

    @classmethod
    @journalled()
    def give(cls, constituent, *, days, reason, by, until=None, at=None):
        """Trust a constituent from now on; what stood for it before ends. Gives the Trust."""
        body = constituent.current
        if not 1 <= days <= MOST_DAYS:
            raise RuleBroken(_("The period is from one day to a year."))
        if not reason.strip():
            raise RuleBroken(_("Say in a sentence why this constituent is trusted."))
        if until and until < timezone.localdate():
            raise RuleBroken(_("The last day is over already."))
        # One at a time: two officers may press at once.
        Constituent.objects.select_for_update(no_key=True).get(pk=body.pk)
        for before in cls.objects.standing().filter(constituent=body):
            before.end(by=by)
        trust = cls.objects.create(
            constituent=body,
            days=days,
            reason=reason.strip(),
            until=until,
            given_by=by,
            given_at=at or timezone.now(),
        )
        record(body, "constituent.trusted", by=by, at=at, trust=trust.pk, days=days)
        return trust

    @journalled()
    def withdraw(self, *, by, reason):
        """End it from now on, saying why; what waits then waits for a person."""
        if not reason.strip():
            raise RuleBroken(_("Say in a sentence why it ends."))
        self.end(by=by, because=reason.strip())

    @journalled()
    def end(self, *, by, because=""):
        fields = {"ended_by": by, "ended_at": timezone.now(), "ended_because": because}
        if not Trust.objects.standing().filter(pk=self.pk).update(**fields):
            raise RuleBroken(_("This has ended already."))
        for name, value in fields.items():
            setattr(self, name, value)
        record(self.constituent, "constituent.trusted_no_more", by=by, trust=self.pk)

    @property
    def is_over(self):
        """Whether its last day is over, or somebody has ended it."""
        return bool(self.ended_at or (self.until and self.until < timezone.localdate()))

    def accepts_on(self, report):
        """Give the first day on which the rule accepts a submitted report, if nothing speaks
        against it.

        Whole days of the site's calendar lie between, counted from the day after the submission,
        or after the trust was given when that was later. So a clock that is hours off neither
        shortens the period nor moves the day by more than one.
        """
        began = timezone.localdate(max(report.submitted_at, self.given_at))
        return began + timedelta(days=self.days + 1)
