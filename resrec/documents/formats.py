"""The formats in which each document comes."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from resrec.documents.blocks import Document
from resrec.documents.rendering import comma_separated, pdf, word, workbook


class Format(NamedTuple):
    """`write` gives the bytes of a Document; `name` is for people."""

    name: str
    media_type: str
    write: Callable[[Document], bytes]


FORMATS = {
    "pdf": Format("PDF", pdf.MEDIA_TYPE, pdf.pdf),
    "docx": Format("Word", word.MEDIA_TYPE, word.word),
    "xlsx": Format(_("Spreadsheet"), workbook.MEDIA_TYPE, workbook.workbook),
    "csv": Format("CSV", comma_separated.MEDIA_TYPE, comma_separated.comma_separated),
}


def file_answer(content, name, suffix, language):
    """Answer with a file of this name (without its ending), to be kept by whoever asks."""
    response = HttpResponse(content, content_type=FORMATS[suffix].media_type)
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.{suffix}")
    response["Content-Language"] = language
    return response
