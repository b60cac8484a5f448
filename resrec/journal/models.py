"""The journal: who did what, when and why; append-only and hash-linked. And the mail outbox."""

import hashlib
import json
import secrets
from datetime import UTC

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

GENESIS = "0" * 64


def digest_of(value):
    """Give the SHA-256 of a JSON value written in its one canonical form."""
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, subject):
        """The entries on one row, oldest first."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))

    def first_broken(self):
        """Give the first entry whose digest does not follow from what it says, or None."""
        before = GENESIS
        for entry in self.order_by("sequence").iterator():
            if entry.previous_digest != before or entry.digest != entry.own_digest():
                return entry
            before = entry.digest
        return None


class Entry(models.Model):
    """One thing that was done. Words stay on the rows they belong to; `content` holds codes.

    `personal` and `salt` can be deleted when a person is forgotten: the chain covers only the
    salted digest of them and still verifies.
    """

    sequence = models.PositiveBigIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("moment"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person"),
    )
    verb = models.CharField(_("what was done"), max_length=80)
    subject_type = models.CharField(_("kind of thing"), max_length=80)
    subject_id = models.CharField(_("its number"), max_length=64)
    content = models.JSONField(_("particulars"), default=dict)
    personal = models.JSONField(_("personal particulars"), null=True)
    salt = models.CharField(_("salt"), max_length=32, blank=True)
    personal_digest = models.CharField(
        _("digest of personal particulars"), max_length=64, blank=True
    )
    previous_digest = models.CharField(_("digest before"), max_length=64)
    digest = models.CharField(_("digest"), max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["sequence"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")

    def __str__(self):
        return f"{self.sequence} {self.verb}"

    def own_digest(self):
        """Compute the digest over this entry's content and the digest before it."""
        return digest_of(
            [
                self.sequence,
                self.at.astimezone(UTC).isoformat(),
                self.by_id,
                self.verb,
                self.subject_type,
                self.subject_id,
                self.content,
                self.personal_digest,
                self.previous_digest,
            ]
        )

    def seal(self, previous):
        """Put this entry behind `previous` (an Entry, or None for the first)."""
        self.sequence = previous.sequence + 1 if previous else 1
        self.previous_digest = previous.digest if previous else GENESIS
        if self.personal is not None:
            self.salt = secrets.token_hex(16)
            self.personal_digest = digest_of([self.salt, self.personal])
        self.digest = self.own_digest()


class MailQuerySet(models.QuerySet):
    def due(self):
        """Mail that waits to be sent now."""
        return self.filter(sent_at=None, gave_up=False, next_try_at__lte=timezone.now())

    def bounced(self):
        """Mail that its recipient's server will not take, now or ever."""
        return self.filter(bounced_at__isnull=False)


class Mail(models.Model):
    """A message in the outbox. The worker sends it; the row is the proof and the retry."""

    to = models.EmailField(_("to"))
    language = models.CharField(_("language"), max_length=2, default="en")
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"))
    html = models.TextField(_("text as HTML"), blank=True)
    headers = models.JSONField(_("more headers"), default=dict, blank=True)
    message_id = models.CharField(_("message identifier"), max_length=120, unique=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True)
    gave_up = models.BooleanField(_("given up"), default=False)
    error = models.TextField(_("error"), blank=True)
    bounced_at = models.DateTimeField(_("came back"), null=True)
    bounce = models.TextField(_("why it came back"), blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(fields=["sent_at", "next_try_at"]),
            # Asked for each person: does mail to this address come back?
            models.Index(
                fields=["to"], name="bounced", condition=models.Q(bounced_at__isnull=False)
            ),
        ]
        verbose_name = _("mail")
        verbose_name_plural = _("mail")

    def __str__(self):
        return f"{self.subject} → {self.to}"
