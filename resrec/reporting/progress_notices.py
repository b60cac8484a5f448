"""Messages about Progress Reports: to officers, to writers, and to those who reported.

Called in the transaction of the step that they tell of.
"""

from resrec.journal.outbox import post
from resrec.people.models import Membership, User
from resrec.people.periods import in_force
from resrec.reporting.models import Quotation
from resrec.reporting.reading import parts_of

MAIL = "progress_reports/mail"


def proposed(account, *, by):
    """Ask every officer of today, but `by`, to publish the account or to send it back."""
    officers = User.objects.filter(
        in_force(prefix="memberships__"),
        memberships__role=Membership.Role.OFFICER,
        is_active=True,
    )
    for officer in officers.distinct().exclude(pk=by.pk):
        post(officer, f"{MAIL}/proposed", account=account)


def sent_back(account, *, reason):
    """Tell the writer what should be changed."""
    if account.writer and account.writer.is_active:
        post(account.writer, f"{MAIL}/sent_back", account=account, reason=reason)


def published(account):
    """Tell each person whose report is quoted which statements it supports."""
    for person, numbers in _supported(account).items():
        post(person, f"{MAIL}/published", account=account, statements=sorted(numbers))


def _supported(account):
    """Give the numbers of the statements that rest on each active person's reports."""
    numbers = {s.pk: s.number for part in parts_of(account) for s in part.statements}
    quoted = Quotation.objects.filter(
        statement__report=account, source__entered_by__is_active=True
    ).select_related("source__entered_by")
    found = {}
    for quotation in quoted:
        person = quotation.source.entered_by
        found.setdefault(person, set()).add(numbers[quotation.statement_id])
    return found
