"""A document as a PDF: tagged, PDF/UA-1, made by Typst from one template and the data."""

import json
from functools import cache

from django.utils.translation import gettext as _, override

from resrec.documents import glyphs
from resrec.documents.blocks import (
    Block,
    Document,
    Note,
    Run,
    Statement,
    Table,
    as_data,
    is_right_to_left,
    plain,
)

# Cells of a pasted table stand apart by tabs, which Typst would draw as one narrow blank.
TAB = "\u2003"
# A statement of so many characters and sources at most is a third of a page.
SHORT, FEW_SOURCES, LINE = 1_200, 5, 80
EDGE = 5  # characters that the room on both sides of a cell takes
OURS = ("Source Serif 4", "Noto Naskh Arabic", "DejaVu Sans")


def pdf(document: Document) -> bytes:
    """Give the bytes of the file."""
    # Taken in by the first document that is asked for: most processes never make one.
    from resrec.documents.rendering.typesetting import typeset

    return typeset(as_json(document), fonts())


@cache
def fonts():
    """Give the fonts of our documents to Typst."""
    from typst import Fonts

    return Fonts(False, False, glyphs.folders())


def as_json(document: Document) -> str:
    """Give what the template reads."""
    data = _data(document)
    text = json.dumps(data, ensure_ascii=False)
    if glyphs.NUMBERED not in text:
        return text
    data["blocks"].append(_block(Note((Run(_about_numbers(document)),))))
    return json.dumps(data, ensure_ascii=False)


def _about_numbers(document):
    with override(document.language):
        return _(
            "Signs that no font of this document has are shown by their number in Unicode, between"
            " ‹ and ›. The other formats and the page hold the signs themselves."
        )


def _data(document):
    """Give what the template reads; signs that no font can draw are told by their number."""
    with override(document.language):
        words = {"contents": _("Contents")}
    said = {
        "language": document.language,
        "day": document.data_of.isoformat(),
        "publisher": document.publisher,
        "subject": as_data(document.subject),
        "title": as_data(document.title),
        "facts": [(label, [as_data(run) for run in runs]) for label, runs in document.cover],
        "notes": [_block(note) for note in document.notes],
        "blocks": [_block(block) for block in document.blocks],
        "contents": document.contents,
        "words": words,
        "families": [name for name in fonts().families() if name not in OURS],
    }
    return _shown(said)


def _block(block: Block):
    data = as_data(block)
    data["right_to_left"] = is_right_to_left(_words_of(block))
    if isinstance(block, Statement):
        for one, source in zip(data["sources"], block.sources, strict=True):
            one["right_to_left"] = is_right_to_left(source.quotation.text)
        data["is_short"] = _is_short(block)
    if isinstance(block, Table):
        data["columns"] = [_column(block, place) for place in range(len(block.head))]
    return data


def _is_short(statement):
    """Whether it stands on a page with its sources: not cut in two, it takes less memory too."""
    said = [_words_of(statement), *(one.quotation.text for one in statement.sources)]
    length = sum(len(words) + LINE * words.count("\n") for words in said)
    return length < SHORT and len(statement.sources) <= FEW_SOURCES


def _column(table, place):
    """Give {"share", "figures"} of a column: a share of the width by its longest words.

    A column of figures is as wide as the longest word above it, which would else be broken.
    """
    lines = [line.cells for line in table.lines if not line.groups and place < len(line.cells)]
    cells = [cells[place] for cells in lines]
    figures = any(cell.number is not None for cell in cells)
    if figures:
        share = max(map(len, table.head[place].split()), default=0) + EDGE
    else:
        share = min(60, max(12, max((len(cell.text) for cell in cells), default=0) + EDGE))
    return {"share": share, "figures": figures}


def _words_of(block):
    runs = getattr(block, "runs", None) or (getattr(block, "run", None),)
    return plain(run for run in runs if run)


def _shown(said):
    if isinstance(said, str):
        return glyphs.shown(said.replace("\t", TAB))
    if isinstance(said, dict):
        return {key: _shown(value) for key, value in said.items()}
    if isinstance(said, list | tuple):
        return [_shown(one) for one in said]
    return said
