"""What kind of file an attachment is: told by its content, and its name must agree.

Nothing in an attachment is ever run or shown inside a page here: it is only handed out, under a
media type from this list (see views/evidence.py). These checks keep out mistakes and plain lies;
a file that is two kinds at once can pass any such check.
"""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

import puremagic
from django.utils.translation import gettext_lazy as _

from resrec.rules import RuleBroken

HEAD = 4096  # bytes read to recognise a kind
ENTRY = 1024 * 1024  # bytes read of an entry in an archive at most, however far it expands
PRINTABLE = bytes({9, 10, 12, 13} | set(range(32, 256)) - {127})
# Beginnings of text that a program would run or draw, and signs of a page inside something else.
NOT_PLAIN = (
    b"<!doctype",
    b"<html",
    b"<script",
    b"<svg",
    b"<?xml",
    b"%pdf",
    b"%!ps",
    b"{\\rtf",
    b"#!",
)
PAGE = (b"<!doctype html", b"<html", b"<script", b"<svg", b"%pdf-")
# What reading an archive that is broken, or made to break its reader, can raise.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class FileKind:
    """The media type it is served under, and the endings its name may have, the usual one first."""

    media_type: str
    endings: tuple[str, ...]


KINDS = [
    FileKind("application/pdf", ("pdf",)),
    FileKind(WORD, ("docx",)),
    FileKind(SHEET, ("xlsx",)),
    FileKind("application/vnd.oasis.opendocument.text", ("odt",)),
    FileKind("application/vnd.oasis.opendocument.spreadsheet", ("ods",)),
    FileKind("image/png", ("png",)),
    FileKind("image/jpeg", ("jpg", "jpeg")),
    FileKind("image/webp", ("webp",)),
    FileKind("text/csv", ("csv",)),
    FileKind("text/plain", ("txt",)),
]
BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}
ACCEPTED = ", ".join(kind.endings[0] for kind in KINDS)


def kind_of(file, name):
    """Give the FileKind of an open binary file; its position afterwards is anywhere.

    Raises RuleBroken when the kind is not one of those accepted, or not what the name says.
    """
    claimed = BY_ENDING.get(PurePath(name).suffix.lstrip(".").lower())
    if claimed is None:
        raise RuleBroken(
            _("Files of this kind cannot be attached. These can: %(kinds)s."),
            params={"kinds": ACCEPTED},
        )
    if claimed.media_type not in _media_types(file):
        raise RuleBroken(
            _("The content of this file is not what its name says (%(ending)s)."),
            params={"ending": claimed.endings[0]},
        )
    return claimed


def _media_types(file):
    """Give the media types that the content can be; plain text can be a table as well."""
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _in_archive(file)
    if is_text(file) and not head.startswith(b"%PDF-"):
        runs = head.lower().lstrip(b"\xef\xbb\xbf \t\r\n").startswith(NOT_PLAIN)
        return set() if runs else {"text/plain", "text/csv"}
    if zipfile.is_zipfile(file) or any(sign in head[1:].lower() for sign in PAGE):
        return set()  # two kinds in one file: an image that is an archive too, or a page
    try:
        guesses = [g for g in puremagic.magic_string(head) if head.startswith(g.byte_match)]
    except puremagic.PureError:
        return set()
    # A container such as RIFF begins like others of its family: the longest match tells which.
    surest = max((len(guess.byte_match) for guess in guesses), default=0)
    return {guess.mime_type for guess in guesses if len(guess.byte_match) == surest}


def is_text(file):
    """Whether all of it can be text, in Unicode or in an older code page: no control characters."""
    file.seek(0)
    return not any(
        block.translate(None, PRINTABLE) for block in iter(lambda: file.read(65536), b"")
    )


def _in_archive(file):
    """Tell office documents apart by what they declare; one with macros is none of them."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if any(is_macro(name) for name in names):
                return set()
            if "mimetype" in names:
                return {_entry(archive, "mimetype").decode("ascii", "replace").strip()}
            declared = _entry(archive, "[Content_Types].xml").decode("utf-8", "replace")
    except UNREADABLE:
        return set()
    return {kind for kind in (WORD, SHEET) if f'"{kind}.main+xml"' in declared}


def is_macro(name):
    """Whether a part of an office document holds programs."""
    return name.lower().endswith("vbaproject.bin") or name.startswith("Basic/")


def _entry(archive, name):
    """Give the beginning of an entry. Office documents are deflated or not packed at all; other
    methods could ask for gigabytes of memory to unpack a few bytes."""
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError
    with archive.open(name) as entry:
        return entry.read(ENTRY)
