"""A yearly analysis as it was frozen, as a document: from its own data, under its fingerprint."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _, ngettext

from resrec.analysis.charts import drawn
from resrec.documents.blocks import Document, Heading, Note, Quotation, Run
from resrec.documents.building import drawings
from resrec.documents.building.page_words import words_in
from resrec.documents.building.told import paragraphs_of, passage_words
from resrec.documents.building.wordings import address_of, day, link, words
from resrec.documents.building.yearly_analysis import map_of


def frozen_analysis(overview):
    """Give the Document of a FrozenOverview."""
    analysis, congress, year = overview.analysis, overview.assembly, overview.year
    return Document(
        language=get_language(),
        name=f"{congress.code} {year} analysis v{analysis.version}",
        subject=Run(str(congress.collection)),
        title=Run(_("Analysis %(year)s: %(congress)s") % {"congress": str(congress), "year": year}),
        address=address_of(analysis),
        publisher=congress.collection.publisher or congress.collection.name,
        facts=tuple(_cover(overview)),
        blocks=tuple(_blocks(overview)),
        data_of=analysis.frozen_at.date(),
        notes=(*_superseded(analysis), *_changed(overview)),
        seal=analysis.fingerprint,
    )


def _cover(overview):
    analysis = overview.analysis
    at = f"{day(analysis.frozen_at)}, {date_format(analysis.frozen_at, 'TIME_FORMAT')} UTC"
    yield _("Frozen"), (Run(at),)
    yield _("Version"), (Run(f"{analysis.version} {analysis.notice}".strip()),)
    yield _("Method"), (Run(analysis.method),)
    if overview.holds_demonstration:
        yield _("Demonstration"), (Run(_("What this document tells is made up.")),)
    yield _("Where it stands"), (link(address_of(analysis)),)


def _superseded(analysis):
    if analysis.is_superseded:
        said = _("This is version %(version)s, which has been superseded.")
        yield Note((Run(said % {"version": analysis.version}, style="strong"),))


def _changed(overview):
    if number := len(overview.amber):
        said = ngettext(
            "%(number)s figure would be counted otherwise today, or rests on what was corrected."
            " It is marked, and its list says what changed.",
            "%(number)s figures would be counted otherwise today, or rest on what was corrected."
            " They are marked, and their lists say what changed.",
            number,
        )
        yield Note((Run(said % {"number": number}),))


def _blocks(overview):
    charts = drawn(overview)
    yield Heading(1, Run(_("In short")))
    yield from words_in(overview.account)
    for title, language, sentences in overview.told:
        yield Heading(2, Run(title))
        yield from paragraphs_of(sentences, language)
    for name, table in overview.tables.items():
        yield Heading(1, Run(table.head))
        if name == "cycles":
            rows = overview.tables["statuses"].rows
            yield drawings.stacks(overview, table.head, charts[name], rows)
        elif name == "geography":
            yield from map_of(overview.geography, table.head)
        elif name in charts:
            yield drawings.bars(overview, table.head, charts[name])
        yield from drawings.figures(overview, table.head, table)
    yield from _themes(overview.themes)
    yield Heading(1, Run(_("How this is counted")))
    yield from words_in(overview.counting)


def _themes(themes):
    for theme in themes:
        if theme["passages"]:
            yield Heading(1, words(theme["name"], theme["language"]))
        for passage in theme["passages"]:
            yield Quotation(passage_words(passage["row"]), _source(passage))


def _source(passage):
    side = _("Challenge") if passage["side"] == "challenge" else _("Possible solution")
    if report := passage.get("activity_report"):
        name, address = _("Activity Report"), reverse("activity_report", args=[report])
    else:
        name = _("Progress Report")
        address = reverse("progress_report_version", args=[passage["progress_report"]])
    return (Run(f"{side}, ", style="strong"), Run(name, address=address_of(address)))
