"""Days and months as three languages write them."""

import re
from dataclasses import dataclass

from resrec.library.search.words import folded

_MONTHS = [
    "january janvier enero",
    "february fevrier febrero",
    "march mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juin junio",
    "july juillet julio",
    "august aout agosto",
    "september septembre septiembre setiembre",
    "october octobre octubre",
    "november novembre noviembre",
    "december decembre diciembre",
]
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|o)?", r"(?P<year>(?:19|20)\d\d)"
_BETWEEN = r"(?:\s+(?:of|de|del))?\s+"
WRITTEN = [
    re.compile(rf"\b{_DAY}{_BETWEEN}(?P<month>{_MONTH})\b(?:(?:,|{_BETWEEN[:-3]})?\s*{_YEAR}\b)?"),
    re.compile(rf"\b(?P<month>{_MONTH})\s+{_DAY}\b(?!\s*\d)(?:,?\s*{_YEAR}\b)?"),
    re.compile(rf"\b(?P<month>{_MONTH})(?:,|{_BETWEEN[:-3]})?\s*{_YEAR}\b"),
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.]{_YEAR}\b"),
]


@dataclass(frozen=True)
class Written:
    """A date as written from `start` to `end`; `day` or `year` is None where it is not given."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int

    def agrees_with(self, other):
        """Whether both can be one date: what either leaves open does not differ."""
        return (
            self.month == other.month
            and (self.day == other.day or None in (self.day, other.day))
            and (self.year == other.year or None in (self.year, other.year))
        )


def dates_in(text):
    """Give the dates Written in a text, in order: "3 March 2024", "marzo de 2024", "2024-03-03"."""
    plain, found = _plain(text), []
    for pattern in WRITTEN:
        for match in pattern.finditer(plain):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            parts = match.groupdict()
            month = MONTHS.get(parts["month"]) or int(parts["month"])
            day = parts.get("day") and int(parts["day"])
            if 1 <= month <= 12 and (day is None or 1 <= day <= 31):
                year = parts.get("year") and int(parts["year"])
                found.append(Written(year or None, month, day, match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def _plain(text):
    """Fold each character by itself, so that places stay the same."""
    return "".join((folded(one) or one)[:1] or " " for one in text)
