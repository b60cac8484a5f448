"""Rows of activities: kind, description and status, however the page has run them together.

Layouts A and B glue the cells of a row ("Field activitiesWe planted …Completed"); saved pages and
some extracts keep them apart (`kind | description | status`); layout C has a label for each.
"""

import re
from dataclasses import dataclass, field

from resrec.exchange.portal_pages.answers import ACTION_STATUSES, is_action_status
from resrec.exchange.portal_pages.kinds_of_activity import (
    PRINTED_KINDS,
    is_cut_kind,
    kind_named,
    leading_kind,
)
from resrec.exchange.portal_pages.printed import pattern

_HEADER = re.compile(
    r"[|\s]*(?:Future\s+)?(?:Actions?|Activity|Activité|Acción|Actividad)[|\s]*"
    r"(?:Description|Descripción)[|\s]*(?:(?:Status|Statut|État|Estado|Planned)[|\s]*)?",
)
_STATUS = "|".join(pattern(status) for status in ACTION_STATUSES)
_STATUS_AT_END = re.compile(rf"(?:{_STATUS})$")
_LONGEST_STATUS = 40
_KIND = "|".join(kind.begins.pattern for kind in PRINTED_KINDS)
_ROW_BORDER = re.compile(rf"(?<=\S)({_STATUS})(?={_KIND})")
_SHORTEST_CUT = 4  # letters of a status that tell it from the end of a description


@dataclass
class ActivityRow:
    """One activity. `kind` is the English label, None where the page names none that is known."""

    kind: str | None = None
    printed_kind: str = ""
    lines: list[str] = field(default_factory=list)
    status: str = ""
    is_cut: bool = False

    @property
    def description(self):
        return "\n".join(self.lines).strip()

    def add(self, text):
        self.lines.append(text)


def has_header(lines):
    """Tell whether the table's header cells were printed with its rows (layout B)."""
    return any(_HEADER.match(line) for line in lines[:2])


def rows_of(lines, *, ends_page=False):
    """Give the ActivityRows in the lines of one section; `ends_page` where the page ends there."""
    reader = _Rows()
    lines = [part for line in lines for part in _ROW_BORDER.sub(r"\1\n", line).split("\n")]
    if lines and (header := _HEADER.match(lines[0])):
        lines[0] = lines[0][header.end() :].strip()
    for line, following in zip(lines, [*lines, None][1:], strict=True):
        reader.read(line, following)
    if ends_page and reader.rows:
        _mark_cut(reader.rows[-1])
    return reader.rows


def grouped_rows(sections, *, ends_page=False):
    """Give the ActivityRows of layout C from its sections activity, description, status."""
    rows = []
    for section in sections:
        text = "\n".join(section.printed)
        if section.field == "activity" or not rows:
            rows.append(ActivityRow())
        row = rows[-1]
        if section.field == "activity":
            row.kind, row.printed_kind = kind_named(text), text
        elif section.field == "description":
            row.lines = list(section.lines)
        else:
            row.status = section.printed[0] if section.printed else ""
    if ends_page and rows:
        last = rows[-1]
        last.is_cut = bool(
            (last.status and not is_action_status(last.status)) or is_cut_kind(last.printed_kind)
        )
    return rows


class _Rows:
    def __init__(self):
        self.rows = []

    @property
    def open(self):
        """The row that is still without its status, or None."""
        return self.rows[-1] if self.rows and not self.rows[-1].status else None

    def read(self, line, following):
        cells = _cells(line)
        if _is_rule(line):
            return
        if cells and self._is_row(cells):
            self._add_cells(cells)
        elif not line:
            if self.open and self.open.lines:
                self.open.add("")
        else:
            self._read_glued(line, following)

    def _is_row(self, cells):
        """A line with bars inside a description is no row of its own."""
        if kind_named(cells[0]) or not cells[0]:
            return True
        return self.open is None and (len(cells) == 3 or is_action_status(cells[-1]))

    def _add_cells(self, cells):
        row = ActivityRow(kind_named(cells[0]), cells[0])
        if len(cells) > 2 and (is_action_status(cells[-1]) or len(cells[-1]) <= 20):
            row.status = cells.pop()
        row.add(" | ".join(cells[1:]))
        self.rows.append(row)

    def _read_glued(self, line, following):
        found = leading_kind(line, row_expected=self.open is None)
        if found:
            kind, printed, line = found
            self.rows.append(ActivityRow(kind, printed))
        elif self.open is None:
            self.rows.append(ActivityRow())
        row = self.rows[-1]
        if ended := _status_at_end(line, following):
            line, row.status = ended
        if line:
            row.add(line)


def _cells(line):
    if "|" not in line:
        return []
    # Bars around a line draw the table, unless they stand for empty cells around one that is not.
    if line.startswith("|") and line.endswith("|") and line.count("|") > 2:
        line = line[1:-1]
    return [cell.strip() for cell in line.split("|")]


def _is_rule(line):
    """A line that only draws the table."""
    return bool(line) and not line.strip("|-:= ")


def _status_at_end(line, following):
    """Split "…COP16Completed"; after a blank it is a status only where the row surely ends."""
    if not (found := _STATUS_AT_END.search(line, max(0, len(line) - _LONGEST_STATUS))):
        return None
    before, status = line[: found.start()], found[0]
    if before.rstrip().endswith("|"):
        return before.rstrip("| "), status
    if before[-1:].isspace() and not (
        following is None or not following or leading_kind(following, row_expected=True)
    ):
        return None
    return before.strip(), status


def _mark_cut(row):
    """See whether the page ends inside the row's kind or its status."""
    text = row.lines[-1] if row.lines else ""
    if not row.kind and not row.printed_kind and len(row.lines) == 1 and is_cut_kind(text):
        row.printed_kind, row.lines, row.is_cut = text, [], True
        return
    if row.status:
        row.is_cut = not is_action_status(row.status)
        return
    for status in ACTION_STATUSES:
        for length in range(len(status) - 1, _SHORTEST_CUT - 1, -1):
            before, end = text[:-length], text[-length:]
            if end == status[:length] and not before[-1:].isspace():
                row.lines[-1], row.status, row.is_cut = before, end, True
                return
