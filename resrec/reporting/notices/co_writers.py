"""Messages to people invited to a draft, and to who invited them.

Called in the transaction of the step that they tell of.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from resrec.journal.outbox import post
from resrec.people.models import PersonalLink
from resrec.people.personal_links import personal_link, withdraw

MAIL = "co_writers/mail"


def invited(co_writer):
    """Invite; the link signs in who has no account at the organisation yet."""
    address = personal_link(co_writer.person, _page(co_writer))
    post(co_writer.person, f"{MAIL}/invited", co_writer=co_writer, address=address)


def accepted(co_writer):
    inviter = co_writer.invited_by
    if not inviter.is_active:
        return
    with override(inviter.language):
        address = settings.ORIGIN + reverse("report_edit", args=[co_writer.report_id])
    post(inviter, f"{MAIL}/accepted", co_writer=co_writer, address=address)


def close_links(co_writer):
    """Links that were mailed with the invitation open no more."""
    withdraw(PersonalLink.objects.filter(person=co_writer.person, path=_page(co_writer)))


def _page(co_writer):
    with override(co_writer.person.language):
        return reverse("co_writer", args=[co_writer.pk])
