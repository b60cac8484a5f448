"""Cutting a page into the sections that its labels open.

The order of fields is not fixed, labels without a value may be left out, and prose may hold a
line that looks like a label: each label counts once, and where it could be a line of prose the
lines around it decide.
"""

import dataclasses
from itertools import islice

from resrec.exchange.portal_pages.answers import ACTION_STATUSES, is_action_status, is_cut
from resrec.exchange.portal_pages.kinds_of_activity import is_cut_kind, kind_named
from resrec.exchange.portal_pages.labels import (
    ACTIVITY,
    HEAD_FIELDS,
    NARRATIVE_FIELDS,
    PROGRESS,
    begins_as_label,
    heading,
    labelled,
    title,
)
from resrec.exchange.portal_pages.printed import same

# The repeating group of layout C.
GROUP_FIELDS = ("activity", "description", "activity_status")


@dataclasses.dataclass
class Section:
    """What stands under one label: `lines` as printed, blank ones included."""

    field: str
    lines: list[str] = dataclasses.field(default_factory=list)

    @property
    def printed(self):
        """The lines that are not blank."""
        return [line for line in self.lines if line]

    @property
    def text(self):
        return "\n".join(self.lines).strip()


@dataclasses.dataclass
class Sections:
    """A page cut up. `plain` is the style of layouts C and Cs: labels without a colon.

    `before` holds lines before title and first label, `loose` those that no label claims, and
    `ends_in` is the section in which the page ends, None where a label or heading came last.
    """

    code: str | None = None
    title: str = ""
    form: str | None = None
    plain: bool = False
    has_heading: bool = False
    has_implementation_heading: bool = False
    before: list[str] = dataclasses.field(default_factory=list)
    loose: list[str] = dataclasses.field(default_factory=list)
    all: list[Section] = dataclasses.field(default_factory=list)
    cut_label: str = ""
    ends_in: Section | None = None

    def first(self, name):
        """The first section of this field, or None where the page does not print its label."""
        return next((section for section in self.all if section.field == name), None)

    def of(self, *names):
        return [section for section in self.all if section.field in names]

    def has(self, *names):
        return bool(self.of(*names))

    @property
    def is_extract(self):
        """A part of a page, without title and without who and where (layout D)."""
        return not self.title and not self.has(*HEAD_FIELDS)

    def ends_page(self, section):
        return section is not None and section is self.ends_in


def cut_up(lines):
    """Give the Sections of a page, or None where neither title nor label tells a report page."""
    start, heading_title = _title(lines)
    sections = Sections(title=heading_title)
    if heading_title:
        sections.code, sections.form = title(heading_title)
        sections.before = [line for line in lines[:start] if line]
        lines = lines[start + 1 :]
    sections.plain = _is_plain(lines)
    sections.form = sections.form or _form_of(lines, sections.plain)
    if sections.form is None:
        return None
    _Cutter(lines, sections).cut()
    is_report = sections.all or sections.has_heading or sections.cut_label or not any(lines)
    return sections if is_report else None


def _title(lines):
    """Find the title: the last title line before the first long label. Gives (index, line)."""
    found = (0, "")
    for index, line in enumerate(lines):
        if title(line):
            found = (index, line)
            if lines[index + 1 : index + 4] and any(map(heading, lines[index + 1 : index + 4])):
                break
        elif any(not one.label.short and not one.rest for one in labelled(line)):
            break
    return found


def _is_plain(lines):
    """Tell whether labels are printed without colons: the first line that shows it decides."""
    after = None
    for index, line in enumerate(lines):
        if not line:
            continue
        if (found := heading(line)) and found[1]:
            return True
        for one in labelled(line):
            if one.label.only_in_c and not one.label.short and not one.rest:
                return True
            if one.has_colon and not one.label.only_in_c:
                return False
            if not one.has_colon and not one.label.short:
                return False
            if _is_resolution_node(one, lines, index) or (one.label.short and after == "heading"):
                return True
        after = "heading" if found else "line"
    return False


def _is_resolution_node(one, lines, index):
    following = next((line for line in lines[index + 1 :] if line), "")
    return one.label.field == "resolution" and following.isdigit()


def _form_of(lines, plain):
    """Tell the form of a page without a title by its labels, or by its rows of activities."""
    below_heading = False
    for line in lines:
        found = heading(line)
        if found and found[0].startswith("IUCN Constituencies"):
            return PROGRESS
        if found and found[0].startswith(("In implementing", "Actors involved")):
            return ACTIVITY
        below_heading = below_heading or found is not None
        forms = {
            one.label.form
            for one in labelled(line)
            if (plain or not one.label.only_in_c)
            and (not one.label.short or (below_heading and (plain or one.has_colon)))
        }
        if len(forms) == 1 and None not in forms:
            return forms.pop()
    return ACTIVITY if any(_is_row(line) for line in lines) else None


