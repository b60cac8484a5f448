"""The formats in which each document comes."""

from importlib import import_module
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from resrec.documents.blocks import Document


class Format(NamedTuple):
    """`name` is for people; `writer` is a module of `rendering` and its function. A long document
    of a format that is `set_apart` is made by another process (`apart.py`)."""

    name: str | Promise
    media_type: str
    writer: str
    set_apart: bool = False

    def write(self, document: Document) -> bytes:
        """Give the bytes of a file. Its program is taken in by the first one: it is large."""
        module = import_module(f"resrec.documents.rendering.{self.writer}")
        return getattr(module, self.writer)(document)


OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = {
    "pdf": Format("PDF", "application/pdf", "pdf", set_apart=True),
    "docx": Format("Word", f"{OFFICE}.wordprocessingml.document", "word"),
    "xlsx": Format(_("Spreadsheet"), f"{OFFICE}.spreadsheetml.sheet", "workbook"),
    "csv": Format("CSV", "text/csv; charset=utf-8", "comma_separated"),
}


def file_answer(content, name, suffix, language):
    """Answer with a file of this name (without its ending), to be kept by whoever asks."""
    response = HttpResponse(content, content_type=FORMATS[suffix].media_type)
    return as_file(response, name, suffix, language)


def as_file(response, name, suffix, language):
    """Say of a response which file it is."""
    response["Content-Type"] = FORMATS[suffix].media_type
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.{suffix}")
    response["Content-Language"] = language
    return response
