"""Geometry of the charts, worked out here so that templates only draw.

Widths are in per cent of the chart, heights in em: a chart fills any column, and its words keep
their size on a phone. All numbers come as strings that SVG reads, whatever the page's language.
"""

from dataclasses import dataclass
from textwrap import wrap

LABEL = 36  # characters in a line of a label, so that it fits a screen of 320 px
LINE, BAR, GAP = 1.35, 1.25, 0.6  # em
WIDEST = 84  # per cent: room is left for the number behind the longest bar
NARROWEST_WITH_NUMBER = 8  # per cent
# Tables that are drawn as bars as well, and of which column.
BARS = {"statuses": 0, "activities": 0, "needs": 0, "reporters": 1}


@dataclass(frozen=True)
class Bar:
    """One row's bar. `lines` are (words, y); `top` and `height` are those of the whole row."""

    row: object
    figure: object
    top: str
    height: str
    lines: tuple[tuple[str, str], ...]
    mark: str
    bar: str
    number: str
    width: str


@dataclass(frozen=True)
class Segment:
    """A part of a stacked bar; `middle` is where its number stands, empty when it is too narrow:
    what marks it stands at its `centre` all the same."""

    row: object
    figure: object
    x: str
    width: str
    middle: str
    centre: str


@dataclass(frozen=True)
class Stack:
    row: object
    label: str
    bar: str
    number: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Chart:
    bars: tuple
    height: str
    bar_height: str = f"{BAR}em"


def drawn(overview):
    """Give the charts by the names of their tables: of an Overview, live or frozen."""
    tables = overview.tables
    found = {name: bars(tables[name], column) for name, column in BARS.items() if name in tables}
    return found | {"cycles": stacks(tables["cycles"], tables["statuses"].rows)}


def bars(table, column=0):
    """Give the Chart of one column of a Table: a bar a row, the longest for the largest figure.

    Rows without a figure in that column are left out.
    """
    rows = [row for row in table.rows if row.figures[column]]
    largest = max([row.figures[column].value for row in rows], default=0) or 1
    made, y = [], 0.0
    for row in rows:
        figure = row.figures[column]
        words = _lines(row.label)
        below = y + len(words) * LINE
        height = below + BAR + GAP - y
        made.append(
            Bar(
                row=row,
                figure=figure,
                top=_em(y),
                height=_em(height),
                lines=tuple((line, _em(y + LINE * n + 1)) for n, line in enumerate(words)),
                mark=_em(y + 0.1),
                bar=_em(below),
                number=_em(below + 0.95),
                width=_percent(WIDEST * figure.value / largest),
            )
        )
        y += height
    return Chart(tuple(made), _em(y))


def stacks(table, rows_of_columns):
    """Give the Chart of a whole Table: a bar a row, its figures side by side, 100 % together.

    `rows_of_columns` are Rows that tell the fill of each column, in order.
    """
    height = LINE + BAR + GAP
    made = tuple(
        Stack(
            row=row,
            label=_em(height * n + 1),
            bar=_em(height * n + LINE),
            number=_em(height * n + LINE + 0.95),
            segments=tuple(_segments(row.figures, rows_of_columns)),
        )
        for n, row in enumerate(table.rows)
    )
    return Chart(made, _em(height * len(made)))


def _segments(figures, rows):
    whole = sum(figure.value for figure in figures) or 1
    x = 0.0
    for figure, row in zip(figures, rows, strict=True):
        width = 100 * figure.value / whole
        if width:
            centre = _percent(x + width / 2)
            middle = centre if width >= NARROWEST_WITH_NUMBER else ""
            yield Segment(row, figure, _percent(x), _percent(width), middle, centre)
        x += width


def _lines(label):
    """Break a label at blanks, and behind a slash ("Education/Communication/…")."""
    seam = "\u200b "
    broken = wrap(label.replace("/", f"/{seam}"), LABEL)
    return [line.replace(seam, "").removesuffix(seam.strip()) for line in broken]


def _em(number):
    return f"{number:.2f}em"


def _percent(number):
    return f"{number:.2f}%"
