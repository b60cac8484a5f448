"""Finding the fields of a report in the sections of its page."""

import re
from datetime import date

from resrec.exchange.portal_pages import codes, values
from resrec.exchange.portal_pages.cut import is_truncated
from resrec.exchange.portal_pages.labels import ACTIVITY, PROGRESS
from resrec.exchange.portal_pages.layouts import layout_of
from resrec.exchange.portal_pages.names import guids_in
from resrec.exchange.portal_pages.problems import Problem
from resrec.exchange.portal_pages.rows import grouped_rows, rows_of
from resrec.exchange.portal_pages.sections import GROUP_FIELDS

_PRINTED_ON = re.compile(r"\b(\d\d)/(\d\d)/(\d{4}) - \d\d:\d\d")
# Where a section goes in `--json`, when its name is another there.
_JSON_KEY = {
    "kinds": "action_types",
    "activity": "action_types",
    "activity_status": "status",
    "description": "results",
}
# Where a section goes in a PageReading.
_READ_AS = {"kinds": "action_types"} | dict.fromkeys(GROUP_FIELDS, "activities")
_NAMES = "constituent constituent_type scope countries members commissions".split()
# What comes after the question on other organisations in every form.
_AFTER_OTHER_ORGS = (
    "kinds activities results challenges future future_activities planned status report_status"
).split()


def findings(page, sections):
    """Give the fields of a PageReading that stand in the sections, as a dict."""
    return _Finder(page, sections).all()


