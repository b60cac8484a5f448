"""What fits a table: the columns of CSV and XLSX, and their cells as a record says them.

A table holds the newest version of each language. It has no paragraphs, no earlier versions, and
does not tell what a translation renders: JSON Lines do.
"""

from itertools import takewhile

from resrec.exchange.texts.row import Row, RowBroken
from resrec.library.records import LANGUAGES, TERMS

PLAIN = (
    *("code", "collection", "assembly", "kind", "number", "official_number"),
    *("title_confidence", "note", "source_url"),
)
ARCHIVED = ("archived_on", "archived_by_decision")
REASONS = tuple(f"archived_reason_{language}" for language in LANGUAGES)
TITLES = tuple(f"title_{language}" for language in LANGUAGES)
BODIES = tuple(f"body_{language}" for language in LANGUAGES)
COLUMNS = (*PLAIN, *TERMS, *ARCHIVED, *REASONS, *TITLES, *BODIES)
BY_SYMBOL = ("symbol", "title", "text", "language")
BETWEEN = "; "


def cells(record):
    """Give {column: text} of a record."""
    archived = record["archived"] or {"on": "", "decision": "", "reason": {}}
    newest = {one["language"]: one for one in record["texts"]}
    found = {name: str(record[name]) for name in PLAIN}
    found |= {name: BETWEEN.join(record[name]) for name in TERMS}
    found |= dict(zip(ARCHIVED, (archived["on"], archived["decision"]), strict=True))
    for language in LANGUAGES:
        words = newest.get(language, {"title": "", "body": ""})
        found[f"archived_reason_{language}"] = archived["reason"].get(language, "")
        found[f"title_{language}"] = words["title"]
        found[f"body_{language}"] = words["body"]
    return found


def complaints_on(header):
    """Give a sentence for each thing that is wrong with a header (a list of texts)."""
    plain = [name for name in header if not _is_continued(name, header)]
    known = {*COLUMNS, *BY_SYMBOL}
    for name in plain:
        if name not in known:
            yield f"The column “{name[:60]}” is not known here."
        elif header.count(name) > 1:
            yield f"The column “{name}” comes twice."
    if "code" not in plain and "symbol" not in plain:
        yield "There is no column “code”."


def row_of(number, header, values):
    """Give the Row that these cells say; `values` are texts in the order of the header."""
    if len(values) > len(header) and any(values[len(header) :]):
        return Row(number, wrong=[f"there are {len(values)} cells under {len(header)} columns."])
    values = [*values, *[""] * (len(header) - len(values))]
    try:
        return Row(number, _said(dict(zip(header, values, strict=False))))
    except RowBroken as error:
        return Row(number, wrong=[str(error)])


def _said(found):
    said = {name: found[name] for name in (*PLAIN, *BY_SYMBOL) if name in found}
    for name in ("collection", "language", "text"):
        if said.get(name) == "":
            del said[name]
    if "number" in said:
        said["number"] = _whole(said["number"])
        if said["number"] is None:
            del said["number"]
    for name in TERMS:
        if name in found:
            said[name] = [code for one in found[name].split(";") if (code := one.strip())]
    if ARCHIVED[0] in found:
        said["archived"] = _archived(found)
    elif any(name in found for name in (*ARCHIVED, *REASONS)):
        raise RowBroken(f"the column “{ARCHIVED[0]}” is missing.")
    if texts := list(_texts(found)):
        said["texts"] = texts
    return said


def _whole(cell):
    """A cell that is no number stays as it is, for the check to tell."""
    return int(cell) if cell.isdecimal() and cell.isascii() else cell.strip() or None


def _archived(found):
    if not found[ARCHIVED[0]]:
        return None
    return {
        "on": found[ARCHIVED[0]],
        "decision": found.get(ARCHIVED[1], ""),
        "reason": {
            language: found.get(f"archived_reason_{language}", "") for language in LANGUAGES
        },
    }


def _texts(found):
    """Words in each language; an empty cell says nothing, so that no words are taken away."""
    for language in LANGUAGES:
        words = {"title": found.get(f"title_{language}", ""), "body": whole_body(found, language)}
        words = {name: text for name, text in words.items() if text}
        if words:
            yield {"language": language} | words


def whole_body(found, language):
    """Put together a body that goes on in the columns `body_en_2`, `body_en_3` …"""
    first = f"body_{language}"
    return found.get(first, "") + "".join(found[name] for name in continuing(first, found))


def continuing(first, found):
    """Give the names of the columns in which a first one goes on."""
    numbered = (f"{first}_{place}" for place in range(2, len(found) + 2))
    return takewhile(found.__contains__, numbered)


def _is_continued(name, header):
    first, _, place = name.rpartition("_")
    return first in BODIES and place.isdecimal() and name in continuing(first, header)
