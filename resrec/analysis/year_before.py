"""What differs from the year before: the figures of both side by side, the difference in words."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _, ngettext

from resrec.analysis.figures import Group, Row, Table


def compared(overview):
    """Give the Table of an Overview's figures beside those of the cycle before, counted now; None
    in the first cycle since the Congress."""
    earlier = [cycle for cycle in overview.statuses.cycles if cycle.year < overview.year]
    if not earlier:
        return None
    before = overview.in_cycle(earlier[-1])
    rows = [_row(*pair, before.year) for pair in zip(_told(overview), _told(before), strict=True)]
    return Table(
        head=_("Compared with the year before"),
        columns=(str(overview.year), str(before.year)),
        groups=(Group(tuple(rows)),),
    )


def _told(overview):
    """The figures that are compared. Silence, short answers and full reports stay apart."""
    return [
        overview.statuses.with_account,
        *(row.figures[0] for row in overview.statuses.table.rows),
        *overview.reporters.total.figures,
        overview.answers.only_short,
        overview.without_report,
    ]


def _row(now, then, year):
    return Row(now.label, (now, then), _difference(now.value - then.value, year))


def _difference(number, year):
    if not number:
        return _("as many as in %(year)s") % {"year": year}
    more = ngettext("%(n)s more than in %(year)s", "%(n)s more than in %(year)s", number)
    fewer = ngettext("%(n)s fewer than in %(year)s", "%(n)s fewer than in %(year)s", -number)
    told = {"n": number_format(abs(number), force_grouping=True), "year": year}
    return (more if number > 0 else fewer) % told
