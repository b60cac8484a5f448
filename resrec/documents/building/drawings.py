"""The charts of the pages as drawings that stand alone: the same geometry, on white paper."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from resrec.analysis.figures import Sum, Table as Figures
from resrec.documents.blocks import AMBER, Cell, Chart, Line, Paragraph, Run, Table

WIDTH, EM = 640, 15  # pixels
LEGEND_LINE = 1.7  # em


def bars(overview, caption, chart):
    """Give the Chart of bars from `analysis.charts`."""
    said = "; ".join(f"{bar.row.label}: {_in_words(overview, bar.figure)}" for bar in chart.bars)
    svg = _drawn("documents/bars.svg", _height(chart.height), chart=chart, overview=overview)
    return Chart(caption, _("Bars: %(what)s") % {"what": said}, svg)


def stacks(overview, caption, chart, rows):
    """Give the Chart of stacked bars; `rows` name its parts."""
    said = "; ".join(_stack_in_words(overview, stack) for stack in chart.bars)
    legend = [(EM * (LEGEND_LINE * n + 1.1), row) for n, row in enumerate(rows)]
    top = EM * (LEGEND_LINE * len(legend) + 0.8)
    height = top + _height(chart.height)
    what = {"chart": chart, "legend": legend, "top": f"{top:.0f}", "overview": overview}
    svg = _drawn("documents/stacks.svg", height, **what)
    return Chart(caption, _("Stacked bars: %(what)s") % {"what": said}, svg)


def world(caption, drawn):
    """Give the Chart of a Map of `analysis.world`, its legend under it."""
    said = "; ".join(f"{words}: {number}" for _shade, words, number in drawn.legend)
    height = WIDTH * drawn.height / drawn.width
    legend = [
        (height + EM * (LEGEND_LINE * n + 2), shade, f"{words}: {number}")
        for n, (shade, words, number) in enumerate(drawn.legend)
    ]
    whole = height + EM * (LEGEND_LINE * len(legend) + 2)
    svg = _drawn("documents/world.svg", whole, map=drawn, legend=legend, map_height=f"{height:.0f}")
    return Chart(caption, _("Map of the world: %(what)s") % {"what": said}, svg)


def figures(overview, caption, table: Figures):
    """Give a table of figures, each a number that a spreadsheet can calculate with.

    Those that rest on what has changed are marked, and what the mark means stands below.
    """
    lines = []
    for group in table.groups:
        if group.label:
            lines.append(Line((Cell(group.label),), groups=True))
        lines += [_line(overview, row) for row in group.rows]
    if table.total:
        lines.append(_line(overview, table.total))
    yield Table(caption, (table.head, *map(str, table.columns)), tuple(lines))
    if any(map(overview.is_amber, filter(None, table.figures))):
        yield Paragraph((Run(f"{AMBER} {overview.amber_words}", style="amber"),))


def _line(overview, row):
    name = f"{row.label} ({row.explanation})" if row.explanation else row.label
    return Line((Cell(name), *(_cell(overview, figure) for figure in row.figures)))


def _cell(overview, figure):
    if figure is None:
        return Cell(_("does not apply"))
    mark = f" {AMBER}" if overview.is_amber(figure) else ""
    # A sum of money is told with its currency: a column may hold several.
    number = None if isinstance(figure, Sum) else figure.value
    return Cell(f"{figure.shown}{mark}", number, is_amber=bool(mark))


def _stack_in_words(overview, stack):
    parts = (f"{part.row.label} {_in_words(overview, part.figure)}" for part in stack.segments)
    return f"{stack.row.label}: {', '.join(parts)}"


def _in_words(overview, figure):
    return f"{figure.in_words} {AMBER}" if overview.is_amber(figure) else figure.in_words


def _height(of_chart):
    return float(of_chart.removesuffix("em")) * EM


def _drawn(template, height, **what):
    context = {"width": WIDTH, "height": f"{height + 4:.0f}", "em": EM, **what}
    return render_to_string(template, context)
