"""Word files: paragraphs with the numbers that Word counts, rows of tables as lines.

The tree is walked here, since python-docx passes over what stands in content controls and what
was inserted under review. Deleted words are left out; so are notes and pictures, and it is said.
"""

from django.utils.translation import gettext as _, gettext_lazy
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from resrec.library.originals.word_numbers import Numbers
from resrec.rules import RuleBroken

PARAGRAPH, TABLE, ROW, CELL = (qn(f"w:{tag}") for tag in ("p", "tbl", "tr", "tc"))
WORDS = qn("w:t")
BREAKS = {qn("w:br"), qn("w:cr")}
SPACES = {qn("w:tab"), qn("w:ptab")}
HYPHEN = qn("w:noBreakHyphen")
# Removed under review, the second copy of a drawing, and what tells how a paragraph looks.
LEFT_OUT = {qn(f"w:{tag}") for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")}
LEFT_OUT.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
TOLD = {
    qn("w:footnoteReference"): gettext_lazy("Footnotes were left out: %s."),
    qn("w:endnoteReference"): gettext_lazy("Endnotes were left out: %s."),
    qn("w:drawing"): gettext_lazy("Pictures and drawings were left out: %s."),
    qn("w:del"): gettext_lazy("Passages marked as deleted were left out: %s."),
}
BETWEEN_CELLS = " | "
# What a broken or malicious file can make the readers raise.
UNREADABLE = (
    PackageNotFoundError,
    etree.LxmlError,
    AttributeError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def lines_of(file):
    """Give the lines of a .docx and the notes on what was left out."""
    try:
        document = Document(file)
        body = document.element.body
        lines = list(_lines(body, Numbers(document)))
    except UNREADABLE as broken:
        raise RuleBroken(_("This Word file could not be read; it may be damaged.")) from broken
    counts = {tag: sum(1 for _one in body.iter(tag)) for tag in TOLD}
    return lines, [str(TOLD[tag]) % count for tag, count in counts.items() if count]


def rows_and_lines_of(file):
    """Give the rows of a .docx's tables, each a list of its cells' words with line breaks kept,
    and the lines outside of tables. Raises RuleBroken when it cannot be read."""
    try:
        body = Document(file).element.body
        rows = [[_with_breaks(cell) for cell in row.iter(CELL)] for row in body.iter(ROW)]
        outside = [p for p in body.iter(PARAGRAPH) if next(p.iterancestors(TABLE), None) is None]
        return rows, ["".join(_words(paragraph)) for paragraph in outside]
    except UNREADABLE as broken:
        raise RuleBroken(_("This Word file could not be read; it may be damaged.")) from broken


def _with_breaks(cell):
    paragraphs = cell.iter(PARAGRAPH)
    return "\n".join("".join(_words(one, line_break="\n")) for one in paragraphs)


def _lines(block, numbers):
    """Give the lines of what holds paragraphs and tables, in the order of reading."""
    for child in block:
        if child.tag == PARAGRAPH:
            yield _paragraph(child, numbers)
        elif child.tag == TABLE:
            for row in child.iter(ROW):
                yield BETWEEN_CELLS.join(filter(None, (_cell(c, numbers) for c in row.iter(CELL))))
        elif child.tag not in LEFT_OUT:
            yield from _lines(child, numbers)


def _cell(cell, numbers):
    return " ".join(filter(None, (_paragraph(one, numbers) for one in cell.iter(PARAGRAPH))))


def _paragraph(paragraph, numbers):
    number = numbers.of(paragraph)
    words = " ".join("".join(_words(paragraph)).split())
    return f"{number} {words}".strip() if words else ""


def _words(element, line_break=" "):
    for child in element:
        if child.tag in LEFT_OUT:
            continue
        if child.tag == WORDS:
            yield child.text or ""
        elif child.tag in BREAKS:
            yield line_break
        elif child.tag in SPACES:
            yield " "
        elif child.tag == HYPHEN:
            yield "-"
        else:
            yield from _words(child, line_break)
