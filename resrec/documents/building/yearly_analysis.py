"""The yearly analysis of one Congress as a document: figures, charts and the words behind them."""

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from resrec.analysis.charts import drawn
from resrec.analysis.lists import entries
from resrec.analysis.movement import Movement
from resrec.analysis.narratives import Narratives
from resrec.analysis.world import Map
from resrec.documents.blocks import (
    AMBER,
    Cell,
    Document,
    Facts,
    Heading,
    Line,
    Note,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from resrec.documents.building import drawings
from resrec.documents.building.account import wording_of
from resrec.documents.building.page_words import words_of
from resrec.documents.building.told import beside, narrative, themes
from resrec.documents.building.wordings import address_of, day, link, title_of

LISTED = 200  # of each list of statements; the page of the figure has the rest


def yearly_analysis(overview):
    """Give the Document of an Overview."""
    congress, year = overview.assembly, overview.year
    address = address_of(reverse("analysis", args=[congress.code, year]))
    return Document(
        language=get_language(),
        name=f"{congress.code} {year} analysis",
        subject=Run(str(congress.collection)),
        title=Run(_("Analysis %(year)s: %(congress)s") % {"congress": str(congress), "year": year}),
        address=address,
        publisher=congress.collection.publisher or congress.collection.name,
        facts=tuple(_cover(overview, address)),
        blocks=tuple(_blocks(overview)),
        data_of=timezone.localdate(),
        notes=tuple(_open(overview)),
    )


def _cover(overview, address):
    yield _("Cycle"), (Run(str(overview.year)),)
    yield _("Congress"), (Run(f"{overview.assembly.kind}, {overview.assembly.place_and_year}"),)
    if overview.holds_demonstration:
        yield _("Demonstration"), (Run(_("What this document tells is made up.")),)
    yield _("Where it stands"), (link(address),)


def _open(overview):
    if overview.cycle.is_open and overview.cycle.closes_on:
        until = {"day": day(overview.cycle.closes_on)}
        yield Note((Run(_("This cycle is open until %(day)s: figures still move.") % until),))
    elif overview.cycle.is_open:
        yield Note((Run(_("This cycle is open: figures still move.")),))


def _blocks(overview):
    charts, told = drawn(overview), Narratives(overview).by_place
    yield Heading(1, Run(_("In short")))
    yield from words_of("analysis/lead.html", {"overview": overview})
    yield from narrative(told["summary"])
    yield from beside(_standing(overview, charts), told["status"])
    yield from beside(_moves(overview), told["moves"])
    yield from beside(_over_the_cycles(overview, charts), told["cycles"])
    yield from beside(_activities(overview, charts), told["activities"])
    yield from beside(_reporters(overview, charts), told["reporters"])
    yield from beside(_geography(overview), told["geography"])
    yield from _said(overview, told)
    yield from themes(overview, LISTED)
    yield from beside(_needs(overview, charts), told["needs"])
    yield Heading(1, Run(_("How this is counted")))
    yield from words_of("analysis/counting.html", {"overview": overview})


def _standing(overview, charts):
    figures = overview.figures
    yield Heading(1, Run(_("Where the texts stand")))
    caption = _(
        "Status of implementation by the Progress Reports of %(year)s: %(number)s of %(texts)s"
        " known have one"
    ) % {
        "number": figures["with_progress_report"].value,
        "texts": figures["texts"].in_words,
        "year": overview.year,
    }
    yield drawings.bars(overview, caption, charts["statuses"])
    yield from drawings.figures(overview, caption, overview.statuses.table)
    said = {
        "without_progress_report": _("With accepted Activity Reports, and no Progress Report yet"),
        "with_short_answers_only": _("With answers of one press only"),
        "without_report": _("Without any report for the year"),
        "archived": _("Archived, and counted like the others"),
    }
    yield Facts(tuple((label, _linked(overview, figures[key])) for key, label in said.items()))


def _linked(overview, figure):
    said = Run(figure.in_words, address=address_of(figure))
    if not overview.is_amber(figure):
        return (said,)
    return (said, Run(f" {AMBER} {overview.amber_words}", style="amber"))


def _moves(overview):
    yield Heading(1, Run(_("What has moved")))
    caption = _("Texts with a Progress Report, each compared with its own before")
    yield from drawings.figures(overview, caption, overview.moves)
    for key in ("moved_up", "moved_down"):
        figure = overview.figures[key]
        if figure.members:
            yield _texts(overview, figure)


def _texts(overview, figure):
    unstated = _("not stated")
    return Table(
        caption=figure.label,
        head=(_("Text"), _("Title"), _("Before"), str(overview.year)),
        lines=tuple(
            Line(
                (
                    Cell(entry.text.label),
                    Cell(title_of(entry.text).text),
                    Cell(f"{entry.year_before}: {entry.status_before or unstated}"),
                    Cell(str(entry.status or unstated)),
                )
            )
            for entry in entries(overview, figure, figure.members)
        ),
    )


def _over_the_cycles(overview, charts):
    yield Heading(1, Run(_("Over the cycles since the Congress")))
    caption = _("Status of implementation of all texts known, cycle by cycle")
    statuses = overview.statuses
    yield drawings.stacks(overview, caption, charts["cycles"], statuses.table.rows)
    yield from drawings.figures(overview, caption, statuses.over_the_cycles)
    yield from drawings.figures(overview, _("What moved in each cycle"), Movement(overview).moves)


def _activities(overview, charts):
    yield Heading(1, Run(_("What was done")))
    caption = _(
        "Texts by the kinds of activity that their Progress Reports list; activities told in"
        " Activity Reports"
    )
    yield drawings.bars(overview, caption, charts["activities"])
    yield from drawings.figures(overview, caption, overview.activities)
    yield _remark(
        _(
            "A text counts under every kind that its Progress Report lists; an activity has one"
            " kind."
        )
    )


def _reporters(overview, charts):
    yield Heading(1, Run(_("Who reported")))
    caption = _("Activity Reports by kind of constituent")
    yield drawings.bars(overview, caption, charts["reporters"])
    yield from drawings.figures(overview, caption, overview.reporters.table)
    yield _remark(
        _("Several constituents may report on one text: the texts of the rows do not add up.")
    )
    yield from drawings.figures(overview, _("Answers, and silence"), overview.answers.table)
    yield _remark(
        _("The rows stand apart: one constituent may be in several, and they are not added up.")
    )
    yield Heading(2, Run(_("Who reports, and who does not")))
    for table in (overview.turnout.by_kind, overview.turnout.by_region):
        yield from drawings.figures(overview, table.head, table)


def _geography(overview):
    yield Heading(1, Run(_("Where from")))
    caption = _("Share of each country’s constituents that reported in full")
    yield from map_of(overview.geography, caption)
    yield from drawings.figures(overview, caption, overview.geography.table)


def map_of(geography, caption):
    """Give the map of the world, and what it does not mean to say."""
    yield drawings.world(caption, Map(geography))
    yield _remark(
        _(
            "Small countries and islands are drawn as circles. The shapes and names on this map"
            " imply no opinion whatsoever concerning the legal status of any country, territory,"
            " city or area, or of its authorities, or concerning the delimitation of its frontiers"
            " or boundaries. Shapes: Natural Earth, public domain; equal areas."
        )
    )


def _said(overview, told):
    for title, table, place in (
        (_("Challenges, and what was done about them"), overview.words.challenges, "challenges"),
        (_("Future activities"), overview.words.future, "future"),
    ):
        yield Heading(1, Run(title))
        yield from narrative(told[place])
        yield from drawings.figures(overview, title, table)
        yield from _statements(overview, overview.figures[f"{place}_stated"])


def _needs(overview, charts):
    yield Heading(1, Run(_("What would help")))
    caption = _("Needs that Activity Reports name, and that nobody has met yet")
    yield drawings.bars(overview, caption, charts["needs"])
    yield from drawings.figures(overview, caption, overview.needs.table)
    yield from drawings.figures(overview, overview.needs.money.head, overview.needs.money)
    yield _remark(_("Each sum is of one currency; they are never added to one another."))


def _statements(overview, figure):
    if not figure.members:
        return
    yield Heading(2, Run(figure.label))
    statements = entries(overview, figure, figure.members[:LISTED])
    prefetch_related_objects(statements, "renderings")
    for statement in statements:
        report, (quoted, *remark) = statement.report, wording_of(statement)
        whose = Run(report.resolution.label, style="strong")
        year = Run(f", {report.year or ''}", address=address_of(report))
        yield Quotation(quoted, (whose, year, *remark))
    if figure.value > LISTED:
        rest = _("The whole list: %(all)s") % {"all": figure.in_words}
        yield Paragraph((Run(rest, address=address_of(figure)),))


def _remark(said):
    return Paragraph((Run(said, style="quiet"),))
