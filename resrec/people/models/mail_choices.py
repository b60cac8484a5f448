"""What a person chose about mail: how often to be reminded, on which days not, the calendar."""

from django.conf import settings
from django.core import signing
from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.people.models.user import User

UNSUBSCRIBE, CALENDAR = "unsubscribe", "calendar"


class MailChoices(models.Model):
    """One row a person who chose. Reminders depend on it, and news on what a person follows; other
    mail is always sent.

    `quiet_weekdays` are numbers, Monday 0 to Sunday 6. `calendar_number` counts the addresses of
    the calendar: whoever has an older one finds nothing there.
    """

    class Frequency(models.TextChoices):
        DAILY = "daily", _("on each day on which something is due")
        WEEKLY = "weekly", _("once a week at most")
        MONTHLY = "monthly", _("once a month at most")
        NEVER = "never", _("never")

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="mail_choices",
        verbose_name=_("person"),
    )
    frequency = models.CharField(
        _("reminders"), max_length=7, choices=Frequency, default=Frequency.DAILY
    )
    quiet_weekdays = models.JSONField(_("days without reminders"), default=list, blank=True)
    calendar_number = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("choices of mail")
        verbose_name_plural = _("choices of mail")

    def __str__(self):
        return str(self.person)

    @classmethod
    def of(cls, person):
        """What this person chose; the defaults, unsaved, of who never did."""
        return cls.objects.filter(person=person).first() or cls(person=person)

    @journalled()
    def choose(self, *, frequency, quiet_weekdays, by):
        self.frequency, self.quiet_weekdays = frequency, sorted(quiet_weekdays)
        self.save()
        record(self, "mail_choices.changed", by=by)

    @journalled()
    def unsubscribe(self):
        """Send no reminders any more: the press of a button in a message, whoever is signed in."""
        if self.frequency != self.Frequency.NEVER:
            self.frequency = self.Frequency.NEVER
            self.save()
            record(self, "mail_choices.unsubscribed", by=self.person)

    @journalled()
    def renew_calendar(self, *, by):
        """Give the calendar a new address; the one before finds nothing any more."""
        self.calendar_number += 1
        self.save()
        record(self, "mail_choices.calendar_renewed", by=by)

    @property
    def calendar_token(self):
        return signing.dumps([self.person_id, self.calendar_number], salt=CALENDAR)

    @property
    def unsubscribe_token(self):
        """It never expires: an old message must be able to be the last one."""
        return signing.dumps(self.person_id, salt=UNSUBSCRIBE)

    @classmethod
    def by_unsubscribe_token(cls, token):
        """The choices that this token is for, or None for one that is not ours."""
        pk = _read(token, UNSUBSCRIBE)
        person = User.objects.filter(pk=pk).first()
        return person and cls.of(person)

    @classmethod
    def by_calendar_token(cls, token):
        """The choices of whose calendar this is, or None: not ours, or renewed since."""
        pk, number = _read(token, CALENDAR) or (0, 0)
        person = User.objects.filter(pk=pk, is_active=True).first()
        choices = person and cls.of(person)
        return choices if choices and choices.calendar_number == number else None


def _read(token, salt):
    try:
        return signing.loads(token, salt=salt)
    except signing.BadSignature:
        return None
