"""How officers divide the work: who answers for a text, what is set aside, and the way back."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.library.models import Resolution


class Charge(models.Model):
    """The officer who answers for a text on the officers' desk."""

    resolution = models.OneToOneField(
        Resolution, on_delete=models.CASCADE, related_name="charge", verbose_name=_("text")
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="charges",
        verbose_name=_("officer"),
    )

    class Meta:
        verbose_name = _("text in an officer’s charge")
        verbose_name_plural = _("texts in an officer’s charge")

    def __str__(self):
        return f"{self.resolution}: {self.officer}"


class SetAside(models.Model):
    """An open point that is not to be shown before a day. `point` is its key ("to_begin:12:3")."""

    point = models.CharField(_("open point"), max_length=80, unique=True)
    until = models.DateField(_("until"))
    why = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("open point set aside")
        verbose_name_plural = _("open points set aside")

    def __str__(self):
        return self.point


class BulkStep(models.Model):
    """What an officer did to many things at once, and how they were before: undoing needs both.

    `changes` has one list a thing: its key, what stood before, what stood after (None: nothing).
    """

    class Verb(models.TextChoices):
        CHARGE = "charge", _("given to an officer")
        SET_ASIDE = "set_aside", _("set aside")

    verb = models.CharField(max_length=10, choices=Verb)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="bulk_steps"
    )
    at = models.DateTimeField(default=timezone.now)
    changes = models.JSONField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_verb_display()}: {len(self.changes)}"
