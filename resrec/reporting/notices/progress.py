"""Messages about Progress Reports: to officers, to writers, and to those who reported.

Called in the transaction of the step that they tell of.
"""

from collections import defaultdict

from resrec.journal.outbox import post
from resrec.people.models import User
from resrec.reporting.models.focal_point import LEAD, Holder

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
    for person, supported in _supported(account).items():
        numbers = sorted(supported)
        post(
            person,
            f"{MAIL}/published",
            account=account,
            statements=[str(number) for number in numbers],
            keys=[supported[number] for number in numbers],
        )


def source_corrected(report):
    """Tell those who answer for accounts that rest on it, each person once for all of theirs: the
    writer, the Secretariat's leads of its text, and the officers."""
    from resrec.reporting.account.where_used import uses_in
    from resrec.reporting.models.progress_report import ProgressReport

    resting = ProgressReport.objects.resting_on_corrected().of_series(report.series)
    resting = resting.for_display().select_related("writer").latest_first()
    affected = uses_in(resting, report.series)
    for person, theirs in _answering_for(affected).items():
        post(person, f"{MAIL}/source_corrected", accounts=theirs, report=report)


def _answering_for(affected):
    """{person: the (account, uses) of `affected` they answer for}, of those who may sign in."""
    if not affected:
        return {}
    officers, leads = set(User.objects.officers()), defaultdict(set)
    texts = {account.resolution_id for account, _uses in affected}
    holders = Holder.objects.in_force().filter(post__role=LEAD, post__resolution__in=texts)
    for holder in holders.select_related("person", "post"):
        leads[holder.post.resolution_id].add(holder.person)
    found = defaultdict(list)
    for account, uses in affected:
        told = {account.writer, *leads[account.resolution_id], *officers} - {None}
        for person in sorted(told, key=lambda one: one.pk):
            if person.is_active:
                found[person].append((account, uses))
    return found


def _supported(account):
    """{person: {number: key}} of the statements that rest on each active person's reports."""
    from resrec.reporting.account.reading import (
        parts_of,  # reads the models, which send these messages
    )

    statements = [statement for part in parts_of(account) for statement in part.statements]
    quoted = [(q.source.entered_by_id, s) for s in statements for q in s.quotations.all()]
    people = User.objects.filter(is_active=True).in_bulk({person for person, _said in quoted})
    found = {}
    for person_id, statement in quoted:
        if person_id in people:
            found.setdefault(people[person_id], {})[statement.number] = statement.key
    return found
