"""Links by which one person comes in from a mail, and how often such links were asked for."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PersonalLink(models.Model):
    """A link that was mailed to a person. Only a digest of its secret is here: who reads the
    database cannot come in by it. It leads to `path`, an address of this site."""

    secret_digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="personal_links",
        verbose_name=_("person"),
    )
    path = models.CharField(_("leads to"), max_length=500)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("first used"), null=True)
    revoked_at = models.DateTimeField(_("withdrawn"), null=True)

    class Meta:
        verbose_name = _("personal link")
        verbose_name_plural = _("personal links")
        indexes = [models.Index(fields=["person", "made_at"])]

    def __str__(self):
        return f"{self.person}: {self.path}"

    @property
    def is_expired(self):
        """By this site's clock alone: that of the reader may be hours off."""
        return self.expires_at <= timezone.now()


class Asking(models.Model):
    """How often something was asked for in one hour by one address or network, as a digest."""

    who = models.CharField(max_length=64)
    hour = models.DateTimeField(db_index=True)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "hour"], name="asking_once_an_hour")]

    def __str__(self):
        return f"{self.hour}: {self.times}"
