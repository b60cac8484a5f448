"""Each kind of document in each language: every format says the same, opened by other programs."""

import html
import re
from dataclasses import dataclass
from functools import cached_property

import pytest
from django.utils.translation import override
from docx.oxml.ns import qn

from resrec.documents.blocks import Chart, Document, Heading, Table, plain
from resrec.documents.formats import FORMATS
from resrec.documents.tests.accessible_pdf import faults
from resrec.documents.tests.conftest import Pdf, read_csv, read_sheets, read_word

TAGS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}
UNDERWAY = {"en": "Underway", "fr": "Avancée", "es": "En marcha"}
RESULTS = {"en": "Results", "fr": "Résultats", "es": "Resultados"}
COUNTED = {"en": "How this is counted", "fr": "Comment ces chiffres", "es": "Cómo se cuenta"}
# Words of others, and their language: a statement in English has been rendered in Spanish.
FLOOD, PONDS = ("La crue a tout emporté.", "fr"), ("Trois mares", "fr")
DUG, DUG_IN_SPANISH = ("Ponds were dug.", "en"), ("Se cavaron charcas.", "es")
# What each kind says in our words.
KINDS = {
    "progress report": RESULTS,
    "collected": RESULTS,
    "record": RESULTS,
    "analysis": COUNTED,
    "frozen analysis": COUNTED,
}


@dataclass
class Golden:
    """A document: `ours` are words in its language, `quoted` those of others with theirs."""

    document: Document
    ours: list[str]
    quoted: list[tuple[str, str]]

    @property
    def language(self):
        return self.document.language

    @cached_property
    def fingerprint(self):
        return plain(self.document.cover[-1][1]).replace(" ", "")

    @cached_property
    def tables(self):
        return [block for block in self.document.blocks if isinstance(block, Table)]

    @cached_property
    def charts(self):
        return [block for block in self.document.blocks if isinstance(block, Chart)]

    @cached_property
    def headings(self):
        return [block.run.text for block in self.document.blocks if isinstance(block, Heading)]

    def in_format(self, suffix):
        return FORMATS[suffix].write(self.document)


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_says_the_same(scene, client, kind):
    build, address = scene[kind]
    for language in TAGS:
        with override(language):
            document, page = build(), client.get(address(), follow=True).text
        told = (
            [] if COUNTED is KINDS[kind] else [PONDS, DUG_IN_SPANISH if language == "es" else DUG]
        )
        day = plain(document.cover[-2][1])
        ours = [UNDERWAY[language], KINDS[kind][language], day]
        said = Golden(document, ours, [FLOOD, *told])
        look_at_pdf(said)
        look_at_word(said)
        look_at_sheets(said)
        look_at_page(said, page, kind)


def look_at_pdf(said):
    content = said.in_format("pdf")
    assert faults(content) == []
    file = Pdf(content)
    words, pages = file.words, file.reader.pages
    assert file.root["/Lang"] == said.language
    assert "\u2060" not in words
    for ours in said.ours:
        assert ours in words
    assert said.fingerprint in words.replace(" ", "")
    for number, page in enumerate(pages[1:], start=2):
        assert f"{number} / {len(pages)}" in page.extract_text()
    assert file.contents[-len(said.headings) :] == said.headings
    alternatives = [one["/Alt"] for kind, one in file.elements() if kind == "/Figure"]
    assert alternatives == [chart.alternative for chart in said.charts]
    assert file.kinds.count("/Table") == len(said.tables)
    for line in (line for table in said.tables for line in table.lines):
        assert squeezed("".join(cell.text for cell in line.cells)) in squeezed(words)
    # Last, for it takes the other words from the pages.
    for quoted, its in said.quoted:
        assert quoted in (words if its == said.language else Pdf(content).words_in(its))


def squeezed(text):
    """Leave out what lines break at."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def look_at_word(said):
    file = read_word(said.in_format("docx"))
    words = "\n".join(_text(paragraph) for paragraph in file.element.iter(qn("w:p")))
    for ours in said.ours:
        assert ours in words
    assert said.fingerprint in words.replace(" ", "")
    for quoted, its in said.quoted:
        run = next(run for run in file.element.iter(qn("w:r")) if quoted in _text(run))
        tags = [one.get(qn("w:val")) for one in run.iter(qn("w:lang"))]
        assert tags == ([] if its == said.language else [TAGS[its]])
    styled = [(p.style.name, p.text) for p in file.paragraphs]
    assert [text for name, text in styled if name.startswith("Heading ")] == said.headings
    blocks = [one for one in said.document.blocks if isinstance(one, Chart | Table)]
    assert [text for name, text in styled if name == "Caption"] == [one.caption for one in blocks]
    described = file.element.xpath("//wp:docPr/@descr")
    assert described == [chart.alternative for chart in said.charts]
    for table, drawn in zip(said.tables, file.tables, strict=True):
        head, *rows = drawn.rows
        assert "<w:tblHeader" in head._tr.xml
        assert [cell.text for cell in head.cells] == list(table.head)
        for line, row in zip(table.lines, rows, strict=True):
            cells = [cell.text for cell in row.cells]
            assert cells[: len(line.cells)] == [cell.text for cell in line.cells]
    assert r'TOC \o "1-' in file.element.xml
    assert 'w:instr="PAGE"' in file.sections[0].footer._element.xml
    assert file.core_properties.language == said.language
    assert f'w:lang w:val="{TAGS[said.language]}"' in file.styles.element.xml


def _text(element):
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def look_at_sheets(said):
    content = said.in_format("csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = read_csv(content)
    first, *sheets = read_sheets(said.in_format("xlsx")).values()
    assert [[cell or "" for cell in row] for row in first] == rows
    for ours in said.ours:
        assert any(ours in cell for row in rows for cell in row)
    words = {row[6]: row for row in rows}
    for quoted, its in said.quoted:
        row = next(row for text, row in words.items() if text.startswith(quoted))
        assert row[7] == its
    assert said.fingerprint in {text.replace(" ", "") for text in words}
    assert {chart.alternative for chart in said.charts} <= set(words)
    for table, (caption, _empty, head, *lines) in zip(said.tables, sheets, strict=True):
        assert caption[0] == table.caption
        assert head == list(table.head)
        for line, row in zip(table.lines, lines, strict=True):
            figures = [cell.text if cell.number is None else cell.number for cell in line.cells]
            assert row[: len(figures)] == figures


def look_at_page(said, page, kind):
    page = html.unescape(page)
    assert f'<html lang="{said.language}"' in page
    if said.charts:
        drawn = [number for chart in said.charts for number in _numbers(chart.svg)]
        assert _numbers(page) == drawn
    if kind == "collected":
        assert UNDERWAY[said.language] in page
        (overview,) = said.tables
        for line in overview.lines:
            assert all(f">{cell.text}<" in page for cell in (line.cells[0], *line.cells[3:]))
    if kind == "progress report":
        for ours in said.ours:
            assert ours in page
        for quoted, its in said.quoted:
            assert re.search(rf'lang="{its}"[^>]*>[^<]*{quoted}', page)


def _numbers(svg):
    return re.findall(r'class="(?:value|inside)[^"]*"[^>]*>([^<]+)</text>', svg)
