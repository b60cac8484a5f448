"""Many Progress Reports read at once, in a number of queries that does not grow with them."""

from collections import defaultdict

from resrec.reporting.account.reading import (
    earlier_accounts,
    involvement_of,
    parts_of_each,
    status_story,
)
from resrec.reporting.models.involvement import ProgressPartner


def read_accounts(accounts):
    """Give [(account, its Parts, its StatusStory or None, its Involvements)], in their order.

    `accounts` is a queryset for display.
    """
    accounts = list(accounts.prefetch_related("activity_kinds"))
    bodies, earlier = _bodies(accounts), _earlier(accounts)
    return [
        (
            account,
            parts,
            status_story(
                account,
                [one for one in earlier[account.resolution_id] if one.year < (account.year or 0)],
            ),
            involvement_of(account, bodies[account.pk]),
        )
        for account, parts in parts_of_each(accounts)
    ]


def _bodies(accounts):
    """{account: [bodies that implement its text]}"""
    found = defaultdict(list)
    partners = ProgressPartner.objects.filter(report__in=accounts)
    for body in partners.with_names():
        found[body.report_id].append(body)
    return found


def _earlier(accounts):
    """{text: [accounts of the years before the last of them, the latest first]}"""
    found = defaultdict(list)
    years = [account.year for account in accounts if account.year]
    texts = {account.resolution_id for account in accounts}
    for one in earlier_accounts(max(years, default=0)).filter(resolution__in=texts):
        found[one.resolution_id].append(one)
    return found
