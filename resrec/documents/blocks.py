"""What a document is made of, whatever the format: builders make it, renderers read it.

Words stand in runs, each with its language where that is not the document's. Nothing here is
markup: a renderer takes the words as they are.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from django.utils.formats import date_format
from django.utils.translation import gettext as _, override

# What no XML may hold, and no reader can see; lines and tabs stay.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

AMBER = "\u25b2"  # the mark of what rests on something that has changed


@dataclass(frozen=True)
class Run:
    """Words in one language. `style`: "", "strong", "quiet", "amber"; `address` makes a link."""

    text: str
    language: str = ""
    style: str = ""
    address: str = ""

    def __post_init__(self):
        words = UNSEEN.sub("", str(self.text).replace("\r\n", "\n").replace("\r", "\n"))
        object.__setattr__(self, "text", unicodedata.normalize("NFC", words))


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """`level` counts from 1; one that `opens_page` begins a new page where there are pages."""

    level: int
    run: Run
    opens_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class Clause:
    """A paragraph of an adopted text, behind its number; `level` counts from 1."""

    number: str
    level: int
    run: Run


@dataclass(frozen=True)
class Note:
    """What a reader must know before reading on, set apart."""

    runs: Runs


@dataclass(frozen=True)
class Source:
    """Words that a statement rests on, in their own language, and whose they are."""

    number: int
    quotation: Run
    by: Runs


@dataclass(frozen=True)
class Statement:
    runs: Runs
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Quotation:
    """Words of somebody else, in a paragraph of their own."""

    run: Run
    by: Runs = ()


@dataclass(frozen=True)
class Items:
    """A list, each item its runs."""

    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Facts:
    """Pairs of a label and what is said under it."""

    pairs: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True)
class Cell:
    """`text` as people read it; `number` what a spreadsheet calculates with, where it is one. A
    figure that `is_amber` rests on what has changed: its text ends with the mark."""

    text: str
    number: int | None = None
    is_amber: bool = False


@dataclass(frozen=True)
class Line:
    """A line of a table, its first cell its name; a line that `groups` has that cell alone."""

    cells: tuple[Cell, ...]
    groups: bool = False


@dataclass(frozen=True)
class Table:
    caption: str
    head: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Chart:
    """A drawing of the table that follows it. `alternative` says in words what it shows."""

    caption: str
    alternative: str
    svg: str


Block = Heading | Paragraph | Clause | Note | Statement | Quotation | Items | Facts | Table | Chart


@dataclass(frozen=True)
class Document:
    """`language` is that of the labels; `address` the page that says the same; `name` the name of
    its files without an ending. `subject` stands above the title, `facts` on the cover below it;
    headings down to the level `contents` are listed in the table of contents. `seal` is the
    fingerprint of what was frozen, where it tells that; else the document has its own.
    """

    language: str
    name: str
    subject: Run
    title: Run
    address: str
    publisher: str
    facts: tuple[tuple[str, Runs], ...]
    blocks: tuple[Block, ...]
    data_of: date
    contents: int = 2
    notes: tuple[Note, ...] = field(default=())
    seal: str = ""

    @cached_property
    def fingerprint(self):
        """A digest of all that it says: the same words and figures give the same one on any day."""
        said = [self.language, self.subject, self.title, self.facts, self.notes, self.blocks]
        return sha256(json.dumps(said, default=as_data, sort_keys=True).encode()).hexdigest()

    @property
    def cover(self):
        """Its facts, and what tells of the data: their day and the fingerprint."""
        with override(self.language):
            return (
                *self.facts,
                (_("Data as of"), (Run(date_format(self.data_of, "DATE_FORMAT")),)),
                (_("Fingerprint"), (Run(_in_fours(self.seal or self.fingerprint[:32])),)),
            )


def _in_fours(digest):
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))


def as_data(block):
    """Give a block as plain data, `kind` being the name of its class."""
    return {"kind": type(block).__name__.lower(), **asdict(block)}


def plain(runs: Iterable[Run]) -> str:
    """Give the words of runs one after the other."""
    return "".join(run.text for run in runs)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
