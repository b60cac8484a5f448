"""Typst on the data of one document: as a function, and as a program of its own.

`python typesetting.py FOLDER FONTS… [-- PROGRAM ARGUMENT…]` sets `document.json` of a folder as
`document.pdf`, or leaves `went_wrong.txt` there, and then becomes the other program. It takes in
nothing of the site, so that a book of 400 pages fits into 300 MB.
"""

import json
import os
import sys
import traceback
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


def main(folder, *arguments):
    at = arguments.index("--") if "--" in arguments else len(arguments)
    fonts, afterwards = [*arguments[:at]], [*arguments[at + 1 :]]
    try:
        data = Path(folder, "document.json").read_text(encoding="utf-8")
        Path(folder, "document.pdf").write_bytes(typeset(data, Fonts(False, False, fonts)))
    except Exception:
        Path(folder, "went_wrong.txt").write_text(traceback.format_exc(), encoding="utf-8")
    if afterwards:
        os.execv(afterwards[0], afterwards)  # noqa: S606  what we were started with


if __name__ == "__main__":
    main(*sys.argv[1:])
