"""Typst on the data of one document: as a function, and as a program of its own.

`python typesetting.py DATA PDF FOLDER…` reads JSON from a file and writes a PDF; fonts lie in the
folders. It takes in nothing of the site, so that a book of 400 pages fits into 300 MB.
"""

import json
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from typst import Compiler, Fonts

TEMPLATE = Path(__file__).with_name("document.typ")


def typeset(data: str, fonts: Fonts) -> bytes:
    """Give the PDF of a document; `data` is JSON as the template reads it."""
    day = date.fromisoformat(json.loads(data)["day"])
    made = Compiler(root=str(TEMPLATE.parent), font_paths=fonts).compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"document": data},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(day, time(12), tzinfo=UTC),
    )
    assert isinstance(made, bytes)
    return made


if __name__ == "__main__":
    source, target, *folders = sys.argv[1:]
    Path(target).write_bytes(
        typeset(Path(source).read_text(encoding="utf-8"), Fonts(False, False, [*folders]))
    )
