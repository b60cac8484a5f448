"""How a Progress Report reads: its statements by section, and how its status came about."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from resrec.reporting.account.reanchoring import find_again
from resrec.reporting.models import (
    ActivityReport,
    ImplementationStatus,
    PartnerKind,
    ProgressReport,
    Statement,
)


@dataclass(frozen=True)
class Part:
    """One section of an account: its code, its heading and its statements in order."""

    section: str
    label: str
    statements: list


def parts_of(account):
    """Give the three Parts of an account, empty ones too.

    Statements bear a `number`, quotations likewise, each counted from 1 through the account; and
    `sources`: (report, its quotations in this statement) in the order of the quotations.
    """
    return _parts(account, account.statements.for_display())


def parts_of_each(accounts):
    """Give (account, its Parts) of each, in a fixed number of queries for all."""
    accounts, found = list(accounts), defaultdict(list)
    for statement in Statement.objects.filter(report__in=accounts).for_display():
        found[statement.report_id].append(statement)
    return [(account, _parts(account, found[account.pk])) for account in accounts]


def _parts(account, statements):
    parts = [Part(section, section.label, []) for section in Statement.Section]
    by_section = {part.section: part.statements for part in parts}
    for statement in statements:
        statement.report = account
        statement.sources = [
            (source, list(quotations))
            for source, quotations in groupby(statement.quotations.all(), lambda q: q.source)
        ]
        by_section[statement.section].append(statement)
    statements = [statement for part in parts for statement in part.statements]
    quotations = [q for statement in statements for q in statement.quotations.all()]
    _number(statements, quotations)
    _say_what_reads_now(quotations)
    return parts


def _say_what_reads_now(quotations):
    """Give each quotation of a corrected source `now`: the Found of its words there, or None."""
    amber = [one for one in quotations if one.is_corrected]
    if not amber:
        return
    corrections = ActivityReport.objects.prefetch_related(
        "activities__kind", "future_activities", "needs__kind"
    )
    corrections = corrections.in_bulk({one.corrected_by for one in amber})
    for one in amber:
        correction = corrections[one.corrected_by]
        correction.newer_accepted = None  # it is the newest; this saves the question
        passage = correction.passage(one.field)
        one.now = passage and find_again(passage.text, one)


def _number(*rows_of_a_kind):
    for rows in rows_of_a_kind:
        for number, row in enumerate(rows, start=1):
            row.number = number


@dataclass(frozen=True)
class StatusStory:
    """How a status stands to the accounts before it.

    `since` is the first year of the unbroken run of accounts that state it; `was` the status of
    the account before, when that one stated another, and `was_in` its year.
    """

    year: int
    since: int
    was: ImplementationStatus | None = None
    was_in: int | None = None

    @property
    def is_unchanged(self):
        return self.since < self.year


def earlier_accounts(year):
    """Published accounts of cycles before a year, the latest first."""
    earlier = ProgressReport.objects.published().filter(cycle__year__lt=year)
    return earlier.select_related("cycle", "implementation_status").latest_first()


def status_story(account, earlier=None):
    """Tell since when the account's status stands; None where it, or its year, is not known.

    An account in between that does not state a status ends the run: silence is no evidence.
    `earlier` are those of its text from `earlier_accounts`, where they have been read already.
    """
    if not (account.implementation_status_id and account.cycle_id):
        return None
    since = account.year
    if earlier is None:
        earlier = earlier_accounts(account.year).filter(resolution=account.resolution_id)
    for before in earlier:
        if before.implementation_status_id != account.implementation_status_id:
            # Only what stood right before this year's account is what it moved from.
            if since == account.year and before.implementation_status_id:
                return StatusStory(since, since, before.implementation_status, before.year)
            break
        since = before.year
    return StatusStory(account.year, since)


@dataclass(frozen=True)
class Involvement:
    """Who implements the text, under one question: the answer given and the bodies named."""

    label: str
    answer: str
    bodies: list


def involvement_of(account, bodies=None):
    """Give the Involvement of Members, of Commissions and of Committees, in this order.

    `bodies` are its ProgressPartners, where they have been read already.
    """
    if bodies is None:
        bodies = list(account.partners.with_names())
    return [
        Involvement(
            kind.label,
            getattr(account, f"{kind}s_answer"),
            [body for body in bodies if body.kind == kind],
        )
        for kind in PartnerKind
    ]
