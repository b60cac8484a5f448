"""The values of a page's sections. Each function gives what is printed and notes what is odd.

`note(what, field, printed)` adds a Problem; a section is None where the page lacks its label.
"""

import re

from resrec.exchange.portal_pages.answers import (
    NO,
    NOBODY,
    UNKNOWN,
    YES,
    is_action_status,
    is_cut,
    is_implementation_status,
    is_whole_status,
    says_nobody,
    says_unknown,
    yes_or_no,
)
from resrec.exchange.portal_pages.kinds_of_activity import is_cut_kind, kind_named
from resrec.exchange.portal_pages.names import commission, term_fits
from resrec.exchange.portal_pages.page import submitted_by
from resrec.exchange.portal_pages.printed import same

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# How the sample pages mark the place where the text was cut.
CUT_MARK = re.compile(r"\[.*\bcut off\b[^\]]{0,20}\]?$")

_BANNER = (
    "Log in",
    "Se connecter",
    "Iniciar sesión",
    "You will be redirected to IUCN Accounts to input your credentials. After log in you will be"
    " redirected back to this site.",
    "Rest assured your personal data resides with IUCN and IUCN only. For more information please"
    " review our Data policy.",
    "Error message",
    "Please, in order to use this website it is necessary that you accept our terms in the use of"
    " cookies.",
)


def only_line(section, name, note):
    """Give the one line that this field has, or ""; further lines are noted."""
    if section is None or not section.printed:
        return ""
    line, *more = section.printed
    for other in more:
        note("extra_value", name, other)
    return line


def lines_of(section):
    """Give the lines of a field of several choices."""
    return tuple(section.printed) if section else ()


def period(section, note):
    """Give the period as printed: a year as a rule."""
    printed = " ".join(section.printed) if section else ""
    if printed and not _YEAR.search(printed):
        note("not_a_year", "period", printed)
    return printed


def bodies(section, name, note, *, ends_page):
    """Give (lines, answer): the lines that name bodies, () for "nobody", None for not known or
    not stated; and the answer itself, "yes", "no", "not_known" or ""."""
    if section is None:
        return None, ""
    named, answers = [], []
    for line, is_last in _marking_last(section, ends_page):
        if says_nobody(line) or says_unknown(line):
            answers.append(line)
        elif not (CUT_MARK.match(line) or (is_last and is_cut(line, NOBODY, UNKNOWN))):
            named.append(line)
    if named or len(answers) > 1:
        for line in answers:
            note("contradiction", name, line)
    if any(map(says_unknown, answers)):
        return tuple(named) or None, "not_known"
    if answers:
        return tuple(named), "no"
    return (tuple(named), "yes") if named else (None, "")


def _marking_last(section, ends_page):
    """Give (line, whether the page ends with it) for the lines of a section."""
    printed = section.printed if section else []
    return [(line, ends_page and at == len(printed)) for at, line in enumerate(printed, start=1)]


def doubtful_terms(lines, name, code, reported_period, note):
    """Note the Commissions' terms that do not fit the time of the text."""
    for line in lines or ():
        term = commission(line).term
        if term and not term_fits(term, code, reported_period):
            note("doubtful_term", name, line)


def answer(section, name, note, *, ends_page, as_printed=False):
    """Give "Yes", "No", "I do not know" or "". Other words are noted; `as_printed` keeps them."""
    line = only_line(section, name, note)
    if not line or (known := yes_or_no(line)):
        return known if line else ""
    if ends_page and is_cut(line, YES, NO, UNKNOWN):
        return line if as_printed else ""
    note("unknown_answer", name, line)
    return line if as_printed else ""


def other_organisations(section, *, is_reached, is_cut_short):
    """Give the text as printed, "" where none are named, None where the page ends before."""
    if section is None:
        return "" if is_reached else None
    return None if is_cut_short and not section.text else section.text


def kinds(section, note, *, ends_page):
    """Give the English labels of a list of kinds of activity; a name cut short is none."""
    found = []
    for line, is_last in _marking_last(section, ends_page):
        if label := kind_named(line):
            found.append(label)
        elif not (is_last and (is_cut_kind(line) or CUT_MARK.match(line))):
            note("unknown_kind", "action_types", line)
    return distinct(found)


def kinds_of_rows(rows, note):
    """Give the English labels of the activities' kinds, each once."""
    for row in rows:
        if not row.kind and not row.is_cut:
            what = "unknown_kind" if row.printed_kind else "row_without_kind"
            note(what, "action_types", row.printed_kind or row.description)
    return distinct(row.kind for row in rows if row.kind)


def statuses_of_rows(rows, note):
    """Give the activities' statuses as printed, each once."""
    for row in rows:
        if row.status and not row.is_cut and not is_action_status(row.status):
            note("unknown_status", "status", row.status)
    return distinct(row.status for row in rows if row.status)


def implementation_status(section, note, *, is_cut_short):
    """Give () or the status of implementation as printed, on one line even where it was two."""
    if section is None or not section.printed:
        return ()
    joined = " ".join(section.printed)
    printed = joined if is_whole_status(joined) else only_line(section, "status", note)
    if not (is_cut_short or is_implementation_status(printed)):
        note("unknown_status", "status", printed)
    return (printed,)


def unplaced(sections, note):
    """Note the lines that belong to no field."""
    for line in sections.loose:
        note("unplaced", printed=line)
    rest = [line for line in sections.before if not any(same(line, known) for known in _BANNER)]
    if rest and not submitted_by(sections.before):
        note("before_title", printed="\n".join(rest))


def distinct(found):
    return tuple(dict.fromkeys(found))
