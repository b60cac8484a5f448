"""A page as it came: its name, its address, and its lines.

Bytes are read as UTF-8 and as nothing else; what cannot be read is refused with the reason, so
that nobody finds guessed letters in a report later.
"""

import re
import unicodedata
from dataclasses import dataclass

from resrec.exchange.portal_pages.saved_html import is_html, nests_too_deep, read_html

LARGEST = 5_000_000  # bytes; the longest real report page has about a hundredth of this

_FILE_NAME = re.compile(r"^(\d{1,9})_(en|fr|es)(?:_v\d+)?\.(?:txt|html?)$", re.IGNORECASE)
_SUBMITTED_BY = ("Submitted by", "Soumis par", "Enviado por")
_SUBMITTER = re.compile(
    rf"^({'|'.join(_SUBMITTED_BY)})\s.{{1,200}}?\s(?=[^\n]{{0,20}}\d\d/\d\d/\d{{4}} - \d\d:\d\d)",
    re.MULTILINE | re.DOTALL,
)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f]")


class PageRefused(Exception):
    """A file cannot be read as a page; the message says why."""


def submitted_by(lines):
    """Tell whether lines hold the note on who submitted a page and when (layout Cs)."""
    return any(line.startswith(_SUBMITTED_BY) for line in lines)


@dataclass(frozen=True)
class Page:
    """One page: `node` (int) and `lang` ("en", "fr", "es") are None where nothing tells them."""

    file: str
    node: int | None
    lang: str | None
    lines: tuple[str, ...]

    @property
    def text(self):
        return "\n".join(self.lines).strip("\n")


def open_page(content, file):
    """Make a Page of a file's bytes and its name. Raises PageRefused."""
    text = _decoded(content)
    node, lang = _from_name(file)
    if is_html(text):
        if nests_too_deep(text):
            raise PageRefused("The elements of this page are nested too deeply to be read.")
        lines, node_in_address, lang_in_address = read_html(text)
        node = node_in_address if node is None else node
        lang = lang or lang_in_address
    else:
        lines = text.splitlines()
    clean = "\n".join(map(_clean, _without_runs_of_blanks(lines)))
    # Who submitted a page is nobody's business here.
    anonymous = _SUBMITTER.sub(r"\1\n…\n", clean, count=1)
    return Page(file, node, lang, tuple(anonymous.split("\n")))


def _decoded(content):
    if len(content) > LARGEST:
        raise PageRefused(f"The page has {len(content):,} bytes; at most {LARGEST:,} are read.")
    if not content.strip():
        raise PageRefused("The file is empty.")
    if b"\0" in content:
        at = content.index(b"\0")
        raise PageRefused(f"The file is binary, or text in UTF-16: byte {at} is zero.")
    try:
        text = content.decode()
    except UnicodeDecodeError as wrong:
        raise PageRefused(
            f"The file is not UTF-8 text: byte {wrong.start} (0x{content[wrong.start]:02x}) "
            "does not belong there. Save it as UTF-8 and try again."
        ) from None
    text = text.removeprefix("\ufeff")
    if found := _CONTROL.search(text):
        raise PageRefused(
            f"The file is binary, not text: character {found.start()} is a control character."
        )
    return text


def _from_name(file):
    """Read node and language off `<node>_<lang>[_vN].txt`."""
    found = _FILE_NAME.match(file)
    return (int(found[1]), found[2].lower()) if found else (None, None)


def _without_runs_of_blanks(lines):
    """One blank line parts paragraphs as well as many do."""
    before = ""
    for line in lines:
        if before.strip() or line.strip():
            yield line
        before = line


def _clean(line):
    """Make every blank a plain one and every accented letter one character."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", line))
    return re.sub(r"\s+", " ", visible).strip()
