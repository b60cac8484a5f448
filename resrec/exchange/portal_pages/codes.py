"""Codes that no page prints but its node number tells.

Each cycle the platform made one Progress Report page per text, in the order of their numbers, so
that within a batch node = offset + number. Where the offset drifted, a number is told only
between two known pages with the same offset. Layout C prints the text's own node, which runs in
the same way. Source: node numbers of published pages (docs/domain.md).
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from resrec import facts, library


@dataclass(frozen=True)
class Batch:
    """Nodes made in one go for the texts of one Congress.

    `known` are (node, number) pairs in order, the first and last being the ends of the batch.
    """

    congress: str
    known: tuple[tuple[int, int], ...]
    cycle: int | None = None

    def number(self, node):
        """The number of the text, where the known pages on both sides leave only one."""
        for (low, its_number), (high, other) in zip(self.known, self.known[1:], strict=False):
            if low <= node <= high:
                first, second = node - low + its_number, node - high + other
                if first == second or node == low:
                    return first
                return second if node == high else None
        return None

    @property
    def span(self):
        return self.known[0][0], self.known[-1][0]


TEXTS = (
    Batch("WCC 2016", ((46418, 1), (46523, 106))),
    Batch("WCC 2020", ((49140, 1), (49287, 148))),
)
PROGRESS_REPORTS = (
    Batch("WCC 2016", ((47380, 1), (47485, 106)), 2017),
    Batch("WCC 2016", ((48077, 1), (48091, 16), (48097, 22), (48117, 45), (48121, 49)), 2018),
    Batch("WCC 2016", ((48605, 1), (48710, 106)), 2019),
    Batch("WCC 2020", ((49322, 1), (49469, 148)), 2021),
    Batch("WCC 2020", ((50066, 1), (50213, 148)), 2022),
    Batch("WCC 2020", ((51925, 1), (51963, 38), (52036, 111)), 2024),
)
# The spans of batches, wider than what is known of their numbers: nodes of 2023 and 2025 do not
# run in order, and the ends of 2018 and 2024 are not known exactly.
_CYCLES = {
    2017: (47380, 47485),
    2018: (48077, 48180),
    2019: (48605, 48710),
    2021: (49322, 49469),
    2022: (50066, 50213),
    2023: (50770, 50920),
    2024: (51925, 52073),
    2025: (52475, 52640),
}
# Runs of one kind; beyond them Resolutions and Recommendations are mixed.
_RUNS = {
    "WCC 2016": ((1, 96, "Res"), (98, 106, "Rec")),
    "WCC 2020": ((1, 96, "Res"),),
}


def code_of_text(node):
    """Give the code (`WCC 2020 Res 067`) of a text by its own node, or None."""
    return _code(TEXTS, node)


def code_of_progress_report(node):
    """Give the code of the text that a Progress Report's node was made for, or None."""
    return _code(PROGRESS_REPORTS, node)


def cycle_of_progress_report(node):
    """Give the year of the cycle that a Progress Report's node was made for, or None."""
    if node is None:
        return None
    return next((year for year, (low, high) in _CYCLES.items() if low <= node <= high), None)


def _code(batches, node):
    if node is None:
        return None
    for batch in batches:
        if number := batch.number(node):
            kind = _kind(batch.congress, number)
            return f"{batch.congress} {kind} {number:03d}" if kind else None
    return None


def _kind(congress, number):
    """Res, Rec or Dec: from the library's own list, else from the run the number lies in."""
    known = _known_kinds().get((congress, number), set())
    if len(known) == 1:
        return next(iter(known))
    runs = _RUNS[congress]
    return next((kind for low, high, kind in runs if low <= number <= high and not known), None)


@lru_cache(maxsize=1)
def _known_kinds():
    """Kinds by (congress, number), from library/facts/resolutions.csv."""
    kinds = {}
    for row in facts.rows(Path(library.__file__).parent / "facts", "resolutions"):
        parts = row["code"].split("-")
        if len(parts) == 4 and parts[2] in ("Res", "Rec", "Dec"):
            kinds.setdefault((f"{parts[0]} {parts[1]}", int(parts[3])), set()).add(parts[2])
    return kinds
