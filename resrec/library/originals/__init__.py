"""Originals of texts as they arrive: what they may be, and the plain words in them.

Each reader gives the lines of a file, one a paragraph, its printed number in front, as the parser
reads them. What a reader leaves out it says in `notes`.
"""

from dataclasses import dataclass, field
from pathlib import PurePath

from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from resrec.library.originals import page, plain
from resrec.library.originals.wholeness import must_be_whole
from resrec.rules import RuleBroken
from resrec.web.file_kinds import WORD, is_text

LARGEST = 20 * 1024 * 1024  # bytes of a file
LONGEST = 2_000_000  # characters of its words
MOST_LINES = 20_000


@dataclass
class Read:
    """The words of an original, and what was left out of them.

    `body` has a blank line between paragraphs.
    """

    media_type: str
    body: str
    notes: list[str] = field(default_factory=list)


def read(file, name):
    """Read a file that is open for bytes. Raises RuleBroken with what is wrong with it."""
    size = file.seek(0, 2)
    if not size:
        raise RuleBroken(_("This file is empty."))
    if size > LARGEST:
        sizes = {"size": filesizeformat(size), "limit": filesizeformat(LARGEST)}
        raise RuleBroken(
            _("This file is too large: %(size)s. It may be up to %(limit)s."), params=sizes
        )
    media_type, reader = _reader(file, name)
    file.seek(0)
    lines, notes = reader(file)
    return Read(media_type, body_of(lines), notes)


def read_pasted(text):
    """Read words that were pasted into a form."""
    return Read("text/plain", body_of(plain.lines_in(text)))


def body_of(lines):
    """Join lines to a body, within its limits. Raises RuleBroken when there is none."""
    lines = [line for line in lines if line]
    if not lines:
        raise RuleBroken(_("There are no words in it."))
    if len(lines) > MOST_LINES or sum(map(len, lines)) > LONGEST:
        raise RuleBroken(
            _("It is too long: up to %(lines)s paragraphs and %(characters)s characters fit."),
            params={"lines": _grouped(MOST_LINES), "characters": _grouped(LONGEST)},
        )
    return "\n\n".join(lines)


def _grouped(number):
    return number_format(number, force_grouping=True)


def _reader(file, name):
    """Give the media type and the reader, by the name and by what the file turns out to be."""
    match PurePath(name).suffix.lower():
        case ".docx" | ".docm":
            must_be_whole(file)
            # Its libraries take ten megabytes, which a process that never reads Word files saves.
            from resrec.library.originals import word

            return WORD, word.lines_of
        case ".html" | ".htm" | ".xhtml" if is_text(file):
            return "text/html", page.lines_of
        case ".txt" if is_text(file) or plain.is_utf_16(file):
            return "text/plain", plain.lines_of
        case ".doc" | ".rtf" | ".odt":
            raise RuleBroken(_("Open it in a word processor and save it as .docx first."))
        case ".html" | ".htm" | ".xhtml" | ".txt":
            raise RuleBroken(_("The content of this file is not text."))
    raise RuleBroken(_("Bring in a Word file (.docx), a web page (.html) or plain text (.txt)."))
