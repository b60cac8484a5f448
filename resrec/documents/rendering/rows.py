"""A document as rows: every word and every figure of it, one a row, for sheets and CSV."""

from dataclasses import astuple, dataclass

from django.utils.translation import gettext as _

from resrec.documents.blocks import AMBER, Document, Run, plain


@dataclass(frozen=True)
class Row:
    """One thing that the document says. `section` are the headings it stands under."""

    section: str
    what: str
    number: str = ""
    table: str = ""
    line: str = ""
    column: str = ""
    words: str = ""
    language: str = ""
    whose: str = ""
    address: str = ""


def head():
    """Give the names of the columns, in the page's language."""
    return [
        _("Section"),
        _("What it is"),
        _("Number"),
        _("Table"),
        _("Line"),
        _("Column"),
        _("Words or figure"),
        _("Language"),
        _("Whose words"),
        _("Address"),
    ]


def rows_of(document: Document):
    """Yield the rows of a document as tuples of strings, cover first."""
    return (astuple(row) for row in _Reading(document).rows())


class _Reading:
    def __init__(self, document):
        self.document = document
        self.under: list[str] = []

    def rows(self):
        document = self.document
        yield self._said(_("Title"), (document.title,))
        yield self._said(_("Document"), (document.subject,))
        for label, runs in document.cover:
            yield self._said(_("On the cover"), runs, line=label)
        for block in (*document.notes, *document.blocks):
            yield from getattr(self, type(block).__name__.lower())(block)

    def _said(self, what, runs, **more):
        first = next((run for run in runs if run.text), Run(""))
        return Row(
            section=" / ".join(filter(None, self.under)),
            what=what,
            words=plain(runs),
            language=first.language or self.document.language,
            **{"address": next((run.address for run in runs if run.address), "")} | more,
        )

    def heading(self, block):
        self.under = [*self.under[: block.level - 1], block.run.text]
        yield self._said(_("Heading"), (block.run,), number=str(block.level))

    def paragraph(self, block):
        yield self._said(_("Paragraph"), block.runs)

    def note(self, block):
        yield self._said(_("Note"), block.runs)

    def clause(self, block):
        yield self._said(_("Paragraph of the text"), (block.run,), number=block.number)

    def statement(self, block):
        numbers = ", ".join(str(source.number) for source in block.sources)
        yield self._said(_("Statement"), block.runs, number=numbers)
        for source in block.sources:
            yield self._quoted(source.quotation, source.by, number=str(source.number))

    def quotation(self, block):
        yield self._quoted(block.run, block.by)

    def _quoted(self, run, by, **more):
        address = next((one.address for one in by if one.address), "")
        return self._said(_("Source"), (run,), whose=plain(by), address=address, **more)

    def items(self, block):
        for runs in block.items:
            yield self._said(_("Item of a list"), runs)

    def facts(self, block):
        for label, runs in block.pairs:
            yield self._said(_("Answer"), runs, line=label)

    def chart(self, block):
        yield self._said(_("Chart"), (Run(block.alternative),), table=block.caption)

    def table(self, block):
        for line in block.lines:
            name, *cells = line.cells
            for column, cell in zip(block.head[1:], cells, strict=False):
                said = cell.text if cell.number is None else str(cell.number)
                what = _("Figure") if cell.number is not None else _("Cell")
                yield self._said(
                    f"{what} {AMBER}" if cell.is_amber else what,
                    (Run(said),),
                    table=block.caption,
                    line=name.text,
                    column=column,
                )
