"""The map of the world: shapes drawn once (`facts/build_world.py`), shaded by what is measured."""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.utils.formats import number_format
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from resrec.analysis.figures import Noun, counted
from resrec.analysis.turnout import IN_WORDS, shade_of

SHARE, CONSTITUENTS, REPORTS = "share", "constituents", "reports"
# What a country may be shaded by: its name for readers, and which figure of its row is measured.
MEASURES = {
    SHARE: (gettext_lazy("Share of constituents that reported in full"), 1),
    CONSTITUENTS: (gettext_lazy("Constituents that reported in full"), 1),
    REPORTS: (gettext_lazy("Activity Reports"), 3),
}


@dataclass(frozen=True)
class Shape:
    """A country on the map: its Row of figures, the one measured, its class, and an SVG path or a
    circle's middle. `words` tell its count; a share never stands alone."""

    row: object
    figure: object
    words: str
    shade: str
    path: str = ""
    at: tuple[int, int] | None = None


@cache
def world():
    """Give {"width", "height", "shapes": {code: path}, "circles": {code: [x, y]}}."""
    source = Path(__file__).parent / "facts" / "world.json"
    return json.loads(source.read_text(encoding="utf-8"))


class Map:
    """The map of a geography (`rows` is {country: Row}) by one of MEASURES; an unknown one is the
    share. Countries without a constituent are one path, `rest`."""

    def __init__(self, geography, measure=SHARE):
        self.rows = geography.rows
        self.width, self.height = world()["width"], world()["height"]
        self.measure = measure if measure in self.measures else SHARE
        self.place = MEASURES[self.measure][1]

    @property
    def measures(self):
        """{name: words} of what can be measured: what was frozen long ago counted no reports."""
        counts = max((len(row.figures) for row in self.rows.values()), default=0)
        return {name: words for name, (words, place) in MEASURES.items() if place < counts}

    @property
    def title(self):
        return MEASURES[self.measure][0]

    @property
    def in_all(self):
        return _countries(len(self.rows))

    @cached_property
    def classes(self):
        """[(shade, what it stands for, how many countries, [Row])], the least first."""
        having = {shade: [] for shade in IN_WORDS}
        for row in self.rows.values():
            having[self._shade(row)].append(row)
        shades = filter(self._is, having)
        return [
            (shade, self._words(shade), _countries(len(having[shade])), having[shade])
            for shade in shades
        ]

    @property
    def legend(self):
        """[(shade, what it stands for, how many countries)]"""
        return [one[:3] for one in self.classes]

    @cached_property
    def _most(self):
        """{shade: the largest number in it}: three classes, each several times the one before."""
        most = max((row.figures[self.place].value for row in self.rows.values()), default=0)
        few = max(1, round(most ** (1 / 3)))
        some = max(few + 1, round(most ** (2 / 3)))
        return {"none": 0, "few": min(few, most), "some": min(some, most), "most": most}

    def _is(self, shade):
        """Whether there is such a class: a few countries with one report each make fewer."""
        return self.measure == SHARE or shade == "none" or self._least(shade) <= self._most[shade]

    def _least(self, shade):
        shades = [*self._most]
        return self._most[shades[shades.index(shade) - 1]] + 1

    def _shade(self, row):
        if self.measure == SHARE:
            return shade_of(row.figures)
        value = row.figures[self.place].value
        return next(shade for shade, most in self._most.items() if value <= most)

    def _words(self, shade):
        if self.measure == SHARE or shade == "none":
            return str(IN_WORDS[shade])
        least, most = self._least(shade), self._most[shade]
        numbers = {"least": number_format(least), "most": number_format(most)}
        noun = Noun.ACTIVITY_REPORT if self.measure == REPORTS else Noun.CONSTITUENT
        return counted(noun, most) if least == most else _("%(least)s to %(most)s") % numbers

    @property
    def rest(self):
        return "".join(path for code, path in world()["shapes"].items() if code not in self.rows)

    @property
    def shapes(self):
        """Paths first: the circles of small countries stand over them."""
        paths, circles = world()["shapes"], world()["circles"]
        for code in sorted(paths.keys() & self.rows.keys()):
            yield self._shape(self.rows[code], path=paths[code])
        for code in sorted(circles.keys() & self.rows.keys()):
            yield self._shape(self.rows[code], at=tuple(circles[code]))

    def _shape(self, row, **where):
        figure = row.figures[self.place]
        words = _("%(reported)s of %(could)s reported in full")
        share = words % {"reported": row.figures[1].shown, "could": row.figures[0].shown}
        told = share if self.measure == SHARE else figure.in_words
        return Shape(row, figure, told, self._shade(row), **where)


def _countries(number):
    words = ngettext("%(n)s country or territory", "%(n)s countries and territories", number)
    return words % {"n": number_format(number, force_grouping=True)}
