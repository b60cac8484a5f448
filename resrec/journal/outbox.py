"""The mail outbox: a message is a row in the transaction of what it tells; a worker sends it.

A message may arrive twice if the worker dies between handing it over and noting so; its
Message-ID is fixed in the row, by which mail systems know it for the same. It is never lost.
"""

from datetime import timedelta
from email.utils import make_msgid
from smtplib import SMTPRecipientsRefused
from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F, Q
from django.template import Context, Engine
from django.utils import timezone
from django.utils.translation import override

from resrec.journal.bounces import bounced, refusal
from resrec.journal.models import Mail

# How long to wait after each attempt, in minutes; after the last the message is given up.
PAUSES = [1, 5, 30, 120, 360, 720, 1440]


def post(person, template, *, headers=None, **context):
    """Put a message to `person` (anyone with `email` and `language`) into the outbox.

    `template` names two files, `<template>.subject.txt` and `<template>.txt`, rendered in the
    person's language with the context, `person` and `origin` (the site's address). A third,
    `<template>.html`, extends `mail/base.html`; without it the text is shown as HTML with its
    addresses as links. `headers` go out beside our own. Call it in the transaction of the change
    it tells of.
    """
    context |= {"person": person, "origin": settings.ORIGIN}
    with override(person.language):
        subject = " ".join(_rendered(f"{template}.subject.txt", context).split())[:250]
        text = _rendered(f"{template}.txt", context).strip() + "\n"
        html = _as_html(template, context | {"subject": subject, "text": text})
    return Mail.objects.create(
        to=person.email,
        language=person.language,
        subject=subject,
        text=text,
        html=html,
        headers=headers or {},
        message_id=make_msgid(domain=urlparse(settings.ORIGIN).hostname),
    )


def send_due(limit=100):
    """Send what is due, oldest first, at most `limit` messages; gives the number sent."""
    return sum(_send(mail) for mail in Mail.objects.due()[:limit] if _claim(mail))


def try_again(mails):
    """Begin anew with messages that wait, were given up or came back; gives their number.

    `mails` is a queryset. Their addresses count as reachable again until one comes back anew.
    """
    fresh = {"attempts": 0, "gave_up": False, "next_try_at": timezone.now()}
    unsent = mails.filter(Q(sent_at=None) | Q(bounced_at__isnull=False))
    return unsent.update(sent_at=None, bounced_at=None, bounce="", **fresh)


def _claim(mail):
    """Take the attempt for ourselves: of two workers only one still finds the row as it was.

    Claiming sets the time of the next attempt, so a worker that dies on the way is made good by
    the next one.
    """
    pause = timedelta(minutes=PAUSES[min(mail.attempts, len(PAUSES) - 1)])
    unchanged = Mail.objects.filter(pk=mail.pk, sent_at=None, attempts=mail.attempts)
    return unchanged.update(attempts=F("attempts") + 1, next_try_at=timezone.now() + pause)


def _send(mail):
    row = Mail.objects.filter(pk=mail.pk)
    try:
        _message(mail).send()
    except SMTPRecipientsRefused as refused:
        answer = refusal(*refused.recipients.values())  # each message has one recipient
        if answer.is_final:
            bounced(mail, answer.text)
        row.update(error=answer.text, gave_up=answer.is_final or mail.attempts >= len(PAUSES))
        return False
    except Exception as error:  # whatever went wrong is kept, and tried again later
        row.update(error=f"{type(error).__name__}: {error}", gave_up=mail.attempts >= len(PAUSES))
        return False
    row.update(sent_at=timezone.now(), error="")
    return True


def headers_of(mail):
    """Give the headers it goes out under. None can stand in for the identifier of its row."""
    return mail.headers | {
        "Message-ID": mail.message_id,
        "Content-Language": mail.language,
        "Auto-Submitted": "auto-generated",
    }


def _message(mail):
    headers = headers_of(mail)
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to], headers=headers)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _rendered(name, context):
    """Render a file of plain text: what people typed is not turned into HTML."""
    return Engine.get_default().get_template(name).render(Context(context, autoescape=False))


def _as_html(template, context):
    """Render the message's own HTML, or the one page that shows any text."""
    found = Engine.get_default().select_template([f"{template}.html", "mail/as_written.html"])
    return found.render(Context(context))
