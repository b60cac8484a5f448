"""Lines that name a body: name, acronym, country, term, or an identifier in place of them all.

Printed as `Name ( ACRO ) / Country` (A, B) or `Name ( Country )` (C); Commissions as `Name
2021-2025 (ACRO)`. Names hold slashes, commas and brackets of their own: only the last " / " and
the last bracket with blanks inside belong to the form.
"""

import re
from dataclasses import dataclass

_GUID = r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"
_GUID_IN_TEXT = re.compile(rf"(?<![\w/=&?#%.-]){_GUID}(?![\w-])")
_TERM = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_ACRONYM_AT_END = re.compile(r"\s*\(\s*([^()]{0,40}?)\s*\)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class PrintedBody:
    """A body as one line prints it; what the line does not say is empty.

    `term` is "2021-2025", `guid` an identifier that stands in place of the name.
    """

    printed: str
    name: str
    acronym: str = ""
    country: str = ""
    term: str = ""
    guid: str = ""


def guids_in(text):
    """Give the identifiers in a text, in order; those inside web addresses are none."""
    return _GUID_IN_TEXT.findall(text)


def organisation(line, *, plain=False):
    """Read a line of the list of Members; `plain` where layout C may have printed it."""
    if found := guids_in(line):
        return PrintedBody(line, line, guid=found[0].upper())
    # Only layout C ends a line with a bracket that has blanks inside.
    if plain and line.endswith(" )"):
        name, country = _last_bracket(line)
        return PrintedBody(line, name, country=country)
    name, slash, country = line.rpartition(" / ")
    if not slash:
        name, country = line, ""
    name, acronym = _last_bracket(name)
    return PrintedBody(line, name, acronym=acronym, country=country.strip())


def _last_bracket(text):
    """Split off the last bracket that has a blank inside its opening, however deep it nests."""
    start = text.rfind("( ")
    if start <= 0 or not text.endswith(")"):
        return text.strip(), ""
    return text[:start].strip(), text[start + 1 : -1].strip()


def commission(line):
    """Read a line of the list of Commissions: a Commission or a group in it, with its term."""
    if found := guids_in(line):
        return PrintedBody(line, line, guid=found[0].upper())
    name, acronym = line, ""
    if found := _ACRONYM_AT_END.search(line):
        name, acronym = line[: found.start()], found[1]
    term = _TERM.search(name)
    if not term:
        return PrintedBody(line, name.strip(), acronym=acronym)
    name = f"{name[: term.start()].strip()} {name[term.end() :].strip()}".strip()
    return PrintedBody(line, name, acronym=acronym, term=f"{term[1]}-{term[2]}")


def term_fits(term, code, period=""):
    """Tell whether a Commission's term can belong to a report on a text.

    It must not be over with the year of the Congress, nor begin after the period reported on.
    """
    first, last = (int(year) for year in term.split("-"))
    if code and last <= int(code.split()[1]):
        return False
    years = [int(year) for year in _YEAR.findall(period or "")]
    return not years or first <= max(years)
