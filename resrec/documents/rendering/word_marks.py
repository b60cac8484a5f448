"""What python-docx has no words for: languages, links, fields, bookmarks, alternative texts."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.run import Run as WordRun

from resrec.documents.blocks import is_right_to_left

TAGS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}
COLOURS = {"quiet": RGBColor(82, 92, 89), "amber": RGBColor(131, 71, 0)}


def write_run(within, run, paragraph):
    """Write a Run of ours into a paragraph or a link in it; gives Word's run."""
    element = OxmlElement("w:r")
    getattr(within, "_p", within).append(element)
    made = WordRun(element, paragraph)
    made.text = run.text
    if run.style == "strong":
        made.bold = True
    if colour := COLOURS.get(run.style):
        made.font.color.rgb = colour
    if run.language:
        _add(element.get_or_add_rPr(), "w:lang", {"w:val": TAGS.get(run.language, run.language)})
    if is_right_to_left(run.text):
        made.font.rtl = True
    return made


def set_direction(paragraph, text):
    """Let a paragraph run from right to left where its first letter does."""
    if is_right_to_left(text):
        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)


AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:rPr",
    "w:sectPr",
)


def set_language(file, language):
    """Say in which language the file is written where its words say nothing else."""
    defaults = file.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    tag = TAGS.get(language, language)
    _add(properties, "w:lang", {"w:val": tag, "w:eastAsia": tag, "w:bidi": "ar-SA"})


def relate(file, name, address):
    """Add an address outside of the file, under a name of ours."""
    file.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)


def link_to(within, paragraph, name):
    """Give a link in a paragraph that leads to the related address of this name."""
    return _add(getattr(within, "_p", within), "w:hyperlink", {"r:id": name})


def link_within(paragraph, bookmark_name):
    """Give a link that leads to a bookmark."""
    return _add(paragraph._p, "w:hyperlink", {"w:anchor": bookmark_name, "w:history": "1"})


def bookmark(paragraph, number, name):
    start = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    first = paragraph._p.find(qn("w:r"))
    first.addprevious(start)
    _add(paragraph._p, "w:bookmarkEnd", {"w:id": str(number)})


def begin_field(paragraph, instruction):
    """Begin a field that Word fills anew: what stands up to `end_field` is what it shows so far."""
    _field_mark(paragraph, "begin", {"w:dirty": "true"})
    element = _add(_add(paragraph._p, "w:r"), "w:instrText", {"xml:space": "preserve"})
    element.text = instruction
    _field_mark(paragraph, "separate")


def end_field(paragraph):
    _field_mark(paragraph, "end")


def number_pages(paragraph):
    """Write "3 / 12" into a footer."""
    for position, name in enumerate(("PAGE", "NUMPAGES")):
        if position:
            paragraph.add_run(" / ")
        field = _add(paragraph._p, "w:fldSimple", {"w:instr": name})
        _add(_add(field, "w:r"), "w:t").text = "1"
    paragraph.alignment = 2  # to the right


def describe_picture(paragraph, words):
    """Give the picture in a paragraph its alternative text."""
    for properties in paragraph._p.iter(qn("wp:docPr")):
        properties.set("descr", words)


def repeat_as_header(row):
    """Say that a row heads its table, on each page."""
    _add(row._tr.get_or_add_trPr(), "w:tblHeader")


def _field_mark(paragraph, kind, more=()):
    _add(_add(paragraph._p, "w:r"), "w:fldChar", {"w:fldCharType": kind, **dict(more)})


def _add(parent, name, attributes=()):
    element = OxmlElement(name)
    for key, value in dict(attributes).items():
        prefix = key.partition(":")[0]
        key = "{http://www.w3.org/XML/1998/namespace}space" if prefix == "xml" else qn(key)
        element.set(key, value)
    parent.append(element)
    return element
