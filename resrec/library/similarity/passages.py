"""The words of passages as they are printed, for those that were found by their stems."""

from collections.abc import Iterable
from dataclasses import dataclass

from resrec.library.models import Paragraph, ParagraphText, ResolutionText

# A text (its id), a language, and the place of a line in its `Stemmed`.
Place = tuple[int, str, int]


@dataclass(frozen=True)
class Passage:
    """A paragraph: its words, and its address within the page of the text ("op-4").

    Where a text is held without paragraphs, a line of it: then `kind` and `number` are empty.
    """

    language: str
    words: str
    path: str = "words"
    number: str = ""
    kind: str = ""

    @property
    def label(self):
        """The number as it is spoken of: "4" for "4.", but "(a)"."""
        return self.number.rstrip(".)") if "(" not in self.number else self.number

    @property
    def kind_label(self):
        return Paragraph.Kind(self.kind).label if self.kind else ""


def read(places: Iterable[Place]) -> dict[Place, Passage]:
    """Give the passages at these places, in two queries. What is gone meanwhile is left out."""
    wanted = set(places)
    found = _paragraphs(wanted)
    known = {(pk, language) for pk, language, _place in found}
    lines = {place for place in wanted if place[:2] not in known}
    return found | (_lines(lines) if lines else {})


def _paragraphs(wanted):
    rows = ParagraphText.objects.filter(
        paragraph__resolution__in={pk for pk, _language, _place in wanted},
        paragraph__position__in={place + 1 for _pk, _language, place in wanted},
        paragraph__gone_on=None,
    ).order_by()
    asked = ("resolution_id", "position", "path", "number", "kind")
    rows = rows.values_list(*(f"paragraph__{name}" for name in asked), "language", "text")
    return {
        place: Passage(language, text, path, number, kind)
        for pk, position, path, number, kind, language, text in rows
        if (place := (pk, language, position - 1)) in wanted
    }


def _lines(wanted):
    """Lines of texts that are held as a whole: of the newest version in each language."""
    rows = ResolutionText.objects.filter(resolution__in={place[0] for place in wanted})
    bodies = {
        (pk, language): body.splitlines()
        for pk, language, body in rows.order_by("version").values_list(
            "resolution_id", "language", "body"
        )
    }
    return {
        place: Passage(place[1], lines[place[2]])
        for place in wanted
        if len(lines := bodies.get(place[:2], [])) > place[2]
    }
