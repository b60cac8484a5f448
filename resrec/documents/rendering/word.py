"""A document as a Word file that can be edited: real styles, headings, captions, lists, tables."""

from io import BytesIO

from django.utils.translation import gettext as _, override
from docx import Document as WordFile
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from resrec.documents.blocks import Document, Heading, Run, Table, plain
from resrec.documents.rendering import word_marks as marks
from resrec.documents.rendering.pictures import as_picture
from resrec.documents.rendering.word_styles import lay_styles

WIDTH = Cm(16)


def word(document: Document) -> bytes:
    """Give the bytes of the file."""
    writing = _Writing(document)
    writing.write_cover()
    writing.write_contents()
    for block in document.blocks:
        writing.write(block)
    file = BytesIO()
    writing.file.save(file)
    return file.getvalue()


class _Writing:
    def __init__(self, document):
        self.document = document
        self.file: WordDocument = WordFile()
        lay_styles(self.file, document)
        # Asking a file for a style by its name, or for its end, walks through it each time.
        self.styles = {style.name: style.style_id for style in self.file.styles}
        self.end = self.file.element.body.sectPr
        self.headings = 0
        self.links: dict[str, str] = {}

    def write(self, block):
        getattr(self, f"write_{type(block).__name__.lower()}")(block)

    def write_cover(self):
        document = self.document
        self._paragraph("Subtitle", (document.subject,))
        self._paragraph("Title", (document.title,))
        for label, runs in document.cover:
            self._fact(label, runs)
        for note in document.notes:
            self.write(note)

    def write_contents(self):
        """A table of contents that Word keeps; until it counts pages it has none of its own."""
        with override(self.document.language):
            self._paragraph("TOC Heading", _text(_("Contents")))
        headings = [one for one in self.document.blocks if isinstance(one, Heading)]
        shown = [
            (n, one)
            for n, one in enumerate(headings, start=1)
            if one.level <= self.document.contents
        ]
        for place, (number, heading) in enumerate(shown):
            entry = self._empty(f"toc {heading.level}")
            if place == 0:
                depth = self.document.contents
                marks.begin_field(entry, rf'TOC \o "1-{depth}" \h \z \u')
            link = marks.link_within(entry, f"_Toc{number}")
            self._runs(link, (heading.run,), entry)
            if place == len(shown) - 1:
                marks.end_field(entry)
        self._empty("Normal").add_run().add_break(WD_BREAK.PAGE)

    def _empty(self, style):
        """Give a paragraph without words at the end of the file."""
        element = OxmlElement("w:p")
        self.end.addprevious(element)
        element.style = self.styles[style]
        return Paragraph(element, self.file)

    def _paragraph(self, style, runs):
        paragraph = self._empty(style)
        self._runs(paragraph, runs, paragraph)
        marks.set_direction(paragraph, plain(runs))
        return paragraph

    def _runs(self, within, runs, paragraph):
        for run in runs:
            into = marks.link_to(within, paragraph, self._relation(run)) if run.address else within
            marks.write_run(into, run, paragraph)

    def _relation(self, run):
        """The name of a link in the file: one an address, for there may be thousands."""
        if run.address not in self.links:
            name = self.links[run.address] = f"rLink{len(self.links) + 1}"
            marks.relate(self.file, name, run.address)
        return self.links[run.address]

    def write_heading(self, block):
        self.headings += 1
        paragraph = self._paragraph(f"Heading {block.level}", (block.run,))
        paragraph.paragraph_format.page_break_before = block.opens_page or None
        marks.bookmark(paragraph, self.headings, f"_Toc{self.headings}")

    def write_note(self, block):
        self._paragraph("Note", block.runs)

    def write_clause(self, block):
        paragraph = self._empty("Clause")
        paragraph.paragraph_format.left_indent = Cm(0.8 * block.level)
        if block.number:
            paragraph.add_run(f"{block.number}\t").bold = True
        self._runs(paragraph, (block.run,), paragraph)
        marks.set_direction(paragraph, block.run.text)

    def write_statement(self, block):
        paragraph = self._paragraph("Statement", block.runs)
        if block.sources:
            numbers = ", ".join(str(source.number) for source in block.sources)
            paragraph.add_run(numbers).font.superscript = True
        for source in block.sources:
            said = self._empty("Source")
            said.add_run(f"{source.number}\u2002").bold = True
            self._runs(said, (source.quotation,), said)
            marks.set_direction(said, source.quotation.text)
            self._paragraph("Source by", source.by)

    def write_quotation(self, block):
        self._paragraph("Quote", (block.run,))
        if block.by:
            self._paragraph("Source by", block.by)

    def write_items(self, block):
        for runs in block.items:
            self._paragraph("List Bullet", runs)

    def write_facts(self, block):
        for label, runs in block.pairs:
            self._fact(label, runs)

    def _fact(self, label, runs):
        self._paragraph("Fact", _text(label))
        self._paragraph("Fact said", runs)

    def write_chart(self, block):
        self._paragraph("Caption", _text(block.caption))
        paragraph = self._empty("Normal")
        paragraph.add_run().add_picture(BytesIO(as_picture(block.svg)), width=WIDTH)
        marks.describe_picture(paragraph, block.alternative)

    def write_table(self, block: Table):
        self._paragraph("Caption", _text(block.caption))
        table = self.file.add_table(rows=1 + len(block.lines), cols=len(block.head))
        table.style = self.file.styles["Table Grid"]
        # Asking a table for its cells walks through all of them: ask once.
        rows = [row.cells for row in table.rows]
        for cell, name in zip(rows[0], block.head, strict=True):
            self._cell(cell, name, bold=True)
        marks.repeat_as_header(table.rows[0])
        for cells, line in zip(rows[1:], block.lines, strict=True):
            if line.groups:
                cells[0].merge(cells[-1])
            for cell, said in zip(cells, line.cells, strict=False):
                self._cell(cell, said.text, bold=line.groups, right=said.number is not None)
        self._empty("Normal")

    def _cell(self, cell, text, *, bold=False, right=False):
        paragraph = cell.paragraphs[0]
        paragraph._p.style = self.styles["Figure" if right else "Cell"]
        (run,) = _text(text)
        marks.write_run(paragraph, run, paragraph).bold = bold or None

    def write_paragraph(self, block):
        self._paragraph("Body Text", block.runs)


def _text(words):
    return (Run(words),)
