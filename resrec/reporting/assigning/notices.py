"""One message a person for all posts of an assignment; called in the transaction of its step."""

from django.urls import reverse
from django.utils.translation import override

from resrec.journal.outbox import post
from resrec.people.personal_links import personal_link

MAIL = "assignments/mail"
SHOWN = 20  # posts of a message that are named


def asked(person, holders):
    """Ask for all of these posts at once; the link leads to where they can be answered."""
    with override(person.language):
        page = reverse("posts_asked")
    _tell(person, "asked", holders, address=personal_link(person, page))


def withdrawn(person, holders):
    _tell(person, "withdrawn", holders)


def answered(officer, holders):
    """Tell the officer who asked, if they are here still; all of these have the same answer."""
    if officer and officer.is_active:
        _tell(officer, "answered", holders, answer=holders[0])


def _tell(person, what, holders, **said):
    more = max(0, len(holders) - SHOWN)
    said |= {"holders": holders[:SHOWN], "more": more, "number": len(holders)}
    post(person, f"{MAIL}/{what}", **said)
