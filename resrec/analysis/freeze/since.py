"""What has changed since an analysis was frozen: corrected reports, superseded accounts, lists.

A frozen figure never moves. It is amber when the list that would be counted today is another one,
when it rests on a report that has been corrected, on a Progress Report that has been superseded,
or on one that quotes a corrected report.
"""

from dataclasses import dataclass
from functools import cached_property

from resrec.analysis.changes import PASSAGES, corrected, replaced, resting, touched
from resrec.analysis.figures import Noun
from resrec.analysis.overview import Overview
from resrec.reporting.models import ActivityReport, ProgressReport


@dataclass(frozen=True)
class Moved:
    """How a list differs today: members that are gone from it, and members that are new."""

    gone: list
    new: list


class Since:
    """What has changed since a YearlyAnalysis was frozen, from a fixed number of queries."""

    def __init__(self, analysis):
        self.analysis = analysis

    def _counted(self, model, *nouns):
        kept = self.analysis.records.filter(noun__in=nouns).order_by()
        return model.objects.filter(pk__in=kept.values("member"))

    @cached_property
    def corrected(self):
        return corrected(self._counted(ActivityReport, *PASSAGES))

    @cached_property
    def replaced(self):
        return replaced(self._counted(ProgressReport, Noun.PROGRESS_REPORT))

    @cached_property
    def resting(self):
        """Only for corrections accepted since: the others were known when it was frozen."""
        found = resting(self._counted(ProgressReport, Noun.PROGRESS_REPORT))
        return [one for one in found if one.at is None or one.at > self.analysis.frozen_at]

    @property
    def changes(self):
        return [*self.corrected, *self.replaced, *self.resting]

    @cached_property
    def live(self):
        """The Overview of today."""
        return Overview(self.analysis.assembly, self.analysis.cycle)

    @cached_property
    def moved(self):
        """{key: Moved} of figures whose list would be another one today."""
        found = {}
        for kept in self.analysis.figures.all():
            now = self._now(kept)
            then, today = {*kept.members}, {*now}
            if then != today:
                new = [one for one in now if one not in then]
                gone = [one for one in kept.members if one not in today]
                found[kept.key] = Moved(gone, new)
        return found

    def _now(self, kept):
        """Members of the same figure as it is today. Of an earlier year that was frozen it is the
        one of the analysis that stands; where today shows none of that year, nothing has moved."""
        live = self.live.all_figures
        before, dot, key = kept.key.rpartition(".")
        figure = live.get(kept.key) or live.get(f"{before.partition('v')[0]}{dot}{key}")
        return figure.members if figure else kept.members if dot else ()

    @cached_property
    def touched(self):
        """{key: [Change]} of figures that rest on what was corrected or replaced."""
        return touched(self.changes, self._figures())

    def _figures(self):
        for kept in self.analysis.figures.all():
            before, _dot, key = kept.key.rpartition(".")
            year = int(before.partition("v")[0] or self.analysis.cycle.year)
            yield kept.key, key, year, kept.noun, kept.members

    @cached_property
    def amber(self):
        """Keys of the figures to be marked."""
        return {*self.moved, *self.touched}
