"""The styles of a Word file: what Word knows by name, and a few of our own on top of it."""

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from resrec.documents.rendering import word_marks as marks

ACCENT, QUIET, AMBER = RGBColor(11, 87, 71), RGBColor(82, 92, 89), RGBColor(131, 71, 0)
INK = RGBColor(25, 30, 29)
SERIF = "Cambria"
# Name, style it is based on, size in points, space after in points.
OURS = (
    ("Statement", "Normal", 11, 3),
    ("Source", "Normal", 9.5, 0),
    ("Source by", "Normal", 9, 5),
    ("Clause", "Normal", 11, 6),
    ("Note", "Normal", 11, 8),
    ("Fact", "Normal", 9.5, 0),
    ("Fact said", "Normal", 11, 7),
    ("Cell", "Normal", 9.5, 1),
    ("Figure", "Normal", 9.5, 1),
    ("toc 1", "Normal", 11, 3),
    ("toc 2", "Normal", 10, 1),
)


def lay_styles(file, document):
    """Prepare an empty file: styles, language, page, what it says of itself."""
    _of_word(file.styles)
    for name, base, size, after in OURS:
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles[base]
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(after)
        style.quick_style = not name.startswith("toc")
    _of_ours(file.styles)
    marks.set_language(file, document.language)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    marks.number_pages(section.footer.paragraphs[0])
    about = file.core_properties
    about.title, about.subject = document.title.text[:250], document.subject.text[:250]
    about.author, about.language = document.publisher[:250], document.language
    about.comments = f"{document.address} {document.fingerprint}"[:250]
    about.last_modified_by = ""


def _of_word(styles):
    styles["Normal"].font.name, styles["Normal"].font.size = SERIF, Pt(11)
    styles["Normal"].element.rPr.rFonts.set(qn("w:cs"), SERIF)
    for level in range(1, 5):
        _face(styles[f"Heading {level}"], (18, 14, 12, 11)[level - 1], INK)
    _face(styles["Title"], 26, INK)
    _face(styles["Subtitle"], 12, ACCENT)
    _face(styles["TOC Heading"], 18, INK)
    _face(styles["Caption"], 10, INK)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Subtitle"].font.italic = styles["Quote"].font.italic = False
    styles["Quote"].paragraph_format.left_indent = Cm(0.6)


def _face(style, size, colour):
    style.font.name, style.font.size, style.font.color.rgb = SERIF, Pt(size), colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _of_ours(styles):
    for name in ("Source", "Source by"):
        styles[name].paragraph_format.left_indent = Cm(0.8)
    styles["Statement"].paragraph_format.space_before = Pt(6)
    styles["Source"].paragraph_format.keep_with_next = True
    styles["Fact"].font.color.rgb, styles["Fact"].font.bold = QUIET, True
    styles["Fact"].paragraph_format.keep_with_next = True
    styles["Note"].font.color.rgb = AMBER
    styles["Note"].paragraph_format.left_indent = Cm(0.4)
    styles["Figure"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["toc 2"].paragraph_format.left_indent = Cm(0.6)
