"""One version of a Progress Report as a document."""

from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from resrec.documents.blocks import Cell, Document, Heading, Line, Paragraph, Run, Table
from resrec.documents.building.account import blocks_of, superseded
from resrec.documents.building.wordings import (
    address_of,
    day,
    link,
    numbered,
    status_of,
    title_of,
)
from resrec.reporting.account.reading import involvement_of, parts_of, status_story
from resrec.reporting.models import ProgressReport


def progress_report(account):
    """Give the Document of a published or superseded account, from a queryset for display."""
    text = account.resolution
    blocks = blocks_of(account, parts_of(account), status_story(account), involvement_of(account))
    published = list(_published(text))
    return Document(
        language=get_language(),
        name=_name(account),
        subject=Run(named(account)),
        title=title_of(text),
        address=address_of(account),
        publisher=text.collection.publisher or text.collection.name,
        facts=tuple(_cover(account)),
        blocks=(*blocks, *_years(account, published), *_to_cite(account)),
        data_of=timezone.localdate(),
        notes=tuple(superseded(account, _newest(account, published))),
    )


def named(account):
    if account.year:
        return _("Progress Report %(year)s") % {"year": account.year}
    return _("Progress Report, year not known")


def _name(account):
    """The name of its files: "WCC-2016-Res-087 2026 v2"."""
    version = f" v{account.version}" if account.version > 1 else ""
    return f"{account.resolution.code} {account.year or '0000'}{version}"


def _cover(account):
    text = account.resolution
    yield _("Text"), (Run(f"{numbered(text)} ({text.label})", address=address_of(text)),)
    yield _("Assembly"), (Run(f"{text.assembly.kind}, {text.assembly.place_and_year}"),)
    yield _("Status of implementation"), status_of(account)
    yield _("Published"), (Run(day(account.published_at)),)
    yield _("Version"), (Run(str(account.version)),)
    if account.is_demonstration:
        yield _("Demonstration"), (Run(_("What this document tells is made up.")),)
    address = address_of(account)
    yield _("Where it stands"), (link(address),)


def _published(text):
    published = ProgressReport.objects.published().filter(resolution=text, cycle__isnull=False)
    return published.latest_first().select_related("cycle", "implementation_status", "resolution")


def _newest(account, published):
    return next((one for one in published if one.year == account.year), None)


def _years(account, published):
    """A line a year with a published account, the oldest first."""
    if not published:
        return
    yield Heading(1, Run(_("Over the years")))
    yield Table(
        caption=_("Status of implementation by published Progress Reports"),
        head=(_("Year"), _("Status of implementation"), _("Published")),
        lines=tuple(
            Line(
                (
                    Cell(str(one.year)),
                    Cell(str(one.implementation_status or _("not stated"))),
                    Cell(day(one.published_at)),
                )
            )
            for one in reversed(published)
        ),
    )


def _to_cite(account):
    text = account.resolution
    yield Heading(1, Run(_("To cite it")))
    version = _("version %(version)s") % {"version": account.version}
    told = [text.collection.name, text.label, title_of(text).text, named(account), version]
    told += [day(account.published_at)] if account.published_at else []
    yield Paragraph((Run(f"{', '.join(told)}. "), link(address_of(account))))
