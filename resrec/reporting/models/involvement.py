"""Who took part: asked in Activity and Progress Reports alike."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.people.models import Constituent


class Answer(models.TextChoices):
    """Three answers; an empty value is a fourth case, *not stated*, and never "no"."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_KNOWN = "not_known", _("Not known")


class PartnerKind(models.TextChoices):
    """Under which question of the form a body is named."""

    MEMBER = "member", _("Members")
    COMMISSION = "commission", _("Commissions and their groups")
    COMMITTEE = "committee", _("National and Regional Committees")


class Involvement(models.Model):
    """The answers on who took part; the bodies themselves are rows of NamedBody.

    Imported pages can say "not known" and name bodies all the same; both are kept.
    """

    members_answer = models.CharField(
        _("Were other Members involved?"), max_length=10, choices=Answer, blank=True
    )
    commissions_answer = models.CharField(
        _("Were Commissions involved?"), max_length=10, choices=Answer, blank=True
    )
    committees_answer = models.CharField(
        _("Were National or Regional Committees involved?"),
        max_length=10,
        choices=Answer,
        blank=True,
    )
    secretariat_answer = models.CharField(
        _("Was the Secretariat involved?"), max_length=10, choices=Answer, blank=True
    )
    other_organisations = models.TextField(_("Other organisations"), blank=True)

    class Meta:
        abstract = True


class NamedBodyQuerySet(models.QuerySet):
    def with_names(self):
        """With what the name of each says: the constituent as it stands after merges."""
        return self.select_related("constituent__merged_into__merged_into")


class NamedBody(models.Model):
    """A body named on a report: a constituent on record, and the name as it was printed.

    `term` is the Commission's term as printed ("2021-2025"); `term_is_doubtful` when it does not
    fit the time of the text.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=PartnerKind)
    constituent = models.ForeignKey(
        Constituent,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("constituent"),
    )
    name = models.CharField(_("name"), max_length=400, blank=True)
    term = models.CharField(_("term"), max_length=9, blank=True)
    term_is_doubtful = models.BooleanField(_("term does not fit the text"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    objects = NamedBodyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(constituent__isnull=False) | ~models.Q(name=""),
                name="%(app_label)s_%(class)s_names_someone",
                violation_error_message=_("Say who it is."),
            )
        ]

    def __str__(self):
        body = str(self.constituent.current) if self.constituent else self.name
        return f"{body}, {self.term}" if self.term else body


class ProgressPartner(NamedBody):
    """A body that implements the text, as a Progress Report lists it."""

    report = models.ForeignKey(
        "reporting.ProgressReport", on_delete=models.CASCADE, related_name="partners"
    )

    class Meta(NamedBody.Meta):
        verbose_name = _("implementing body")
        verbose_name_plural = _("implementing bodies")
