"""Rows that bear a symbol ("A_RES_60_134"): read by the conventions of their collection.

Such a row says `symbol`, `title`, and its words as `text` or as `paragraphs` with `number` and
`text` each; whatever else is said of paragraphs is left aside, for our own parser reads them.
Keys of a record may stand beside these.
"""

import re

from resrec.exchange.texts.row import RowBroken

BREAK = re.compile(r"[ \t]*[\n\r\v\f\x85\u2028\u2029]+[ \t]*")
OWN = ("symbol", "title", "text", "language", "paragraphs")


def is_by_symbol(said):
    return "symbol" in said


def as_record(said, conventions):
    """Give a row in the form of a record; raises RowBroken for one that cannot be read so."""
    for key in ("symbol", "title", "text", "language"):
        if not isinstance(said.get(key, ""), str):
            raise RowBroken(f"“{key}” must be text.")
    symbol = conventions.read(said["symbol"])
    if symbol is None:
        raise RowBroken(f"the symbol “{said['symbol'][:60]}” is unknown.")
    given = said.get("title", "")
    title = conventions.tidy_title(given)
    words = {
        "language": said.get("language", conventions.language),
        "version": 1,
        "title": title,
        "title_given": given if given != title else "",
    }
    if "text" in said or "paragraphs" in said:
        words["body"] = said.get("text") or "\n\n".join(_lines(said["paragraphs"]))
    return {
        "code": symbol.code,
        "assembly": symbol.assembly,
        "kind": symbol.kind,
        "number": symbol.number,
        "official_number": symbol.official_number,
        "title_confidence": "high" if title else "",
        "texts": [words],
        **{key: value for key, value in said.items() if key not in OWN},
    }


def _lines(paragraphs):
    """Each paragraph in one line, behind its number."""
    if not isinstance(paragraphs, list):
        raise RowBroken("“paragraphs” must be a list.")
    for place, one in enumerate(paragraphs, start=1):
        if not isinstance(one, dict) or not isinstance(one.get("text"), str):
            raise RowBroken(f"paragraph {place} has no text.")
        number = one.get("number") or ""
        yield f"{number} {BREAK.sub(' ', one['text'])}".strip()
