"""Word files, pages and plain text come in with their numbers, and without surprises."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from resrec.library.originals import read, read_pasted
from resrec.rules import RuleBroken


def lines(content, name):
    return read(io.BytesIO(content), name).body.split("\n\n")


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


LEVELS = [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3."), ("bullet", "·")]


def numbered(document, number, abstract, levels=LEVELS, anew=None):
    """Add a list to a document's numbering part."""
    part = document.part.numbering_part.element
    if levels:
        told = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for depth, (how, text) in enumerate(levels)
        )
        part.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{told}</w:abstractNum>'
            ),
        )
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{anew}"/></w:lvlOverride>'
        if anew
        else ""
    )
    part.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
            f"{override}</w:num>"
        )
    )


def add(document, words, number=None, depth=0):
    paragraph = document.add_paragraph(words)
    if number is not None:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
                "</w:numPr>"
            )
        )
    return paragraph


def test_words_automatic_numbers_are_counted():
    document = Document()
    numbered(document, 77, 70)
    numbered(document, 78, 70, levels=None)
    numbered(document, 79, 70, levels=None, anew=1)
    add(document, "RECALLING rivers;")
    add(document, "CALLS UPON Members:", 77)
    add(document, "to walk; and", 77, 1)
    add(document, "", 77, 1)
    add(document, "to swim:", 77, 1)
    add(document, "in summer;", 77, 2)
    add(document, "in winter;", 77, 2)
    add(document, "with care;", 77, 3)
    add(document, "REQUESTS a map.", 78)
    add(document, "to draw.", 78, 1)
    add(document, "ANNEX")
    add(document, "First rule.", 79)
    assert lines(saved(document), "text.docx") == [
        "RECALLING rivers;",
        "1. CALLS UPON Members:",
        "(a) to walk; and",
        "(c) to swim:",
        "i. in summer;",
        "ii. in winter;",
        "• with care;",
        "2. REQUESTS a map.",
        "(a) to draw.",
        "ANNEX",
        "1. First rule.",
    ]


def test_a_style_brings_its_numbers():
    document = Document()
    document.add_paragraph("CALLS UPON all.", style="List Number")
    document.add_paragraph("INVITES some.", style="List Number")
    document.add_paragraph("to walk", style="List Bullet")
    assert lines(saved(document), "text.docx") == [
        "1. CALLS UPON all.",
        "2. INVITES some.",
        "• to walk",
    ]


def test_tables_are_lines_and_what_is_left_out_is_said():
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, [("River", "Length"), ("Orva", "12 km")], strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    gone = "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
    come = "<w:ins><w:r><w:t>newly</w:t></w:r></w:ins>"
    held = "<w:p><w:r><w:t>Held in a control.</w:t></w:r></w:p>"
    held = f"<w:sdt><w:sdtContent>{held}</w:sdtContent></w:sdt>"
    body = document.element.body
    for xml in (f"<w:p>{gone}{come}<w:r><w:tab/><w:t>said.</w:t></w:r></w:p>", held):
        body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    found = read(io.BytesIO(saved(document)), "text.docx")
    assert found.body.split("\n\n") == [
        "River | Length",
        "Orva | 12 km",
        "newly said.",
        "Held in a control.",
    ]
    assert found.notes == ["Passages marked as deleted were left out: 1."]


PAGE = """<!doctype html><html><head><title>No</title><script>no()</script></head><body>
<nav>Home</nav><h1>Of  rivers</h1><p>RECALLING <b>all</b>
rivers;<br>AWARE of none,<p>And:
<ol start=3><li>CALLS UPON Members
<ol type=a><li>to walk<li><p>to swim</p></ol><li value=9>URGES</ol>
<ul><li>one</ul>
<table><tr><th>River<th>Length<tr><td>Orva<td><p>12 km</table>
<pre>1. Laid out
2. by hand</pre>
<style>p{}</style>l&rsquo;eau &lt;b&gt;</body></html>"""


def test_pages_keep_their_numbers():
    assert lines(PAGE.encode(), "text.html") == [
        "Of rivers",
        "RECALLING all rivers;",
        "AWARE of none,",
        "And:",
        "3. CALLS UPON Members",
        "a. to walk",
        "b. to swim",
        "9. URGES",
        "• one",
        "River | Length",
        "Orva | 12 km",
        "1. Laid out",
        "2. by hand",
        "l’eau <b>",
    ]


def test_a_table_that_only_sets_out_the_page_is_no_table():
    page = "<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.</td></tr></table>"
    assert lines(page.encode(), "text.htm") == ["One.", "Two.", "Three."]


def test_a_page_nested_without_end_is_read():
    assert lines(b"<div>" * 20000 + b"deep", "text.html") == ["deep"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_plain_text_in_any_of_the_usual_encodings(encoding):
    assert lines("Rivières\r\nRíos".encode(encoding), "text.txt") == ["Rivières", "Ríos"]


def test_lines_cut_to_a_width_are_joined():
    text = (
        "1. CALLS UPON Members to walk along one river each year,\n"
        "and to tell of it;\n(a) short\nb) also short\nof course"
    )
    assert read_pasted(text + "\x00\x0b").body.split("\n\n") == [
        "1. CALLS UPON Members to walk along one river each year, and to tell of it;",
        "(a) short",
        "b) also short",
        "of course",
    ]


def archive(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def swollen():
    return archive(word__document_xml=b"0" * 101 * 1024 * 1024)


def with_macros():
    file = io.BytesIO(saved(Document()))
    with zipfile.ZipFile(file, "a") as made:
        made.writestr("word/vbaProject.bin", b"x")
    return file.getvalue()


def broken():
    """A Word file whose document part is no XML."""
    whole = zipfile.ZipFile(io.BytesIO(saved(Document())))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/document.xml"] = b"<w:document"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("text.docx", lambda: b"", "empty"),
        ("text.docx", lambda: b"PK\x03\x04 no archive", "damaged"),
        ("text.docx", lambda: archive(any=b"thing"), "not what its name says"),
        ("text.docx", swollen, "larger than any text"),
        ("text.docm", with_macros, "macros"),
        ("text.docx", broken, "damaged"),
        ("text.docx", lambda: saved(Document()), "no words"),
        ("text.html", lambda: b"\x00\x01\x02", "not text"),
        ("text.doc", lambda: b"\xd0\xcf\x11\xe0", "save it as .docx"),
        ("text.pdf", lambda: b"%PDF-1.4", "Bring in"),
        ("text.txt", lambda: b"a\n" * 20001, "too long"),
        ("text.txt", lambda: b" \n\t\n", "no words"),
    ],
)
def test_what_is_refused_is_said_why(name, content, message):
    with pytest.raises(RuleBroken, match=message):
        read(io.BytesIO(content()), name)


def test_a_file_too_large_is_refused():
    with pytest.raises(RuleBroken, match="too large"):
        read(io.BytesIO(b"a" * (20 * 1024 * 1024 + 1)), "text.txt")