class _Finder:
    def __init__(self, page, sections):
        self.page, self.sections = page, sections
        self.problems = []
        self.code, self.inferred = self._code()
        self.rows, self.future_rows = self._activities(), self._future_activities()
        ends_in_future = sections.ends_in and sections.ends_in.field == "future_activities"
        self.last_rows = self.future_rows if ends_in_future else self.rows
        self.truncated = is_truncated(page.lines, sections, self.last_rows)

    def note(self, what, field="", printed=""):
        self.problems.append(Problem(what, field, printed))

    def all(self):
        found = self._identity() | self._involved() | self._work() | self._narrative()
        self._note_broken_letters()
        values.unplaced(self.sections, self.note)
        self._note_end()
        return found | {"problems": tuple(self.problems)}

    def _identity(self):
        only, first = self._only, self.sections.first
        return {
            "resolution_code": self.code,
            "code_inferred": self.inferred,
            "report_type": self.sections.form,
            "layout": layout_of(self.sections),
            "truncated": self.truncated,
            "cut_in": self._cut_in(),
            "title": self.sections.title,
            "printed_on": _date_in(self.sections.before),
            "constituent": only("constituent"),
            "constituent_type": only("constituent_type") or only("constituent_type_again"),
            "period": values.period(first("period"), self.note),
            "scope": values.lines_of(first("scope")),
            "countries": values.lines_of(first("countries")),
            "report_status": only("report_status"),
        }

    def _note_broken_letters(self):
        """Names of activities are repaired; no list tells what another name was."""
        for section in self.sections.of(*_NAMES):
            for line in section.printed:
                if "\ufffd" in line:
                    self.note("broken_letters", section.field, line)

    def _involved(self):
        sections, other = self.sections, self.sections.first("other_orgs")
        is_reached = bool(sections.title or sections.has("members", "commissions"))
        return (
            self._bodies("members")
            | self._bodies("commissions")
            | {
                "secretariat": self._answer("secretariat"),
                "other_orgs": values.other_organisations(
                    other,
                    is_reached=is_reached and sections.has(*_AFTER_OTHER_ORGS),
                    is_cut_short=self.truncated and sections.ends_page(other),
                ),
                "unresolved_guids": tuple(
                    guid
                    for section in sections.all
                    for line in section.lines
                    for guid in guids_in(line)
                ),
            }
        )

    def _work(self):
        first = self.sections.first
        if self.sections.form == ACTIVITY:
            kinds = values.kinds_of_rows(self.rows, self.note)
            status = values.statuses_of_rows(self.rows, self.note)
        else:
            listed, printed = first("kinds"), first("status")
            kinds = values.kinds(listed, self.note, ends_page=self.sections.ends_page(listed))
            status = values.implementation_status(
                printed, self.note, is_cut_short=self.sections.ends_page(printed) and self.truncated
            )
        return {
            "action_types": kinds,
            "status": status,
            "planned": self._answer("planned", as_printed=True),
            "activities": tuple(self.rows),
            "future_activities": tuple(self.future_rows),
        }

    def _narrative(self):
        names = ("results", "challenges", "future")
        return {
            name: section.text if (section := self.sections.first(name)) else "" for name in names
        }

    def _code(self):
        """Give (code, whether it came from a node number). A printed title goes first."""
        node = self._only("resolution")
        by_node = codes.code_of_text(int(node)) if node.isdecimal() and len(node) < 10 else None
        if self.sections.code:
            if by_node and by_node != self.sections.code:
                self.note("other_code", "resolution_code", by_node)
            return self.sections.code, False
        if not by_node and self.sections.form == PROGRESS:
            by_node = codes.code_of_progress_report(self.page.node)
        return by_node, by_node is not None

    def _activities(self):
        groups = self.sections.of(*GROUP_FIELDS)
        if groups:
            return grouped_rows(groups, ends_page=self.sections.ends_page(groups[-1]))
        section = self.sections.first("activities") or self.sections.first("kinds")
        if section and self.sections.form == ACTIVITY:
            return rows_of(section.lines, ends_page=self.sections.ends_page(section))
        if self.sections.form == ACTIVITY and self.sections.is_extract:
            return self._rows_without_label()
        return []

    def _rows_without_label(self):
        """An extract may begin with its rows: they are the lines before the first label."""
        sections = self.sections
        rows = rows_of(sections.before, ends_page=not sections.all)
        if any(row.kind for row in rows):
            sections.before = []
            return rows
        return []

    def _future_activities(self):
        section = self.sections.first("future_activities")
        if not section:
            return []
        return rows_of(section.lines, ends_page=self.sections.ends_page(section))

    def _only(self, name):
        return values.only_line(self.sections.first(name), name, self.note)

    def _bodies(self, name):
        section = self.sections.first(name)
        ends_page = self.sections.ends_page(section)
        found, answer = values.bodies(section, name, self.note, ends_page=ends_page)
        period = " ".join(values.lines_of(self.sections.first("period")))
        values.doubtful_terms(found, name, self.code, period, self.note)
        return {name: found, f"{name}_answer": answer}

    def _answer(self, name, *, as_printed=False):
        section = self.sections.first(name)
        ends_page = self.sections.ends_page(section)
        return values.answer(section, name, self.note, ends_page=ends_page, as_printed=as_printed)

    def _note_end(self):
        """Say where a page ends that was cut, and with which words."""
        section = self.sections.ends_in
        if self.sections.cut_label:
            self.note("cut_label", printed=self.sections.cut_label)
        elif self.truncated and section and section.printed:
            self.note("cut_value", *self._cut_value(section))

    def _cut_in(self):
        """The field whose value may be cut by the page's end, as a PageReading calls it, or ""."""
        section = self.sections.ends_in if self.truncated else None
        return _READ_AS.get(section.field, section.field) if section else ""

    def _cut_value(self, section):
        """Give the key in `--json` and the words of the value in which the page ends."""
        row = self.last_rows[-1] if self.last_rows else None
        if section.field in ("activities", "future_activities") and row and row.is_cut:
            return ("status", row.status) if row.status else ("action_types", row.printed_kind)
        return _JSON_KEY.get(section.field, section.field), section.printed[-1]


def _date_in(lines):
    """Give the date on which a page of layout Cs says that it was submitted, or None."""
    for line in lines:
        if found := _PRINTED_ON.search(line):
            month, day, year = map(int, found.groups())
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None
