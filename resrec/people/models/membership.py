"""Who acts for which constituent, and as what. A person's rights come from here."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.people.models.constituent import Constituent
from resrec.people.periods import Period
from resrec.rules import RuleBroken


class Membership(Period):
    """A person works for a constituent. Officers are those of the Secretariat with that role."""

    class Role(models.TextChoices):
        REPORTER = "reporter", _("reports for it")
        OFFICER = "officer", _("policy officer of the Secretariat")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    constituent = models.ForeignKey(
        Constituent,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("constituent"),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.REPORTER)

    class Meta(Period.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def __str__(self):
        return f"{self.person}, {self.constituent}"

    def clean(self):
        """Officers belong to the Secretariat (the right to publish must not be given elsewhere)."""

        if self.role == self.Role.OFFICER and not self.constituent.is_secretariat:
            raise RuleBroken(_("Only the Secretariat has policy officers."))
