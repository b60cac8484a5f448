"""A report and its passages as the bench shows them: what is used of them, and where."""

from dataclasses import dataclass

from resrec.reporting.anchors import locate, normalised, passage_id
from resrec.reporting.models import Statement
from resrec.reporting.models.passages import Passage
from resrec.reporting.suggesting.sentences import length_of

# In which section the words of a field most often belong.
SECTION_OF = {
    "challenges": Statement.Section.CHALLENGES,
    "measures": Statement.Section.CHALLENGES,
    "need": Statement.Section.CHALLENGES,
    "future": Statement.Section.FUTURE,
}


# Of a longer passage the bench shows so many characters, and the whole to whoever asks.
LONG = 3_000


def section_of(field):
    return SECTION_OF.get(field.partition(":")[0], Statement.Section.RESULTS)


def place_of(address):
    """Give the id on the bench of a passage: "52/results" stands at "52-passage-results"."""
    number, _slash, field = address.partition("/")
    return f"{number}-{passage_id(field)}"


def beginning_of(text):
    """Give the first words of a long text; one without spaces is cut anywhere."""
    return text[:LONG].rpartition(" ")[0] or text[:LONG]


@dataclass
class BenchPassage:
    """A passage as the bench shows it: cut into (words, is used), and the quotations of it.

    `address` is the report's id and the field: "52/results". `is_cut` where only the beginning of
    a long one is shown.
    """

    address: str
    passage: Passage
    quotations: list
    is_cut: bool = False

    @property
    def place(self):
        return place_of(self.address)

    @property
    def section(self):
        return section_of(self.passage.field)

    @property
    def pieces(self):
        """The normalised words shown, in pieces: [(words, whether a statement quotes them)]."""
        text = normalised(self.passage.text)
        if self.is_cut:
            text = beginning_of(text)
        used = sorted(filter(None, (self._place(quotation) for quotation in self.quotations)))
        pieces, at = [], 0
        for start, end in used:
            pieces += [(text[at:start], False), (text[max(at, start) : end], True)]
            at = max(at, end)
        return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]

    def _place(self, quotation):
        return locate(self.passage.text, quotation.exact, quotation.prefix, quotation.suffix)

    @property
    def length(self):
        return length_of(self.passage.text)

    @property
    def statements(self):
        """The statements that rest on it, each once."""
        return list(dict.fromkeys(quotation.statement for quotation in self.quotations))


@dataclass
class BenchReport:
    """A report on the bench, with its BenchPassages."""

    report: object
    passages: list
    is_used: bool  # in this version or in one before it
