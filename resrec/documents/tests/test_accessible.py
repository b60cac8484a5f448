"""The look-up of PDF/UA-1 (`accessible_pdf.py`) finds what is broken; test_golden.py uses it."""

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, NameObject

from resrec.documents.tests.accessible_pdf import children, faults


def _elements(element, kind):
    for one in children(element):
        if one.get("/S") == kind:
            yield one
        yield from _elements(one, kind)


def _first(writer, kind):
    return next(_elements(writer.root_object["/StructTreeRoot"], kind))


def _without(name):
    return lambda writer: writer.root_object.pop(NameObject(name))


def _marked_false(writer):
    writer.root_object["/MarkInfo"][NameObject("/Marked")] = BooleanObject(False)


def _no_alternative(writer):
    _first(writer, "/Figure").pop(NameObject("/Alt"))


def _leap(writer):
    _first(writer, "/H1")[NameObject("/S")] = NameObject("/H2")


def _no_scope(writer):
    _first(writer, "/TH").pop(NameObject("/A"))


def _silent_link(writer):
    page = next(page for page in writer.pages if "/Annots" in page)
    page["/Annots"][0].get_object().pop(NameObject("/Contents"))
    page.pop(NameObject("/Tabs"))


def _link_out_of_the_tree(writer):
    link = _first(writer, "/Link")
    link.pop(NameObject("/K"))


def _untagged(writer):
    page = writer.pages[0]
    data = page.get_contents().get_data()
    content = page["/Contents"].get_object()
    content.set_data(data.replace(b"/Artifact", b"/Span", 1).replace(b"BDC", b"BDC\n0 0 9 9 re f"))


def _not_embedded(writer):
    font = next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()
    font["/DescendantFonts"][0].get_object()["/FontDescriptor"].pop(NameObject("/FontFile3"))
    font.pop(NameObject("/ToUnicode"))


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (_marked_false, "It is not marked as tagged."),
        (_without("/Lang"), "It does not say its language."),
        (_without("/ViewerPreferences"), "Its window does not show its title."),
        (_without("/Metadata"), "It does not claim PDF/UA-1."),
        (_without("/Outlines"), "It has no bookmarks."),
        (_no_alternative, "A Figure has no alternative text."),
        (_leap, "The first heading is not of the first level."),
        (_no_scope, "A TH has no Scope."),
        (_silent_link, "A link on page 1 does not say where it leads."),
        (_silent_link, "Page 1 is not tabbed through by its structure."),
        (_link_out_of_the_tree, "A link on page 1 is not in the tree of structure."),
        (_not_embedded, "is not embedded."),
        (_not_embedded, "does not say which letters its signs are."),
    ],
)
def test_what_is_broken_is_found(analysis_pdf, broken, fault):
    writer = PdfWriter(clone_from=BytesIO(analysis_pdf))
    broken(writer)
    file = BytesIO()
    writer.write(file)
    assert any(fault in one for one in faults(file.getvalue()))


@pytest.fixture
def analysis_pdf():
    """A PDF with a heading, a link, a table and a picture; it needs no database."""
    from datetime import date

    from resrec.documents.blocks import Cell, Chart, Document, Heading, Line, Paragraph, Run, Table
    from resrec.documents.formats import FORMATS

    square = '<rect width="9" height="9"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{square}</svg>'
    blocks = (
        Heading(1, Run("Fens")),
        Paragraph((Run("Where"), Run("here", address="https://example.org/"))),
        Chart("A chart", "Bars: one", svg),
        Table("A table", ("Fen", "Size"), (Line((Cell("One"), Cell("1", 1))),)),
    )
    document = Document(
        language="en",
        name="fens",
        subject=Run("Fens"),
        title=Run("All fens"),
        address="https://example.org/",
        publisher="Fen Trust",
        facts=(("Where it stands", (Run("here", address="https://example.org/"),)),),
        blocks=blocks,
        data_of=date(2026, 11, 27),
    )
    return FORMATS["pdf"].write(document)
