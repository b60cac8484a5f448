"""Whether a Word file can be opened without harm: no macros, nothing that swells or is broken."""

import zipfile

from django.utils.translation import gettext_lazy as _

from resrec.rules import RuleBroken
from resrec.web.file_kinds import UNREADABLE, WORD, is_macro, kind_of

LARGEST_INSIDE = 100 * 1024 * 1024  # bytes of all its parts, unpacked
MOST_PARTS = 2000


def must_be_whole(file):
    """Raise RuleBroken, with what is the matter, unless it is a Word file without surprises."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except UNREADABLE as broken:
        raise RuleBroken(_("This is not a Word file, or it is damaged.")) from broken
    if any(is_macro(part.filename) for part in parts):
        raise RuleBroken(_("This file holds macros. Save it as .docx without them first."))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_INSIDE:
        raise RuleBroken(_("Unpacked, this file is larger than any text would be."))
    if kind_of(file, "original.docx").media_type != WORD:
        raise RuleBroken(_("This is not a Word file, or it is damaged."))
