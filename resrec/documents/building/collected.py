"""The Progress Reports of one Congress in one cycle, collected; who has none is named too."""

from typing import NamedTuple

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext as _

from resrec.analysis.counted import accounts_in, texts_of
from resrec.documents.blocks import (
    Cell,
    Document,
    Facts,
    Heading,
    Items,
    Line,
    Note,
    Paragraph,
    Run,
    Table,
)
from resrec.documents.building.account import blocks_of
from resrec.documents.building.accounts import read_accounts
from resrec.documents.building.wordings import (
    address_of,
    day,
    link,
    numbered,
    status_of,
    title_of,
    words,
)
from resrec.reporting.models import Quotation, Statement

# Sources from which on a collection is made in the background: some ten pages.
LARGE = 30
# Accounts read at a time: their sources are long, and are let go of when their blocks are made.
LOT = 20


def is_large(assembly, cycle):
    """Whether the collection takes longer to make than a reader waits."""
    accounts = accounts_in(assembly, cycle).order_by()
    sources = Quotation.objects.filter(statement__report__in=accounts)
    return sources.count() > LARGE or accounts.count() > LARGE


class Gathered(NamedTuple):
    """What its page shows: `having` is [(account, number of its statements, of its sources)],
    `lacking` the texts on which nothing was published."""

    having: list
    lacking: list


def gathered(assembly, cycle):
    """Give what there is, in a fixed number of queries."""
    accounts = _accounts(assembly, cycle)
    counted = _counted(accounts)
    having = [(account, *counted.get(account.pk, (0, 0))) for account in accounts]
    return Gathered(having, _lacking(_texts(assembly), accounts))


def collected(assembly, cycle, told=lambda done, of: None):
    """Give the Document; `told(done, of)` is called as accounts are read."""
    texts, accounts = _texts(assembly), _accounts(assembly, cycle)
    address = address_of(reverse("collected", args=[assembly.code, cycle.year]))
    return Document(
        language=get_language(),
        name=f"{assembly.code} {cycle.year} Progress Reports",
        subject=Run(str(assembly.collection)),
        title=Run(
            _("Progress Reports %(year)s: %(congress)s")
            % {"year": cycle.year, "congress": str(assembly)}
        ),
        address=address,
        publisher=assembly.collection.publisher or assembly.collection.name,
        facts=tuple(_cover(assembly, cycle, texts, accounts, address)),
        blocks=tuple(_blocks(cycle, texts, accounts, told)),
        data_of=timezone.localdate(),
        contents=1,
    )


def _texts(assembly):
    return list(texts_of(assembly).prefetch_related("texts").select_related("kind"))


def _accounts(assembly, cycle):
    accounts = accounts_in(assembly, cycle).for_display()
    return accounts.order_by("resolution__number", "resolution")


def _lacking(texts, accounts):
    having = {account.resolution_id for account in accounts}
    return [text for text in texts if text.pk not in having]


def _cover(assembly, cycle, texts, accounts, address):
    yield _("Congress"), (Run(f"{assembly.kind}, {assembly.place_and_year}"),)
    yield _("Cycle"), (Run(str(cycle.year)),)
    said = _("%(some)s of %(all)s texts known") % {"some": len(accounts), "all": len(texts)}
    yield _("Texts with a Progress Report"), (Run(said),)
    if any(account.is_demonstration for account in accounts):
        yield _("Demonstration"), (Run(_("What this document tells is made up.")),)
    yield _("Where it stands"), (link(address),)


def _blocks(cycle, texts, accounts, told):
    if not accounts:
        yield Note((Run(_("No Progress Report has been published for this cycle yet.")),))
    else:
        yield Heading(1, Run(_("All texts with a Progress Report")))
        yield _overview(accounts)
    done = 0
    for start in range(0, len(accounts), LOT):
        for account, parts, story, involvement in read_accounts(_lot(accounts, start)):
            yield from _account(account, parts, story, involvement)
            done += 1
            told(done, len(accounts))
    yield from _without(cycle, texts, accounts)


def _lot(accounts, start):
    lot = [account.pk for account in accounts[start : start + LOT]]
    return accounts.filter(pk__in=lot)


def _overview(accounts):
    counted = _counted(accounts)
    return Table(
        caption=_("Texts, status of implementation, and what each Progress Report rests on"),
        head=(
            _("Text"),
            _("Title"),
            _("Status of implementation"),
            _("Statements"),
            _("Sources"),
        ),
        lines=tuple(
            Line(
                (
                    Cell(account.resolution.label),
                    Cell(title_of(account.resolution).text),
                    Cell(str(account.implementation_status or _("not stated"))),
                    *(_number(number) for number in counted.get(account.pk, (0, 0))),
                )
            )
            for account in accounts
        ),
    )


def _counted(accounts):
    """{account: (statements, quotations)}"""
    rows = Statement.objects.filter(report__in=[account.pk for account in accounts]).order_by()
    found = rows.values("report").annotate(
        statements=Count("pk", distinct=True), sources=Count("quotations", distinct=True)
    )
    return {row["report"]: (row["statements"], row["sources"]) for row in found}


def _number(number):
    return Cell(number_format(number, force_grouping=True), number)


def _account(account, parts, story, involvement):
    text = account.resolution
    title = title_of(text)
    yield Heading(1, words(f"{text.label} {title.text}", title.language or None), opens_page=True)
    yield Facts(
        (
            (_("Text"), (Run(numbered(text), address=address_of(text)),)),
            (_("Status of implementation"), status_of(account)),
            (_("Published"), (Run(day(account.published_at), address=address_of(account)),)),
        )
    )
    yield from blocks_of(account, parts, story, involvement, level=2)


def _without(cycle, texts, accounts):
    """Silence is shown: the texts on which nothing was published."""
    silent = _lacking(texts, accounts)
    if not silent:
        return
    title = _("Texts without a Progress Report in %(year)s") % {"year": cycle.year}
    yield Heading(1, Run(title), opens_page=True)
    said = _("That does not mean that nothing has been done.")
    yield Paragraph((Run(said, style="quiet"),))
    yield Items(
        tuple((Run(f"{text.label} ", address=address_of(text)), title_of(text)) for text in silent)
    )
