"""One text in two or three languages beside each other, paragraph by paragraph."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from resrec.library.models import Resolution, ResolutionText
from resrec.public.citing import Citing
from resrec.public.wording import all_words

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class Cell:
    """The words of a paragraph in one language, as HTML; None where it lacks there."""

    language: str
    html: SafeString | None


@dataclass(frozen=True)
class Row:
    """One paragraph: its address and number, and a Cell a language."""

    path: str
    kind: str
    number: str
    level: int
    cells: list[Cell]


@dataclass(frozen=True)
class Side:
    """A language that is held: its newest words, whether it is shown, and what chooses it.

    `toggled` is the address with this language added, or left out; "" where it is the last one.
    """

    language: str
    text: ResolutionText | None
    is_shown: bool
    toggled: str

    @property
    def renders(self):
        """The version that these words translate (ResolutionText), or None."""
        return self.text.renders if self.text else None

    @property
    def newest(self):
        """The newer version that they do not render yet, or None."""
        if self.text is None or not self.text.is_stale:
            return None
        return self.text.resolution.current_texts[self.text.renders.language]


class SideBySide:
    def __init__(self, resolution: Resolution, asked: list[str]):
        """`asked` are languages as the address names them, apart or with commas between."""
        self.resolution = resolution
        self._words = all_words(resolution)
        bodies = {code for code, text in resolution.current_texts.items() if text.body}
        held = {words.language for words in self._words} or bodies
        self.held = [code for code in LANGUAGES if code in held]
        wished = [code.strip() for said in asked for code in said.split(",") if code.strip()]
        self.unknown = [code[:20] for code in wished if code not in self.held][:5]
        self.languages = [code for code in self.held if code in wished] or self.held
        self._citing = Citing(resolution, get_language() or "en")

    @property
    def sides(self):
        return [self._side(code) for code in self.held]

    @property
    def shown(self):
        return [side for side in self.sides if side.is_shown]

    def _side(self, code):
        chosen = [one for one in self.held if (one in self.languages) != (one == code)]
        address = reverse("side_by_side", args=[self.resolution.code])
        return Side(
            code,
            self.resolution.current_texts.get(code),
            code in self.languages,
            f"{address}?text={','.join(chosen)}" if chosen else "",
        )

    @property
    def rows(self):
        """The paragraphs in order; one row of whole bodies where there are no paragraphs."""
        if not self._words:
            return [Row("whole", "", "", 1, [self._whole(code) for code in self.languages])]
        by_paragraph: dict[int, dict] = {}
        for words in self._words:
            by_paragraph.setdefault(words.paragraph, {})[words.language] = words
        return [row for said in by_paragraph.values() if (row := self._row(said))]

    def _row(self, said):
        """None for a paragraph that none of the shown languages has."""
        if not said.keys() & set(self.languages):
            return None
        one = next(iter(said.values()))
        cells = [
            Cell(code, self._citing.linked(said[code]) if code in said else None)
            for code in self.languages
        ]
        return Row(one.path, one.kind, one.number, one.level, cells)

    def _whole(self, code):
        return Cell(code, self._citing.linked_body(self.resolution.current_texts[code]))

    @property
    def gaps(self):
        """How many paragraphs lack in a language that is shown."""
        return sum(cell.html is None for row in self.rows for cell in row.cells)
