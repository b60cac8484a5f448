"""What is frozen of an analysis beside its figures: tables and words, as they read.

Each part is a function from an Overview to plain data (lists, dictionaries, strings), called once
in each language.
"""

from django.template.loader import render_to_string

from resrec.analysis.bound import reading
from resrec.analysis.figures import Sum
from resrec.analysis.models import Place, ThemedPassage
from resrec.analysis.narratives import Narratives
from resrec.people.models import ConstituentKind, Country
from resrec.reporting.anchors import source_digest
from resrec.reporting.models import (
    ActivityKind,
    ActivityStatus,
    FocalRole,
    ImplementationStatus,
    NeedKind,
)

# The vocabularies whose terms stand in lists.
VOCABULARIES = (
    ActivityKind,
    ActivityStatus,
    ConstituentKind,
    Country,
    FocalRole,
    ImplementationStatus,
    NeedKind,
)
# In words that are kept, a link to a figure's list names the figure by its key alone.
FIGURE_LINK = 'href="figure:{}"'


def tables(overview):
    """Give the tables in the order of the page: heads, rows and the keys of their figures."""
    return [
        {"name": name} | _table(table, overview.year) for name, table in overview.tables.items()
    ]


def _table(table, year):
    return {
        "head": str(table.head),
        "columns": [str(column) for column in table.columns],
        "groups": [
            {"label": str(group.label), "rows": [_row(row, year) for row in group.rows]}
            for group in table.groups
        ],
        "total": _row(table.total, year) if table.total else None,
        "note": str(table.note),
    }


def _row(row, year):
    """A row with sums of money tells them in `shown`, one for each figure that is a sum."""
    sums = [figure.shown if isinstance(figure, Sum) else None for figure in row.figures]
    return ({"shown": sums} if any(sums) else {}) | {
        "label": str(row.label),
        "explanation": str(row.explanation),
        "fill": row.fill,
        "status": row.status.pk if row.status else None,
        "figures": [figure and figure.key_in(year) for figure in row.figures],
    }


def counting(overview):
    """Give the rules by which was counted, as the page tells them (HTML)."""
    return _kept(render_to_string("analysis/counting.html", {"overview": overview}), overview)


def account(overview):
    """Give the account in words (HTML)."""
    return _kept(render_to_string("analysis/lead.html", {"overview": overview}), overview)


def _kept(html, overview):
    for key, figure in overview.figures.items():
        html = html.replace(f'href="{figure.get_absolute_url()}"', FIGURE_LINK.format(key))
    return html.strip()


def themes(overview):
    """Give the themes with the passages under them and the source of each.

    The words are held by digest and stay where they are: they may be made private one day.
    """
    placed = {one.pk: one.theme for one in overview.themes.placed}
    rows = ThemedPassage.objects.select_related("statement").in_bulk(placed)
    return [
        {
            "name": theme.name,
            "language": theme.language,
            "passages": [_quoted(rows[pk]) for pk, under in placed.items() if under == theme.pk],
        }
        for theme in overview.themes.all
    ]


def _quoted(row):
    return {
        "passage": row.pk,
        "side": row.side,
        "words": source_digest(row.exact),
        "language": row.language,
        "progress_report": row.statement and row.statement.report_id,
        "activity_report": row.report_id,
        "field": row.field,
    }


def narratives(overview):
    """Give what is written beside the figures, with the numbers of the day in the sentences."""
    told = Narratives(overview).by_place
    return [_told(place, shown) for place, shown in told.items() if shown]


def _told(place, shown):
    pieces = (p for part in shown.paragraphs for one in part for p in one.pieces if p.figure)
    return {
        "place": place,
        "title": str(Place(place).label),
        "language": shown.language,
        "text": shown.narrative.text,
        "figures": {piece.key: reading(piece.figure) for piece in pieces},
    }


def vocabulary(overview):
    """Give {vocabulary: {code: label}} of the terms that stand in lists."""
    return {
        terms._meta.model_name: {term.pk: str(term) for term in terms.objects.all()}
        for terms in VOCABULARIES
    }


PARTS = {
    "vocabulary": vocabulary,
    "tables": tables,
    "counting": counting,
    "account": account,
    "themes": themes,
    "narratives": narratives,
}
