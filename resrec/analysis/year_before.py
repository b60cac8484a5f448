"""What differs from the year before: the figures of both side by side, the difference in words.

Those of the year before are the frozen ones where its analysis was frozen, else counted on the same
day; which of the two it is stands above them.
"""

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _, ngettext

from resrec.analysis.analyses import standing
from resrec.analysis.figures import Group, Row, Table
from resrec.analysis.freeze.frozen import figure_of


def compared(overview):
    """Give the Table of an Overview's figures beside those of the cycle before; None in the first
    cycle since the Congress."""
    earlier = [cycle for cycle in overview.statuses.cycles if cycle.year < overview.year]
    if not earlier:
        return None
    cycle, now = earlier[-1], _told(overview)
    frozen = standing(overview.assembly, cycle)
    then = _as_frozen(frozen, now) if frozen else _told(overview.in_cycle(cycle))
    column = _("%(year)s, as frozen") if frozen else _("%(year)s, counted the same day")
    return Table(
        head=_("Compared with the year before"),
        columns=(str(overview.year), column % {"year": cycle.year}),
        groups=(Group(tuple(_row(*pair, cycle.year) for pair in zip(now, then, strict=True))),),
        note=_note(frozen, overview.year, cycle.year),
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


def _as_frozen(analysis, figures):
    """The frozen figures of the same keys, each None where it was not counted then."""
    kept = analysis.figures.filter(key__in=[one.key for one in figures])
    found = {one.key: figure_of(analysis, one) for one in kept}
    return [found.get(one.key) for one in figures]


def _note(frozen, year, before):
    if frozen is None:
        words = _(
            "No analysis of %(before)s was frozen: its figures are counted on the same day as "
            "those of %(year)s, with what has come in since."
        )
        return words % {"before": before, "year": year}
    words = _(
        "The figures of %(before)s are those of its analysis as it was frozen on %(day)s, version "
        "%(version)s: they do not move."
    )
    day = date_format(frozen.frozen_at, "DATE_FORMAT")
    return words % {"before": before, "day": day, "version": frozen.version}


def _row(now, then, year):
    if then is None:
        return Row(now.label, (now, None), _("not counted in %(year)s") % {"year": year})
    return Row(now.label, (now, then), _difference(now.value - then.value, year))


def _difference(number, year):
    if not number:
        return _("as many as in %(year)s") % {"year": year}
    more = ngettext("%(n)s more than in %(year)s", "%(n)s more than in %(year)s", number)
    fewer = ngettext("%(n)s fewer than in %(year)s", "%(n)s fewer than in %(year)s", -number)
    told = {"n": number_format(abs(number), force_grouping=True), "year": year}
    return (more if number > 0 else fewer) % told
