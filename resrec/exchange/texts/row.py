"""One row of a file: where it stands, and what it says or why it says nothing."""

from dataclasses import dataclass, field


class RowBroken(Exception):
    """A row that cannot be read; the message says why."""


@dataclass
class Row:
    """`number` is the line, or the row as a spreadsheet counts; `said` in the form of a record.

    A key that is absent is not said: for a text that exists, the library keeps what it has.
    """

    number: int
    said: dict = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def code(self):
        return self.said["code"]

    def complaints(self):
        return [f"row {self.number}: {sentence}" for sentence in self.wrong]
