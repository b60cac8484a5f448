"""Messages about posts: to who is asked, and to the officer who asked.

Called in the transaction of the step that they tell of.
"""

from django.conf import settings
from django.utils.translation import override

from resrec.journal.outbox import post
from resrec.people.personal_links import personal_link

MAIL = "posts/mail"


def asked(holder):
    """Ask; the link signs in who has no account at the organisation yet."""
    with override(holder.person.language):
        page = holder.post.get_absolute_url()
    address = personal_link(holder.person, page)
    post(holder.person, f"{MAIL}/asked", holder=holder, address=address)


def withdrawn(holder):
    _tell(holder.person, "withdrawn", holder)


def answered(holder):
    """Tell the officer who asked, if they are here still."""
    officer = holder.invited_by
    if officer and officer.is_active:
        _tell(officer, holder.answer, holder)


def _tell(person, what, holder):
    with override(person.language):
        address = settings.ORIGIN + holder.post.get_absolute_url()
    post(person, f"{MAIL}/{what}", holder=holder, address=address)
