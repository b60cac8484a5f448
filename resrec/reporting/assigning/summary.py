"""An assignment as its page and its sheet show it."""

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from io import StringIO

from django.utils.translation import gettext as _, gettext_lazy, pgettext_lazy

from resrec.reporting.assigning.beginning import read_rows
from resrec.reporting.assigning.complaints import NAMES, NOTES, words_of
from resrec.reporting.assigning.row import COLUMNS, Row
from resrec.reporting.models import Assignment, FocalRole
from resrec.web.spreadsheet import harmless

BYTE_ORDER_MARK = "\ufeff"  # by which spreadsheets know UTF-8
# What is to become of a row, what became of it, and what undoing left.
STATES = {
    "wrong": pgettext_lazy("a row", "error"),
    "left_out": pgettext_lazy("a row", "left out"),
    "new_asked": gettext_lazy("new post, and asked"),
    "new": gettext_lazy("new post, vacant"),
    "asked": gettext_lazy("asked for a post that exists"),
    "removed": gettext_lazy("removed again"),
    "withdrawn": gettext_lazy("invitation withdrawn, the post stays"),
    "accepted": gettext_lazy("stays: accepted meanwhile"),
    "declined": gettext_lazy("stays: declined meanwhile"),
    "post_stays": gettext_lazy("stays: somebody was asked or holds it meanwhile"),
    "gone": pgettext_lazy("an invitation", "gone already"),
}
# Those that somebody should look at, and those that are over.
LOUD, QUIET = {"wrong"}, {"left_out", "removed", "withdrawn", "gone"}


@dataclass(frozen=True)
class Line:
    """A Row and what is said about it, as [(column, sentence)]."""

    row: Row
    state: str
    role: str

    @property
    def state_words(self):
        return STATES[self.state]

    @property
    def tag(self):
        """How its state is drawn: see tag.css."""
        return "danger" if self.state in LOUD else "quiet" if self.state in QUIET else ""

    @property
    def errors(self):
        return words_of(self.row.wrong)

    @property
    def notes(self):
        return words_of(self.row.notes, NOTES)


class Summary:
    """What an assignment will make, or has made; counts first."""

    def __init__(self, assignment: Assignment):
        roles = {role.pk: role.label for role in FocalRole.objects.all()}
        done = assignment.done_at is not None
        self.lines = [
            Line(row, _state(row, done), roles.get(row.role, row.said["role"]))
            for row in read_rows(assignment)
        ]

    @cached_property
    def good(self):
        return [line for line in self.lines if not line.row.wrong]

    @cached_property
    def with_errors(self):
        return [line for line in self.lines if line.row.wrong]

    @property
    def posts(self):
        """The number of posts that are made."""
        return sum(line.state in ("new", "new_asked") for line in self.lines)

    @property
    def asked(self):
        return sum(bool(line.row.email) for line in self.good)

    @property
    def people(self):
        return len({line.row.email.lower() for line in self.good if line.row.email})

    @property
    def new_people(self):
        addresses = {line.row.email.lower() for line in self.good if not line.row.person}
        return len(addresses - {""})

    @property
    def by_state(self):
        """[(words, number)] of what became of the rows, the most first."""
        states = Counter(line.state for line in self.lines)
        return [(STATES[state], number) for state, number in states.most_common()]


def _state(row, done):
    if "undone" in row.became:
        return row.became["undone"]
    if row.wrong:
        return "left_out" if done else "wrong"
    if row.post is None:
        return "new_asked" if row.email else "new"
    return "asked"


def as_csv(summary):
    """Give the rows and what became of them, as text; the first columns are those of the sheet, so
    that rows with errors can be put right there and brought in again."""
    file = StringIO()
    writer = csv.writer(file)
    own = [NAMES[name] for name in COLUMNS]
    writer.writerow([*own, _("Row"), _("What becomes of it"), _("Errors"), _("Remarks")])
    for line in summary.lines:
        cells = [
            *(line.row.said[name] for name in COLUMNS),
            str(line.row.number),
            str(line.state_words),
            _told(line.errors),
            _told(line.notes),
        ]
        writer.writerow([harmless(cell) for cell in cells])
    return BYTE_ORDER_MARK + file.getvalue()


def _told(said):
    return " ".join(f"[{name}] {words}" for name, words in said)
