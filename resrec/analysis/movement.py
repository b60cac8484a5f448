"""The movement over the whole period between two Congresses, cycle by cycle and text by text."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from resrec.analysis.figures import Group, Noun, Row, Table
from resrec.analysis.moves import LABELS, moves
from resrec.analysis.statuses import NOT_STATED
from resrec.library.models import Resolution


@dataclass(frozen=True)
class Cell:
    """What a text's Progress Report of a cycle says; `reported` is false where there is none.

    `is_amber` where it quotes a report that was corrected."""

    year: int
    reported: bool
    status: object = None  # None is "not stated"
    is_amber: bool = False


@dataclass(frozen=True)
class Line:
    text: Resolution
    cells: tuple[Cell, ...]


class Movement:
    """Of an Overview: each cycle's moves, and each text's status in each. Two queries more."""

    def __init__(self, overview):
        self.overview, self.statuses = overview, overview.statuses
        self.cycles = overview.statuses.cycles

    @cached_property
    def moves(self):
        """A row a cycle, a column a move; each figure is the one of that cycle's own analysis."""
        return Table(
            head=_("Moves in the cycle"),
            columns=(_("With a Progress Report"), *(str(label) for label in LABELS.values())),
            groups=(Group(tuple(self._row(cycle) for cycle in self.cycles)),),
        )

    def _row(self, cycle):
        statuses = self.statuses.in_cycle(cycle)
        figures = [row.figures[0] for row in moves(statuses).rows]
        return Row(str(cycle.year), (statuses.with_account, *figures))

    @cached_property
    def lines(self):
        """A Line a text, by number."""
        found = Resolution.objects.for_display().in_bulk(self.overview.texts)
        years = [cycle.year for cycle in self.cycles]
        return [
            Line(found[pk], tuple(self._cell(pk, year) for year in years))
            for pk in self.overview.texts
        ]

    @cached_property
    def _amber(self):
        """{(text, year)} of the Progress Reports that quote a corrected report."""
        changes = self.overview.changes
        return {(text, one.year) for one in changes for text in one.members[Noun.TEXT]}

    def _cell(self, text, year):
        statuses = self.statuses.by_year.get(year, {})
        if text not in statuses:
            return Cell(year, reported=False)
        status = statuses[text]
        known = None if status == NOT_STATED else self.statuses.vocabulary[status]
        amber = (text, year) in self._amber
        return Cell(year, reported=True, status=known, is_amber=amber)