def _is_row(line):
    first, *more = (cell.strip() for cell in line.strip("|").split(" | "))
    return len(more) >= 1 and kind_named(first) is not None


class _Cutter:
    """One walk over the lines of a page."""

    def __init__(self, lines, sections):
        self.lines, self.sections = lines, sections
        self.current = None
        self.seen = set()

    def cut(self):
        for index, line in enumerate(self.lines):
            self.index = index
            if found := self._heading(line):
                self._close(found[0])
            elif opened := self._label(line):
                self._open(opened)
            elif self.current is not None:
                self.current.lines.append(line)
            elif line:
                self._loose(line)
        self.sections.ends_in = self.current
        self._take_cut_label()

    # What a line is

    def _heading(self, line):
        found = heading(line)
        if not found or not self._in_prose:
            return found
        # A heading stands before a label, another heading, or the end of a page cut short.
        following = self._following(1)
        if not following or heading(following[0]):
            return found
        return found if any(map(self._may_open, labelled(following[0]))) else None

    def _label(self, line):
        return next((one for one in labelled(line) if self._may_open(one)), None)

    def _may_open(self, one):
        label = one.label
        if not label.is_of(self.sections.form) or (label.only_in_c and not self.sections.plain):
            return False
        if self.sections.plain and label.short and one.rest:
            return False
        if label.short and not (self.sections.plain or one.has_colon):
            return False
        if label.field in GROUP_FIELDS:
            return self._continues_group(label.field)
        if label.field in self.seen:
            return False
        if label.field == "secretariat" and label.short and not one.has_colon:
            return not self._awaits_value_of("constituent", "constituent_type")
        return not self._is_prose(one)

    def _is_prose(self, one):
        """In free text a short label of the head is prose where it has words behind it, or where
        the page is an extract that has no head."""
        if not (self._in_prose and one.label.short and one.label.field in HEAD_FIELDS):
            return False
        return bool(one.rest) or not (self.sections.title or self.seen & HEAD_FIELDS)

    def _continues_group(self, name):
        """In layout C `Activity` and `Status` are labels where a value of theirs follows."""
        if name == "description":
            return True
        value, after = (*self._following(2), "", "")[:2]
        if name == "activity":
            is_value = not value or kind_named(value) or is_cut_kind(value)
            return bool(
                is_value or any(one.label.field == "description" for one in labelled(after))
            )
        is_value = not value or is_action_status(value) or is_cut(value, ACTION_STATUSES)
        is_group = self.current is not None and self.current.field == "description"
        return is_group and bool(is_value or heading(after) or labelled(after))

    @property
    def _in_prose(self):
        return self.current is not None and self.current.field in NARRATIVE_FIELDS

    def _awaits_value_of(self, *names):
        return (
            self.current is not None
            and self.current.field.removesuffix("_again") in names
            and not self.current.printed
        )

    def _following(self, count):
        """The next lines that are not blank, at most so many."""
        rest = islice(self.lines, self.index + 1, None)
        return tuple(islice(filter(None, rest), count))

    # What becomes of it

    def _open(self, one):
        self.current = Section(one.label.field, [one.rest] if one.rest else [])
        self.seen.add(one.label.field)
        self.sections.all.append(self.current)

    def _close(self, words):
        self.current = None
        self.sections.has_heading = True
        self.sections.has_implementation_heading |= words.startswith("Impl")

    def _loose(self, line):
        if self.sections.all or self.sections.title:
            self.sections.loose.append(line)
        else:
            self.sections.before.append(line)

    def _is_body_of_that_name(self, line):
        """Labels begin with words that are constituents, or types of them, as well."""
        name = self.current.field if self.current else ""
        return name == "constituent_type" or (
            name == "constituent" and same(line, "IUCN Secretariat")
        )

    def _take_cut_label(self):
        """A page may end inside a label: then its last line is no value of the field before."""
        lines = self.current.lines if self.current else self.sections.loose
        while lines and not lines[-1]:
            lines.pop()
        if not lines or not begins_as_label(
            lines[-1], self.sections.form, self.seen - {*GROUP_FIELDS}
        ):
            return
        if len(lines) == 1 and self._is_body_of_that_name(lines[0]):
            return
        self.sections.cut_label = lines.pop()
        self.sections.ends_in = None
