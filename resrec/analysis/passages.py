"""Passages on challenges and how they were met, as they may be put under a theme.

A statement is one passage; what an Activity Report says in a field is one a paragraph, so that
several things said there can go under several themes. Only what is public, and only what counts in
the cycle: the same reports as in `words.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from resrec.reporting.models import ActivityReport, Statement

CHALLENGE, SOLUTION = "challenge", "solution"
FIELDS = {"challenges": CHALLENGE, "measures": SOLUTION}


@dataclass(frozen=True)
class Passage:
    """Words of a source. `texts` are primary keys; `body` is the constituent's, None for nobody's.

    `side` is where its field puts it: challenge or solution.
    """

    source: int
    field: str  # empty for a statement
    exact: str
    language: str
    texts: tuple[int, ...]
    body: int | None
    side: str

    @property
    def statement_id(self):
        return None if self.field else self.source

    @property
    def report_id(self):
        return self.source if self.field else None

    @property
    def key(self):
        """Its address: the source, the field and, for there may be many in it, its words."""
        if self.statement_id:
            return f"statement-{self.source}"
        digest = sha256(self.exact.encode()).hexdigest()[:12]
        return f"report-{self.source}-{self.field}-{digest}"


def passages(overview) -> Iterator[Passage]:
    """Give the passages of an Overview's cycle: statements first, newest first. Two queries."""
    figures, reporters = overview.figures, overview.reporters
    stated = Statement.objects.in_bulk(figures["challenges_stated"].members)
    for pk in figures["challenges_stated"].members:
        text = overview.words.text_of[pk]
        one = stated[pk]
        yield Passage(pk, "", one.text, one.language, (text,), None, CHALLENGE)
    wanted = {field: figures[field].members for field in FIELDS}
    columns = ("pk", "language", *FIELDS)
    found = ActivityReport.objects.filter(pk__in={pk for pks in wanted.values() for pk in pks})
    words = {row[0]: row for row in found.order_by().values_list(*columns)}
    bodies = {report: body for report, body, _text in reporters.pairs}
    for place, (field, side) in enumerate(FIELDS.items(), start=2):
        for pk in wanted[field]:
            for exact in paragraphs_of(words[pk][place]):
                texts = tuple(reporters.texts_of[pk])
                yield Passage(pk, field, exact, words[pk][1], texts, bodies[pk], side)


def paragraphs_of(words):
    """Give the paragraphs of what stands in a field, without those that are empty."""
    return [line.strip() for line in words.splitlines() if line.strip()]
