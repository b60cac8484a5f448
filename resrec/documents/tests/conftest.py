"""What documents are tried on, and how each format is read by a program that is not ours."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from django.utils.translation import override
from docx import Document as WordFile
from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, NameObject

from resrec.analysis import analyses
from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.frozen import FrozenOverview, find_frozen
from resrec.analysis.models import Theme
from resrec.analysis.overview import Overview
from resrec.analysis.passages import passages
from resrec.documents.building.collected import collected
from resrec.documents.building.frozen_analysis import frozen_analysis
from resrec.documents.building.progress_report import progress_report
from resrec.documents.building.text_record import text_record
from resrec.documents.building.yearly_analysis import yearly_analysis
from resrec.documents.formats import FORMATS
from resrec.documents.tests.accessible_pdf import Tree, language_of
from resrec.library.sittings import page_of
from resrec.reporting.account.synthesis import use_passage
from resrec.reporting.models import ProgressReport


@pytest.fixture
def made():
    """Make a document's file: `made(build, "pdf", "fr")` builds it in that language."""

    def make(build, suffix, language="en"):
        with override(language):
            return FORMATS[suffix].write(build())

    return make


@pytest.fixture
def scene(cast, report_of, account_of):
    """A year of which each kind of document tells: {kind: (function that builds it, its page)}.

    A French report is quoted, a statement in English is rendered in Spanish, the status has moved
    since last year, a theme has been named, and the analysis is frozen.
    """
    congress, year = cast.resolution.assembly, cast.cycle.year
    report = report_of(
        results="Trois mares ont été creusées.",
        challenges="La crue a tout emporté.",
        language="fr",
        status="accepted",
    )
    account_of(year=year - 1, implementation_status_id="initiated", status="published")
    account = account_of(
        implementation_status_id="underway",
        status_reason="The water board agreed.",
        quotes=[(report, "results", "Trois mares")],
    )
    use_passage(account, report, "challenges", "La crue a tout emporté.", section="challenges")
    own = account.statements.get(text="Ponds were dug.")
    own.renderings.create(
        language="es", text="Se cavaron charcas.", by=cast.focal_point, renders=own.digest
    )
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    theme = Theme.begin(congress, {"en": "Water that rises"}, by=cast.officer)
    theme.put(passages(Overview(congress, cast.cycle)), by=cast.officer)
    frozen = freeze(congress, cast.cycle, by=cast.officer)

    def overview():
        return Overview(*analyses.find(congress.code, year))

    def account_now():
        return ProgressReport.objects.for_display().get(pk=account.pk)

    code, place = cast.resolution.code, [congress.code, year]
    return {
        "progress report": (
            lambda: progress_report(account_now()),
            lambda: reverse("progress_report", args=[code, year]),
        ),
        "collected": (
            lambda: collected(*analyses.find(*place)),
            lambda: reverse("collected", args=place),
        ),
        "record": (lambda: text_record(page_of(code)), lambda: reverse("resolution", args=[code])),
        "analysis": (lambda: yearly_analysis(overview()), lambda: reverse("analysis", args=place)),
        "frozen analysis": (
            lambda: frozen_analysis(FrozenOverview(find_frozen(*frozen.place))),
            lambda: reverse("analysis_frozen", args=frozen.place),
        ),
    }


class Pdf:
    """A PDF as a reading program sees it."""

    def __init__(self, content):
        self.reader = PdfReader(BytesIO(content))
        self.root = self.reader.trailer["/Root"]

    @property
    def words(self):
        return " ".join(" ".join(page.extract_text().split()) for page in self.reader.pages)

    def words_in(self, language):
        """Give the words that are marked as being in a language other than the whole."""
        tree, found = Tree(self.reader), []
        for page in self.reader.pages:
            page[NameObject("/Contents")] = _only(page, tree.owners(page), self.reader, language)
            found.append(page.extract_text())
        return " ".join(" ".join(found).split())

    @property
    def contents(self):
        """The titles of its bookmarks, in their order."""
        return [one.title for one in _flat(self.reader.outline)]

    def elements(self):
        """Give (kind, element) of all that is in the tree of structure."""
        waiting = [self.root["/StructTreeRoot"]]
        while waiting:
            one = waiting.pop().get_object()
            if isinstance(one, list):
                waiting += one[::-1]
            elif isinstance(one, dict):
                if "/S" in one:
                    yield one["/S"], one
                if "/K" in one:
                    waiting.append(one["/K"])

    @property
    def kinds(self):
        return [kind for kind, _element in self.elements()]

    @property
    def languages(self):
        """The languages in which words are marked, that of the whole among them."""
        drawn = b"".join(map(_drawn, self.reader.pages))
        marked = re.findall(rb"/Lang ?\((\w+)\)", drawn)
        elements = (element.get("/Lang") for _kind, element in self.elements())
        return {self.root["/Lang"], *(one.decode() for one in marked), *filter(None, elements)}


def _only(page, owners, reader, language):
    """Give what draws a page without the words that are in other languages."""
    drawing, within, kept = ContentStream(page.get_contents(), reader), [], []
    for operands, operator in drawing.operations:
        if operator in (b"BMC", b"BDC"):
            within.append(_marked_in(operands[-1], owners))
        elif operator == b"EMC":
            within.pop()
        if operator not in (b"Tj", b"TJ"):
            kept.append((operands, operator))
        elif language in within:
            kept.append((_as_bytes(operands), operator))
    drawing.operations = kept
    return drawing


def _marked_in(about, owners):
    if not isinstance(about, dict):
        return None
    owner = owners[about["/MCID"]] if "/MCID" in about else None
    return about.get("/Lang") or language_of(owner)


def _as_bytes(operand):
    """The strings of an operand as they stood in the file: pypdf would write letters."""
    if isinstance(operand, list):
        return ArrayObject(map(_as_bytes, operand))
    return (
        ByteStringObject(getattr(operand, "original_bytes", operand))
        if isinstance(operand, str | bytes)
        else operand
    )


def _drawn(page):
    return page.get_contents().get_data()


def _flat(outline):
    for one in outline:
        yield from _flat(one) if isinstance(one, list) else [one]


def read_word(content):
    return WordFile(BytesIO(content))


def read_sheets(content):
    """Give {name of the sheet: its rows}."""
    book = load_workbook(BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def read_csv(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
