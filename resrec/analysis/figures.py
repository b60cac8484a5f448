"""Figures: a number is the length of the list behind it, and every number shows its list.

A figure holds what it counts by primary key. Reports and statements are rows of one version each
and never change, so that a figure can be kept as it was and compared later.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _, ngettext_lazy

from resrec.reporting.needs.money import amount_in_words


class Noun(StrEnum):
    """What a figure counts: its members are primary keys of these."""

    TEXT = "text"
    PROGRESS_REPORT = "progress_report"
    STATEMENT = "statement"
    ACTIVITY_REPORT = "activity_report"
    ACTIVITY = "activity"
    CHALLENGE = "challenge"  # members are the Activity Reports that name one
    MEASURE = "measure"  # likewise
    FUTURE_ACTIVITY = "future_activity"
    PASSAGE = "passage"  # under a theme
    NEED = "need"
    CONSTITUENT = "constituent"
    POST = "post"  # of a constituent for a text: who was asked


@dataclass(frozen=True)
class Figure:
    """One number of one Congress in one cycle. `key` is its address, the same in every year."""

    assembly: str
    year: int
    key: str
    label: str
    noun: Noun
    members: tuple[int, ...] = ()
    is_frozen = False

    @property
    def value(self):
        return len(self.members)

    def key_in(self, year):
        """Its key among all that an analysis of that year shows: "2024.texts" for another year."""
        return self.key if self.year == year else f"{self.year}.{self.key}"

    @property
    def in_words(self):
        """ "12 texts", in the language of the page."""
        return counted(self.noun, self.value)

    @property
    def shown(self):
        """The number as it stands in a table."""
        return number_format(self.value, force_grouping=True)

    def get_absolute_url(self):
        return reverse("analysis_list", args=[self.assembly, self.year, self.key])


@dataclass(frozen=True)
class Sum(Figure):
    """What its members' amounts add up to, in one currency (three letters of ISO 4217).

    Its `value` is how many they are.
    """

    amount: Decimal = Decimal(0)
    currency: str = ""

    @property
    def shown(self):
        return amount_in_words(self.amount, self.currency)

    @property
    def in_words(self):
        said = _("%(amount)s in %(needs)s")
        return said % {"amount": self.shown, "needs": counted(self.noun, self.value)}


@dataclass(frozen=True)
class Row:
    """A line of a table: its name, what that means, and its figures.

    A figure is None where the question does not arise. `fill` says how its bar is drawn: "0" to
    "4" along the scale of statuses, "off" beside it, "unstated", "nobody", "plain".
    """

    label: str
    figures: tuple[Figure | None, ...]
    explanation: str = ""
    fill: str = "plain"
    status: object = None  # the ImplementationStatus, where the row is one


@dataclass(frozen=True)
class Group:
    """Rows that belong together, under a name of their own or none."""

    rows: tuple[Row, ...]
    label: str = ""


@dataclass(frozen=True)
class Table:
    """Figures in rows and columns. `total` is a row whose figures the others make up; `note` says
    what is to be kept in mind."""

    head: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    total: Row | None = None
    note: str = ""

    @property
    def rows(self):
        return [row for group in self.groups for row in group.rows]

    @property
    def figures(self):
        rows = [*self.rows, *([self.total] if self.total else [])]
        return [figure for row in rows for figure in row.figures if figure]


IN_WORDS = {
    Noun.TEXT: ngettext_lazy("%(n)s text", "%(n)s texts", "number"),
    Noun.PROGRESS_REPORT: ngettext_lazy(
        "%(n)s Progress Report", "%(n)s Progress Reports", "number"
    ),
    Noun.STATEMENT: ngettext_lazy("%(n)s statement", "%(n)s statements", "number"),
    Noun.ACTIVITY_REPORT: ngettext_lazy(
        "%(n)s Activity Report", "%(n)s Activity Reports", "number"
    ),
    Noun.ACTIVITY: ngettext_lazy("%(n)s activity", "%(n)s activities", "number"),
    Noun.CHALLENGE: ngettext_lazy("%(n)s passage", "%(n)s passages", "number"),
    Noun.MEASURE: ngettext_lazy("%(n)s passage", "%(n)s passages", "number"),
    Noun.PASSAGE: ngettext_lazy("%(n)s passage", "%(n)s passages", "number"),
    Noun.FUTURE_ACTIVITY: ngettext_lazy(
        "%(n)s future activity", "%(n)s future activities", "number"
    ),
    Noun.NEED: ngettext_lazy("%(n)s need", "%(n)s needs", "number"),
    Noun.CONSTITUENT: ngettext_lazy("%(n)s constituent", "%(n)s constituents", "number"),
    Noun.POST: ngettext_lazy("%(n)s focal point", "%(n)s focal points", "number"),
}


def counted(noun, number):
    """Give "1,204 texts" for a noun and a whole number, in the language of the page."""
    return IN_WORDS[noun] % {"number": number, "n": number_format(number, force_grouping=True)}
