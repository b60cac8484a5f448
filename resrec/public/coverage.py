"""Coverage across a Congress in a year: each text as a strip of its paragraphs, and in numbers."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _, ngettext

from resrec.library.models import Assembly, Resolution
from resrec.reporting.coverage import Coverage, coverages, cycles_of

BOX, GAP, HEIGHT = 12, 3, 18  # of a strip, in the SVG's own units


@dataclass(frozen=True)
class State:
    """One of the states of a paragraph: its code, the head of its column, and what it means."""

    code: str
    head: str
    words: str


def states():
    """Give the four States, from most to least that is on record."""
    return [
        State("used", _("In the Progress Report"), _("in the Progress Report of the year")),
        State("reported", _("Reported on"), _("reported on in the year, and not used yet")),
        State("earlier", _("Other years only"), _("with something from other years only")),
        State("silent", _("Nobody yet"), _("on which nobody has ever reported")),
    ]


@dataclass(frozen=True)
class Row:
    """One text with its Coverage, seen in a year."""

    text: Resolution
    coverage: Coverage
    year: int

    @cached_property
    def numbers(self):
        return list(self.coverage.numbers(self.year).values())

    @property
    def all(self):
        return len(self.coverage.lines)

    @property
    def strip(self):
        """The paragraphs as boxes, one path a state; what it shows is said in words as well."""
        boxes = {}
        for at, line in enumerate(self.coverage.lines):
            place = f"M{at * (BOX + GAP)} 0h{BOX}v{HEIGHT}h-{BOX}z"
            boxes.setdefault(line.state(self.year), []).append(place)
        paths = format_html_join(
            "", '<path class="{}" d="{}"/>', ((state, "".join(d)) for state, d in boxes.items())
        )
        wide = max(1, self.all * (BOX + GAP) - GAP)
        return format_html(
            '<svg class="strip" role="img" aria-label="{}" width="{}" height="{}" '
            'viewBox="0 0 {} {}">{}</svg>',
            self.in_words,
            wide,
            HEIGHT,
            wide,
            HEIGHT,
            paths,
        )

    @property
    def in_words(self):
        words = ngettext("%d paragraph", "%d paragraphs", self.all) % self.all
        told = [
            f"{number} {state.words}"
            for state, number in zip(states(), self.numbers, strict=True)
            if number
        ]
        return ": ".join([words, "; ".join(told)])


class AssemblyCoverage:
    """All texts of an assembly in one year, from a fixed number of queries."""

    def __init__(self, assembly, year):
        self.assembly, self.year = assembly, year
        self.states = states()
        self.texts = list(Resolution.objects.filter(assembly=assembly).for_display())
        found = coverages([text.pk for text in self.texts])
        self._rows = [Row(text, found[text.pk], year) for text in self.texts]

    @cached_property
    def with_words(self):
        return [row for row in self._rows if row.coverage.lines]

    @cached_property
    def without_words(self):
        return [row.text for row in self._rows if not row.coverage.lines]

    @property
    def number_of_paragraphs(self):
        return sum(row.all for row in self.with_words)

    @property
    def sums(self):
        """Give (state, number of paragraphs in it) of all texts together."""
        columns = zip(*(row.numbers for row in self.with_words), strict=True)
        return list(zip(self.states, map(sum, columns), strict=True))

    @cached_property
    def years(self):
        """The cycles since the Congress was held, and years with something on record."""
        recorded = {year for row in self._rows for year in row.coverage.recorded if year}
        return sorted({*cycles_of(self.assembly), *recorded, self.year})


def find(code, year):
    """Give the AssemblyCoverage of this address; None where there is no such Congress or year."""
    assembly = Assembly.objects.select_related("kind__collection").filter(code=code).first()
    if assembly is None or year not in cycles_of(assembly):
        return None
    return AssemblyCoverage(assembly, year)
