"""What PDF/UA-1 (ISO 14289-1) asks of a file and a program can see, looked up with pypdf.

`faults(content)` gives a sentence for each thing that is wrong; the names of the checks follow the
Matterhorn Protocol 1.1. Whether an alternative text is a good one only a person can say.
"""

import re
from functools import cached_property
from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

KINDS = set(
    "Document Part Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI"
    " Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot"
    " Figure Formula Form Title Em Strong".split()
)
# What must stand within what.
WITHIN = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
SHOWS = {b"Tj", b"TJ", b"'", b'"', b"f", b"f*", b"F", b"S", b"s", b"B", b"B*", b"b", b"b*", b"sh"}
SHOWS |= {b"Do", b"INLINE IMAGE"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


def faults(content):
    """Give what is wrong with a PDF, as a list of sentences."""
    reader = PdfReader(BytesIO(content))
    tree = Tree(reader)
    return [
        *_of_the_file(reader),
        *_of_the_tree(tree),
        *_of_headings(tree),
        *_of_tables(tree),
        *_of_links(reader, tree),
        *_of_drawing(reader, tree),
        *_of_fonts(reader),
    ]


class Tree:
    """The tree of structure: `all` its elements as (kind, element, kind of its parent)."""

    def __init__(self, reader):
        self.root = reader.trailer["/Root"].get("/StructTreeRoot", DictionaryObject()).get_object()
        roles = self.root.get("/RoleMap", {})
        self.roles = {name[1:]: role[1:] for name, role in roles.items()}
        self.all = list(self._within(self.root, "StructTreeRoot"))

    def _within(self, element, parent):
        for one in children(element):
            if "/S" in one:
                kind = self.roles.get(one["/S"][1:], one["/S"][1:])
                yield kind, one, parent
                yield from self._within(one, kind)

    @cached_property
    def by_number(self):
        """{number of a page or annotation: element, or list of elements by MCID}"""
        return dict(_numbers(self.root.get("/ParentTree", {})))

    def owners(self, page):
        """The elements that own what is marked on a page, by the number of the mark; or None."""
        return self.by_number.get(page.get("/StructParents", -1))


def language_of(element):
    """Give the language that an element or the nearest above it says, or None."""
    while element is not None:
        element = element.get_object()
        if "/Lang" in element:
            return str(element["/Lang"])
        element = element.get("/P")
    return None


def children(element):
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    kids = kids if isinstance(kids, list) else [kids]
    return [kid.get_object() for kid in kids if isinstance(kid.get_object(), DictionaryObject)]


def _numbers(node):
    node = node.get_object() if hasattr(node, "get_object") else node
    pairs = node.get("/Nums", [])
    for at in range(0, len(pairs), 2):
        yield int(pairs[at]), pairs[at + 1].get_object()
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)


def _of_the_file(reader):
    root = reader.trailer["/Root"]
    about = root["/Metadata"].get_data().decode() if "/Metadata" in root else ""
    told = {
        "It is not marked as tagged.": _is_true(root.get("/MarkInfo", {}).get("/Marked")),
        "Its tags are suspect.": not _is_true(root.get("/MarkInfo", {}).get("/Suspects")),
        "It has no tree of structure.": "/StructTreeRoot" in root,
        "It does not say its language.": LANGUAGE.match(str(root.get("/Lang", ""))),
        "Its window does not show its title.": _is_true(
            root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
        ),
        "It does not claim PDF/UA-1.": re.search(r"<pdfuaid:part>1</|pdfuaid:part=.1.", about),
        "Its metadata have no title.": re.search(
            r"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]+</", about
        ),
        "It has no bookmarks.": reader.outline,
        "It is locked.": not reader.is_encrypted,
        "It runs scripts.": not {"/JavaScript", "/AA"} & {*root, *root.get("/Names", {})},
    }
    return [fault for fault, is_well in told.items() if not is_well]


def _is_true(value):
    return getattr(value, "value", value) is True


def _of_the_tree(tree):
    for kind, element, parent in tree.all:
        if kind not in KINDS:
            yield f"{kind} is no standard kind of element."
        if kind in WITHIN and parent not in WITHIN[kind]:
            yield f"{kind} stands within {parent}."
        if kind in ("Figure", "Formula") and not str(element.get("/Alt", "")).strip():
            yield f"A {kind} has no alternative text."
        if "/Lang" in element and not LANGUAGE.match(str(element["/Lang"])):
            yield f"{element['/Lang']} is no language."
        if kind == "Note" and "/ID" not in element:
            yield "A Note has no ID."


