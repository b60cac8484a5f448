"""Telling people what is new on what they follow: one message a person, never the same twice."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from resrec.journal.outbox import post
from resrec.library.models import Followed
from resrec.people.models import User
from resrec.public.following.news import criteria_of, found_by, news_on

# Between two messages to one person.
PAUSE = timedelta(days=1)


def tell_followers():
    """Write to everyone who follows something on which there is news; gives their number."""
    waited = timezone.now() - PAUSE
    people = User.objects.filter(is_active=True, followed__told_at__lte=waited).distinct()
    return sum(_tell(person, waited) for person in people)


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
