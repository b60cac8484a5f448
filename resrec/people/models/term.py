"""Terms of office: the days from which and until which a Commission, or all of them, serve."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from resrec.people.merges import today_of
from resrec.people.models.constituent import Constituent, ConstituentKind, with_merged

LONG_AGO = Value(date(1, 1, 1), output_field=models.DateField())


class TermQuerySet(models.QuerySet):
    def of(self, constituent):
        """Terms of a constituent, or of its kind, as it stands after merges.

        A term that was entered for a body which was merged into it since is its term too.
        """
        today = constituent.current
        return self.filter(Q(constituent__in=with_merged([today.pk])) | Q(kind=today.kind_id))

    def of_outer(self, path):
        """As `of`, for the constituent at this path of the query around this one."""
        today, kind = today_of(OuterRef, path), today_of(OuterRef, path, "kind_id")
        terms = self.annotate(today=today_of(F, "constituent"))
        return terms.filter(Q(today=today) | Q(kind=kind))

    def ending_from(self, day):
        """Terms in which that day can lie; without a day (None), all."""
        return self.filter(until__gte=Coalesce(day, LONG_AGO))


class Term(models.Model):
    """A term of one constituent, or of all of a kind. Posts held for them end with it."""

    constituent = models.ForeignKey(
        Constituent,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="terms",
        verbose_name=_("constituent"),
    )
    kind = models.ForeignKey(
        ConstituentKind,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="terms",
        verbose_name=_("or all of this kind"),
    )
    since = models.DateField(_("first day"))
    until = models.DateField(_("last day"))

    objects: ClassVar[models.Manager] = TermQuerySet.as_manager()

    class Meta:
        ordering = ["until", "pk"]
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                condition=Q(constituent__isnull=True) ^ Q(kind__isnull=True),
                name="a_term_is_of_one_body_or_one_kind",
                violation_error_message=_("A term is of one constituent or of one kind."),
            ),
            models.CheckConstraint(
                condition=Q(since__lte=F("until")),
                name="a_term_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self):
        return f"{self.constituent or self.kind}, {self.since.year}–{self.until.year}"
