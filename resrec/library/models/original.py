"""The documents that the words of texts came from, kept as they came."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.library.models.resolution_text import ResolutionText


class Original(models.Model):
    """What an officer brought in: a file or pasted words, and the version it became.

    `media_type` is what its content was found to be; `digest` its SHA-256 in hexadecimal.
    """

    text = models.ForeignKey(
        ResolutionText,
        on_delete=models.PROTECT,
        related_name="originals",
        verbose_name=_("words of a text"),
    )
    file = models.FileField(_("file"), upload_to="originals/")
    file_name = models.CharField(_("name of the file"), max_length=200)
    media_type = models.CharField(_("kind"), max_length=100)
    size = models.PositiveIntegerField(_("size in bytes"))
    digest = models.CharField(_("digest"), max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person"),
    )
    at = models.DateTimeField(_("moment"), default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("original")
        verbose_name_plural = _("originals")

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("original", args=[self.pk])
