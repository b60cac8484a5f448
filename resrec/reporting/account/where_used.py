"""Where the words of an Activity Report are used: the very statements that rest on it."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse

from resrec.reporting.account.reading import parts_of_each
from resrec.reporting.models.progress_report import ProgressReport


@dataclass(frozen=True)
class Use:
    """A statement that rests on a report: its number in the account, and the address of both.

    `at` is the place on the public page, `on_bench` that on the writer's.
    """

    number: int
    account: ProgressReport
    key: str

    @property
    def at(self):
        page = reverse("progress_report_version", args=[self.account.pk])
        return f"{page}#statement-{self.key}"

    @property
    def on_bench(self):
        bench = reverse("progress_bench", args=[self.account.resolution.code, self.account.year])
        return f"{bench}#statement-{self.key}"


def uses_in(accounts, series):
    """Give (account, its Uses of any version in `series`) for each that has some, in order.

    A fixed number of queries for all.
    """
    found = defaultdict(list)
    for account, parts in parts_of_each(accounts):
        for part in parts:
            for statement in part.statements:
                if any(q.source.series == series for q in statement.quotations.all()):
                    found[account].append(Use(statement.number, account, statement.key))
    return list(found.items())


def published_uses(report):
    """Give the accounts that stand and rest on a report in whatever version, with their Uses."""
    if report.stands_alone:
        return []
    quoting = ProgressReport.objects.published().filter(
        statements__quotations__source__series=report.series
    )
    return uses_in(quoting.distinct().for_display().latest_first(), report.series)
