"""What documents are tried on, and how each format is read by a program that is not ours."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from django.utils.translation import override
from docx import Document as WordFile
from openpyxl import load_workbook
from pypdf import PdfReader

from resrec.documents.formats import FORMATS


@pytest.fixture
def made():
    """Make a document's file: `made(build, "pdf", "fr")` builds it in that language."""

    def make(build, suffix, language="en"):
        with override(language):
            return FORMATS[suffix].write(build())

    return make


class Pdf:
    """A PDF as a reading program sees it."""

    def __init__(self, content):
        self.reader = PdfReader(BytesIO(content))
        self.root = self.reader.trailer["/Root"]

    @property
    def words(self):
        return " ".join(" ".join(page.extract_text().split()) for page in self.reader.pages)

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
        drawn = b"".join(page.get_contents().get_data() for page in self.reader.pages)
        marked = re.findall(rb"/Lang ?\((\w+)\)", drawn)
        elements = (element.get("/Lang") for _kind, element in self.elements())
        return {self.root["/Lang"], *(one.decode() for one in marked), *filter(None, elements)}


def read_word(content):
    return WordFile(BytesIO(content))


def read_sheets(content):
    """Give {name of the sheet: its rows}."""
    book = load_workbook(BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def read_csv(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
