"""Telling people what is new on what they follow: one message a person, never the same twice.

It comes as often as the person chose for reminders, and not on the weekdays that they keep free;
who chose never reads it on the page of what they follow.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import override

from resrec.journal.outbox import post
from resrec.library.models import Followed
from resrec.people.models import MailChoices, User
from resrec.public.following.news import criteria_of, found_by, news_on

DAY = timedelta(days=1)
# Between two messages to one person.
PAUSES = {
    MailChoices.Frequency.DAILY: DAY,
    MailChoices.Frequency.WEEKLY: 7 * DAY,
    MailChoices.Frequency.MONTHLY: 30 * DAY,
}


def tell_followers():
    """Write to everyone who follows something on which there is news; gives their number."""
    now = timezone.now()
    people = (
        User.objects.filter(is_active=True, followed__isnull=False)
        .annotate(told_at=Min("followed__told_at"))
        .filter(told_at__lte=now - DAY)
        .select_related("mail_choices")
    )
    return sum(_tell(person, now - DAY) for person in people if _is_due(person, now))


def _is_due(person, now):
    """Whether it is time; `told_at` is when they were last told of what has waited longest."""
    chosen = getattr(person, "mail_choices", None) or MailChoices(person=person)
    pause = PAUSES.get(chosen.frequency)
    is_quiet = timezone.localdate(now).weekday() in chosen.quiet_weekdays
    return pause is not None and not is_quiet and person.told_at <= now - pause


@transaction.atomic
def _tell(person, waited):
    """Put the message into the outbox and note what was told, both or neither."""
    followed = Followed.objects.select_for_update(of=("self",)).filter(person=person)
    rows = list(followed.filter(told_at__lte=waited).select_related("resolution"))
    now = timezone.now()
    with override(person.language):
        news = news_on(rows)
    if news:
        post(person, "following/mail/news", news=news)
    for one in rows:
        one.told_at = now
        one.known = sorted(found_by(criteria_of(one))) if one.search else []
    Followed.objects.bulk_update(rows, ["told_at", "known"])
    return bool(news)
