"""One row of an assignment, as it is read, found and carried out; kept as JSON."""

from dataclasses import dataclass, field

COLUMNS = ("code", "role", "constituent", "email", "paragraphs", "since", "until")


@dataclass
class Row:
    """`said` are the cells by COLUMNS, `given` is the id of the constituent where a form has named
    it, `beyond` the number of cells where there are more than headers. What they mean are ids, days
    as "2026-12-31" or "".

    `wrong` and `notes` are lists of [column, what, {words in it}]; complaints.py says them in the
    reader's language. `person` is None for an address that is new, `post` for one to be made.
    `became` tells what was made of it, and what undoing has left.
    """

    number: int
    said: dict
    given: int | None = None
    beyond: int = 0
    text: int | None = None
    label: str = ""
    role: str = ""
    body: int | None = None
    name: str = ""
    person: int | None = None
    email: str = ""
    post: int | None = None
    paragraphs: list = field(default_factory=list)
    since: str = ""
    until: str = ""
    wrong: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    became: dict = field(default_factory=dict)

    def complain(self, column, what, **words):
        self.wrong.append([column, what, words])

    def note(self, column, what, **words):
        self.notes.append([column, what, words])

    @property
    def place(self):
        """Which post it is about, whoever is to hold it; None while that is not clear."""
        place = (self.text, self.role, self.body)
        return place if all(place) else None
