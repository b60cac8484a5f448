"""Messages about Progress Reports: to officers, to writers, and to those who reported.

Called in the transaction of the step that they tell of.
"""

from resrec.journal.outbox import post
from resrec.people.models import User

MAIL = "progress_reports/mail"


def proposed(account, *, by):
    """Ask every officer of today, but `by`, to publish the account or to send it back."""
    for officer in User.objects.officers():
        if officer != by:
            post(officer, f"{MAIL}/proposed", account=account)


def sent_back(account, *, reason):
    """Tell the writer what should be changed."""
    if account.writer and account.writer.is_active:
        post(account.writer, f"{MAIL}/sent_back", account=account, reason=reason)


def published(account):
    """Tell each person whose report is quoted which statements it supports."""
    for person, numbers in _supported(account).items():
        post(
            person,
            f"{MAIL}/published",
            account=account,
            statements=[str(n) for n in sorted(numbers)],
        )


def _supported(account):
    """Give the numbers of the statements that rest on each active person's reports."""
    from resrec.reporting.reading import parts_of  # reads the models, which send these messages

    statements = [statement for part in parts_of(account) for statement in part.statements]
    quoted = [(q.source.entered_by_id, s.number) for s in statements for q in s.quotations.all()]
    people = User.objects.filter(is_active=True).in_bulk({person for person, _number in quoted})
    found = {}
    for person_id, number in quoted:
        if person_id in people:
            found.setdefault(people[person_id], set()).add(number)
    return found
