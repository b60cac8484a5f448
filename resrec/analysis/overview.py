"""The overview of one Congress in one cycle: every figure, from a fixed number of queries."""

from functools import cached_property, partial

from django.utils.translation import gettext as _

from resrec.analysis.activities import kinds_of_activity
from resrec.analysis.answers import Answers
from resrec.analysis.changes import resting, touched
from resrec.analysis.counted import accounts_of, reports_in, texts_of
from resrec.analysis.figures import Figure, Noun
from resrec.analysis.moves import moves
from resrec.analysis.needs import Needs
from resrec.analysis.reporters import Reporters
from resrec.analysis.statuses import Statuses
from resrec.analysis.themes import Themes
from resrec.analysis.turnout import Geography, Turnout
from resrec.analysis.words import Words
from resrec.analysis.year_before import compared


class Overview:
    """What the library and the reports say of the texts of `assembly` in `cycle`.

    Each table is worked out when asked for. Nothing is asked text by text or report by report, so
    that a Congress of 140 texts takes as many queries as one of three.
    """

    def __init__(self, assembly, cycle):
        self.assembly, self.cycle = assembly, cycle
        self.year = cycle.year
        self.figure = partial(Figure, assembly.code, cycle.year)

    @cached_property
    def _archived_on(self):
        return dict(texts_of(self.assembly).values_list("pk", "archived_on"))

    @cached_property
    def texts(self):
        """Primary keys of all texts known, by number."""
        return tuple(self._archived_on)

    @cached_property
    def archived(self):
        members = tuple(pk for pk, on in self._archived_on.items() if on)
        return self.figure("archived", _("Archived texts"), Noun.TEXT, members)

    @cached_property
    def statuses(self):
        return Statuses(self.assembly, self.cycle, self.texts)

    @cached_property
    def moves(self):
        return moves(self.statuses)

    @cached_property
    def activities(self):
        return kinds_of_activity(self.assembly, self.cycle, self.statuses.with_account)

    @cached_property
    def reporters(self):
        return Reporters(self.assembly, self.cycle, self.texts)

    @cached_property
    def answers(self):
        return Answers(self.assembly, self.cycle, self.texts, self.reporters)

    @cached_property
    def turnout(self):
        counted = self.texts, self.reporters, self.answers
        return Turnout(self.assembly, self.cycle, *counted)

    @cached_property
    def geography(self):
        return Geography(self.turnout)

    @cached_property
    def words(self):
        return Words(self.assembly, self.cycle, self.texts, self.reporters.texts_of)

    @cached_property
    def themes(self):
        return Themes(self)

    @cached_property
    def needs(self):
        return Needs(self.assembly, self.cycle, self.texts, self.reporters)

    @cached_property
    def without_report(self):
        """Texts on which there is nothing this year: neither Activity nor Progress Report.

        An answer of one press is not nothing: those texts are `answers.only_short`.
        """
        return self._silent("without_report", _("Texts without any report"), reported_on=False)

    @cached_property
    def awaiting_account(self):
        """Texts on which reports were accepted that no Progress Report has drawn upon yet."""
        label = _("Texts with Activity Reports and no Progress Report")
        return self._silent("without_progress_report", label, reported_on=True)

    def _silent(self, key, label, *, reported_on):
        having = {text for _report, _body, text in self.reporters.pairs}
        members = tuple(
            text
            for text in self.texts
            if text not in self.statuses.now
            and (text in having) is reported_on
            and (reported_on or text not in self.answers.answered)
        )
        return self.figure(key, label, Noun.TEXT, members)

    @cached_property
    def most_told_kind(self):
        """The Row of the kind that most activities have, or None when no single one leads."""
        by_number = sorted(
            self.activities.groups[0].rows, key=lambda row: row.figures[1].value, reverse=True
        )
        numbers = [row.figures[1].value for row in by_number[:2]]
        leads = numbers and numbers[0] > sum(numbers[1:])
        return by_number[0] if leads else None

    @cached_property
    def years(self):
        """Cycles in which the Congress was under report or its texts were reported on."""
        under_report = self.assembly.cycles.values_list("year", flat=True)
        return sorted({*under_report, *self.statuses.by_year, self.cycle.year})

    def in_cycle(self, cycle):
        """Give the Overview of another cycle; texts and statuses are not asked again."""
        other = Overview(self.assembly, cycle)
        other._archived_on, other.statuses = self._archived_on, self.statuses.in_cycle(cycle)
        return other

    @cached_property
    def year_before(self):
        return compared(self)

    @cached_property
    def tables(self):
        """{name: Table} of everything counted that stands in a table, in the order of the page."""
        before = {"year_before": self.year_before} if self.year_before else {}
        return {
            "statuses": self.statuses.table,
            "moves": self.moves,
            **before,
            "cycles": self.statuses.over_the_cycles,
            "activities": self.activities,
            "reporters": self.reporters.table,
            "answers": self.answers.table,
            "turnout_by_kind": self.turnout.by_kind,
            "turnout_by_region": self.turnout.by_region,
            "geography": self.geography.table,
            "challenges": self.words.challenges,
            "themes": self.themes.table,
            "future": self.words.future,
            "needs": self.needs.table,
            "money": self.needs.money,
        }

    @cached_property
    def alone(self):
        """Figures that stand in no table."""
        return (
            self.archived,
            self.without_report,
            self.awaiting_account,
            self.answers.only_short,
            self.themes.passages,
            self.statuses.undated,
            self.reporters.undated,
        )

    @property
    def basis(self):
        """{noun: primary keys} of what figures rest on beside their members: the accounts that
        give the texts their statuses, of this cycle and of those before."""
        return {Noun.PROGRESS_REPORT: self.statuses.accounts_until_now}

    @cached_property
    def figures(self):
        """{key: Figure} of everything counted, without the years before."""
        tabled = (figure for table in self.tables.values() for figure in table.figures)
        found = [*self.alone, *tabled]
        return {figure.key: figure for figure in found if figure.year == self.year}

    @cached_property
    def all_figures(self):
        """{key: Figure} with those of other cycles that the tables hold: "2024.status_ongoing"."""
        tabled = (figure for table in self.tables.values() for figure in table.figures)
        others = {one.key_in(self.year): one for one in tabled if one.year != self.year}
        # What is written beside the figures names those of a frozen year like any other.
        named = {f"{one.year}.{one.key}": one for one in others.values()}
        return self.figures | named | others

    @cached_property
    def changes(self):
        """Changes of what is counted: sources of its Progress Reports that were corrected."""
        return resting(accounts_of(self.assembly))

    @cached_property
    def touched(self):
        """{(year, key): [Change]} of the figures that rest on one."""
        if not self.changes:
            return {}
        places = (
            ((one.year, one.key), one.key, one.year, one.noun, one.members)
            for one in self.all_figures.values()
        )
        return touched(self.changes, places)

    def is_amber(self, figure):
        return (figure.year, figure.key) in self.touched

    def then(self, term):
        """Give a term of a vocabulary as it is called here: as of now."""
        return term

    @property
    def amber_figures(self):
        """Those that are marked; nothing is looked through where nothing was corrected."""
        return (
            [one for one in self.all_figures.values() if self.is_amber(one)] if self.touched else []
        )

    @property
    def amber_words(self):
        return _("rests on a report that was corrected")

    @cached_property
    def holds_demonstration(self):
        """Whether anything counted here is invented: the Congress, or reports on real texts."""
        return (
            self.assembly.collection.is_demonstration
            or accounts_of(self.assembly).filter(is_demonstration=True).exists()
            or reports_in(self.assembly, self.cycle).filter(is_demonstration=True).exists()
        )
