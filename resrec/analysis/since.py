"""What has changed since an analysis was frozen: corrected reports, superseded accounts, lists.

A frozen figure never moves. It is amber when the list that would be counted today is another one,
or when a member rests on a report that has been corrected, or on a Progress Report superseded.
"""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import F

from resrec.analysis.figures import Noun
from resrec.analysis.freezing import all_figures
from resrec.analysis.overview import Overview
from resrec.reporting.models import ActivityReport, ProgressReport

# Nouns whose members are Activity Reports, and the value of others' records that names theirs.
REPORTS = (Noun.ACTIVITY_REPORT, Noun.CHALLENGE, Noun.MEASURE)
OF_REPORT = {
    Noun.ACTIVITY: "activity_report",
    Noun.FUTURE_ACTIVITY: "activity_report",
    Noun.NEED: "activity_report",
}


@dataclass(frozen=True)
class Moved:
    """How a list differs today: members that are gone from it, and members that are new."""

    gone: list
    new: list


class Since:
    """What has changed since a YearlyAnalysis was frozen, from a fixed number of queries."""

    def __init__(self, analysis):
        self.analysis = analysis

    @cached_property
    def _records(self):
        rows = self.analysis.records.values_list("noun", "member", "values")
        found = {}
        for noun, member, values in rows:
            found.setdefault(noun, {})[member] = values
        return found

    @cached_property
    def corrected(self):
        """{Activity Report that was counted: the newest accepted version that corrects it}"""
        counted = {pk for noun in REPORTS for pk in self._records.get(noun, ())}
        series = {
            values["series"]: (pk, values["version"])
            for noun in REPORTS
            for pk, values in self._records.get(noun, {}).items()
        }
        newer = ActivityReport.objects.current().filter(series__in=list(series))
        return {
            series[str(one)][0]: pk
            for pk, one, version in newer.values_list("pk", "series", "version")
            if pk not in counted and version > series[str(one)][1]
        }

    @cached_property
    def superseded(self):
        """{Progress Report that was counted: its text's code}, of those replaced since."""
        counted = self._records.get(Noun.PROGRESS_REPORT, {})
        gone = ProgressReport.objects.filter(pk__in=list(counted), status="superseded")
        return dict(gone.values_list("pk", F("resolution__code")))

    @cached_property
    def moved(self):
        """{key: Moved} of figures whose list would be another one today."""
        live = all_figures(Overview(self.analysis.assembly, self.analysis.cycle))
        found = {}
        for kept in self.analysis.figures.all():
            now = live[kept.key].members if kept.key in live else ()
            then, today = {*kept.members}, {*now}
            if then != today:
                new = [one for one in now if one not in then]
                gone = [one for one in kept.members if one not in today]
                found[kept.key] = Moved(gone, new)
        return found

    @cached_property
    def resting(self):
        """Keys of figures with a member that rests on what was corrected or superseded."""
        touched = {(noun, pk) for noun in REPORTS for pk in self.corrected}
        touched |= {
            (noun, pk)
            for noun, value in OF_REPORT.items()
            for pk, values in self._records.get(noun, {}).items()
            if values[value] in self.corrected
        }
        touched |= {
            (Noun.STATEMENT, pk)
            for pk, values in self._records.get(Noun.STATEMENT, {}).items()
            if values["progress_report"] in self.superseded
        }
        return {
            kept.key
            for kept in self.analysis.figures.all()
            if any((kept.noun, member) in touched for member in kept.members)
        }

    @cached_property
    def amber(self):
        """Keys of the figures to be marked."""
        return {*self.moved, *self.resting}