def _of_headings(tree):
    levels = [int(kind[1]) for kind, _one, _parent in tree.all if re.fullmatch(r"H\d", kind)]
    if not levels or levels[0] != 1:
        yield "The first heading is not of the first level."
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"A heading of level {level} follows one of level {before}."


def _of_tables(tree):
    for kind, element, _parent in tree.all:
        if kind == "TH" and not _attribute(element, "/Scope"):
            yield "A TH has no Scope."
        if kind == "Table":
            rows = list(_rows(tree, element))
            widths = {sum(_attribute(cell, "/ColSpan") or 1 for cell in row) for row in rows}
            if len(widths) > 1:
                yield f"The rows of a table are {sorted(widths)} cells wide."
            if not any(cell["/S"] == "/TH" for row in rows for cell in row):
                yield "A table has no TH."


def _rows(tree, element):
    for one in children(element):
        if one.get("/S") == "/TR":
            yield [cell for cell in children(one) if cell.get("/S") in ("/TH", "/TD")]
        elif one.get("/S") in ("/THead", "/TBody", "/TFoot"):
            yield from _rows(tree, one)


def _attribute(element, name):
    given = element.get("/A", [])
    given = given.get_object() if hasattr(given, "get_object") else given
    for one in given if isinstance(given, list) else [given]:
        if name in (one := one.get_object()):
            return one[name]
    return None


def _of_links(reader, tree):
    by_number = tree.by_number
    for number, page in enumerate(reader.pages, start=1):
        marks = [one.get_object() for one in page.get("/Annots", [])]
        if marks and page.get("/Tabs") != "/S":
            yield f"Page {number} is not tabbed through by its structure."
        for mark in marks:
            owner = by_number.get(mark.get("/StructParent", -1))
            if not mark.get("/Contents"):
                yield f"A link on page {number} does not say where it leads."
            if owner is None or mark not in [one.get("/Obj") for one in _of_objects(owner)]:
                yield f"A link on page {number} is not in the tree of structure."
            elif mark.get("/Subtype") == "/Link" and owner["/S"] not in ("/Link", "/Reference"):
                yield f"A link on page {number} is tagged {owner['/S']}."


def _of_objects(owner):
    return [
        {"/Obj": one["/Obj"].get_object()} for one in children(owner) if one.get("/Type") == "/OBJR"
    ]


def _of_drawing(reader, tree):
    """Whatever is drawn is in the tree, or said to be decoration."""
    for number, page in enumerate(reader.pages, start=1):
        owners = tree.owners(page)
        if owners is None:
            yield f"Page {number} is not in the tree of structure."
            continue
        for fault in _loose(page, owners, reader):
            yield f"Page {number}: {fault}"


def _loose(page, owners, reader):
    within = []  # "Artifact", the number of what is tagged, or None
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BMC", b"BDC"):
            about = operands[1] if len(operands) > 1 else {}
            tagged = about.get("/MCID") if isinstance(about, dict) else None
            kind = "Artifact" if operands[0] == "/Artifact" else tagged
            if kind is not None and any(one is not None for one in within):
                yield f"{operands[0]} stands within something else that is marked."
            if tagged is not None and (tagged >= len(owners) or not owners[tagged].get_object()):
                yield f"Nothing in the tree owns what is marked {tagged}."
            within.append(kind)
        elif operator == b"EMC":
            within.pop()
        elif operator in SHOWS and all(one is None for one in within):
            yield f"{operator.decode()} draws what is neither tagged nor decoration."


def _of_fonts(reader):
    seen = {}
    for page in reader.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            seen[font.idnum if hasattr(font, "idnum") else id(font)] = font.get_object()
    for font in seen.values():
        name = font.get("/BaseFont", "?")
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        held = inner.get("/FontDescriptor", {})
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(held):
            yield f"The font {name} is not embedded."
        if "/ToUnicode" not in font:
            yield f"The font {name} does not say which letters its signs are."
        elif re.search(rb"<(0000|FEFF|FFFE)>\s*(\n|endbf)", font["/ToUnicode"].get_data()):
            yield f"The font {name} has a sign that is no letter."
        if inner.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
            yield f"The font {name} does not say which of its signs are drawn."
