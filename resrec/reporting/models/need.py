"""What would help: the needs that a report names, and that one of them was met."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.people.models import Constituent
from resrec.reporting.anchors import passage_id
from resrec.reporting.models.activity import Row
from resrec.reporting.models.activity_report import ActivityReport
from resrec.reporting.models.activity_report_sets import Status
from resrec.reporting.models.vocabularies import NeedKind
from resrec.reporting.needs.money import amount_in_words
from resrec.rules import RuleBroken


class NeedQuerySet(models.QuerySet):
    def standing(self):
        """Those of accepted reports that no accepted correction has replaced."""
        return self.filter(report__in=ActivityReport.objects.current().in_full().order_by())

    def open(self):
        """Those that nobody has met."""
        return self.exclude(Exists(NeedMet.objects.standing().filter(lineage=OuterRef("lineage"))))

    def with_met(self):
        """Give them as a list, each with its `met`, in one query more."""
        needs = list(self)
        lineages = [need.lineage for need in needs]
        standing = NeedMet.objects.standing().filter(lineage__in=lineages)
        bodies = "constituent__merged_into__merged_into"
        met = {one.lineage: one for one in standing.select_related(bodies)}
        for need in needs:
            need.met = met.get(need.lineage)
        return needs


class Need(Row):
    """Something that would help: its kind, in words, and of money how much, if that was said.

    `lineage` is what it is known by for good: the same in each version of its report, and in each
    later report that says that it is still open. `amount` has at most two decimals, `currency`
    three letters of ISO 4217.
    """

    report = models.ForeignKey(ActivityReport, on_delete=models.CASCADE, related_name="needs")
    lineage = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    kind = models.ForeignKey(
        NeedKind,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="needs",
        verbose_name=_("Kind"),
    )
    description = models.TextField(_("What would help"), blank=True)
    amount = models.DecimalField(
        _("Amount"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("Currency"), max_length=3, blank=True)

    objects = NeedQuerySet.as_manager()

    class Meta(Row.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | (Q(amount__gt=0) & ~Q(currency="")),
                name="need_amount_has_a_currency",
                violation_error_message=_("Say in which currency the amount is."),
            ),
        ]

    def __str__(self):
        return self.heading

    def get_absolute_url(self):
        return f"{self.report.get_absolute_url()}#{passage_id(self.field)}"

    @property
    def field(self):
        """The address of its words in every version of the report, by which it is kept private."""
        return f"need:{self.key}/description"

    @property
    def kind_label(self):
        return str(self.kind or _("Kind of need not stated"))

    @property
    def amount_label(self):
        """ "EUR 12,500", or "" where no amount is stated."""
        return "" if self.amount is None else amount_in_words(self.amount, self.currency)

    @property
    def amount_typed(self):
        """The amount as somebody would type it, in any language: "12500" or "12500.50"."""
        return "" if self.amount is None else f"{self.amount:f}".removesuffix(".00")

    @property
    def heading(self):
        """Its kind and, where one is stated, the amount: "Money, EUR 12,500"."""
        return ", ".join(filter(None, (self.kind_label, self.amount_label)))

    @cached_property
    def met(self):
        """The NeedMet that stands, or None."""
        return NeedMet.objects.standing().filter(lineage=self.lineage).first()

    @journalled()
    def mark_met(self, *, by, on=None, constituent=None, name="", in_report=None, at=None):
        """Say that it was met: by a constituent or by whoever is named, if that is known, on a day.

        The report itself stays as it is.
        """
        if self.report.status != Status.ACCEPTED:
            raise RuleBroken(_("Only a need of an accepted report can be marked as met."))
        on = on or timezone.localdate()
        if on > timezone.localdate():
            raise RuleBroken(_("That day is still to come."))
        met, is_new = NeedMet.objects.get_or_create(
            lineage=self.lineage,
            undone_at=None,
            defaults={
                "need": self,
                "on": on,
                "constituent": constituent,
                "name": name.strip(),
                "in_report": in_report,
                "by": by,
                **({"at": at} if at else {}),
            },
        )
        if not is_new:
            raise RuleBroken(_("This need was marked as met already."))
        record(self.report, "activity_report.need_met", by=by, at=at, need=self.key)
        return met


class NeedMetQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has taken back."""
        return self.filter(undone_at=None)


class NeedMet(models.Model):
    """That a need was met, by whom and on which day. What was taken back stays on record.

    It holds for the `lineage` of the need, and so for every report that names it. `in_report` is
    the draft in whose page it was said. Neither constituent nor name: by whom is not stated.
    """

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    lineage = models.UUIDField(editable=False)
    constituent = models.ForeignKey(
        Constituent,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="needs_met",
        verbose_name=_("constituent"),
    )
    name = models.CharField(_("By whom"), max_length=400, blank=True)
    on = models.DateField(_("On which day"))
    in_report = models.ForeignKey(
        ActivityReport, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    objects = NeedMetQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("need that was met")
        verbose_name_plural = _("needs that were met")
        constraints = [
            models.UniqueConstraint(
                fields=["lineage"],
                condition=Q(undone_at=None),
                name="a_need_is_met_once",
            )
        ]

    def __str__(self):
        return f"{self.need}: {self.by_whom}"

    @property
    def by_whom(self):
        """Whoever met it; "" when that is not stated."""
        return str(self.constituent.current) if self.constituent else self.name

    @journalled()
    def take_back(self, *, by):
        """The need is open again."""
        found = NeedMet.objects.standing().filter(pk=self.pk)
        if not found.update(undone_by=by, undone_at=timezone.now()):
            raise RuleBroken(_("This need is open again already."))
        record(self.need.report, "activity_report.need_open_again", by=by, need=self.need.key)
