"""What the parser finds: a paragraph, whom it addresses, and until when."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class ParsedAddressee:
    """Whom a paragraph asks: the name as printed, and the code of its class (addressees.toml)."""

    name: str
    kind: str


@dataclass(frozen=True)
class ParsedDeadline:
    """Until when: the words as printed, and the last date that they can mean, if that is known."""

    words: str
    last: date | None = None


@dataclass
class Parsed:
    """One paragraph of a text.

    `kind` is "heading", "preambular", "operative" or "annex"; `number` is as printed ("(b)") and
    `text` without it; `level` is 1 for a paragraph and 2 or more for what stands under one;
    `path` is its address in the text (paths.py). `verb` is the English base form in any language.
    """

    kind: str
    number: str
    level: int
    text: str
    path: str = ""
    verb: str = ""
    verb_type: str = ""
    addressees: list[ParsedAddressee] = field(default_factory=list)
    deadline: ParsedDeadline | None = None
