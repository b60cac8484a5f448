"""The map of the world: shapes drawn once (`facts/build_world.py`), shaded by country."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.formats import number_format
from django.utils.translation import ngettext

from resrec.analysis.turnout import IN_WORDS, shade_of


@dataclass(frozen=True)
class Shape:
    """A country on the map: its Row of figures, its class, and an SVG path or a circle's middle."""

    row: object
    shade: str
    path: str = ""
    at: tuple[int, int] | None = None


@cache
def world():
    """Give {"width", "height", "shapes": {code: path}, "circles": {code: [x, y]}}."""
    source = Path(__file__).parent / "facts" / "world.json"
    return json.loads(source.read_text(encoding="utf-8"))


class Map:
    """The map of a Geography. Countries without a constituent are one path, `rest`."""

    def __init__(self, geography):
        self.rows = geography.rows
        self.width, self.height = world()["width"], world()["height"]
        counts = geography.counts
        self.legend = [(key, words, _countries(counts[key])) for key, words in IN_WORDS.items()]
        self.in_all = _countries(len(self.rows))

    @property
    def rest(self):
        return "".join(path for code, path in world()["shapes"].items() if code not in self.rows)

    @property
    def shapes(self):
        """Paths first: the circles of small countries stand over them."""
        paths, circles = world()["shapes"], world()["circles"]
        for code in sorted(paths.keys() & self.rows.keys()):
            yield Shape(self.rows[code], shade_of(self.rows[code].figures), path=paths[code])
        for code in sorted(circles.keys() & self.rows.keys()):
            at = tuple(circles[code])
            yield Shape(self.rows[code], shade_of(self.rows[code].figures), at=at)


def _countries(number):
    words = ngettext("%(n)s country or territory", "%(n)s countries and territories", number)
    return words % {"n": number_format(number, force_grouping=True)}
