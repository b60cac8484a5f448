"""Passages as they are shown beside each other: where each stands, and what of it is marked."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from resrec.library.models import Resolution
from resrec.library.search.passages import Marked
from resrec.library.search.rarity import Rarity
from resrec.library.similarity.marking import differing, line_of, shared
from resrec.library.similarity.pairing import NEARLY, SAME
from resrec.library.similarity.passages import Passage
from resrec.library.similarity.stemmed import Line

LONGEST = 6000  # characters of one passage
EXCERPT = 420  # of one that is shown in part


@dataclass(frozen=True)
class Quoted:
    """A passage of a text, or of a draft, which has no address."""

    passage: Passage
    parts: Marked = field(repr=False)
    text: Resolution | None = None

    @classmethod
    def of(cls, passage: Passage, text: Resolution | None = None):
        """Quote a passage with nothing marked."""
        words = _cut(passage.words, LONGEST)
        return cls(replace(passage, words=words), [(words, False)], text)

    def beside(self, others: Iterable[Line], level: str, rarity: Rarity):
        """Mark what is shared; where nearly all is, what differs; where all is, nothing."""
        if level == SAME:
            return self
        words, language = self.passage.words, self.passage.language
        if level == NEARLY:
            (other,) = others
            return replace(self, parts=differing(words, language, other))
        return replace(self, parts=shared(words, language, others, rarity))

    @property
    def marks(self) -> list[tuple[int, int]]:
        """Where each mark begins (characters before it), and how long it is."""
        at, found = 0, []
        for words, is_marked in self.parts:
            if is_marked:
                found.append((at, len(words)))
            at += len(words)
        return found

    @property
    def longest_mark(self) -> int:
        """Where the longest mark begins, the first of several; 0 without one."""
        return max(self.marks, key=lambda mark: (mark[1], -mark[0]), default=(0, 0))[0]

    def excerpt(self, mark: int):
        """Leave the beginning, or what stands around this place where that comes late."""
        words = self.passage.words
        if len(words) <= EXCERPT:
            return self
        start = mark - EXCERPT // 4 if mark > EXCERPT * 3 // 4 else 0
        start = words.find(" ", start) + 1 if start else 0
        end = start + EXCERPT
        end = max(words.rfind(" ", start, end), start + 1) if end < len(words) else len(words)
        parts = [("… ", False)] if start else []
        parts += _between(self.parts, start, end)
        return replace(self, parts=[*parts, (" …", False)] if end < len(words) else parts)

    @property
    def html(self) -> SafeString:
        return html_of(self.parts)

    @property
    def address(self) -> str:
        return f"{self.text.get_absolute_url()}#{self.passage.path}" if self.text else ""


@dataclass(frozen=True)
class Beside:
    """Two passages side by side; either is None where the other stands alone."""

    mine: Quoted | None
    theirs: Quoted | None
    level: str = ""
    has_moved: bool = False

    @classmethod
    def of(cls, mine: Quoted, theirs: Quoted, level: str, rarity: Rarity, *, has_moved=False):
        """Set two passages side by side and mark what is to be seen."""
        lines = [line_of(one.passage.words, one.passage.language) for one in (mine, theirs)]
        return cls(
            mine.beside([lines[1]], level, rarity),
            theirs.beside([lines[0]], level, rarity),
            level,
            has_moved,
        )

    def excerpt(self):
        """Leave a part of both; of passages that are nearly the same, the same part."""
        marks = [self.mine.longest_mark, self.theirs.longest_mark]
        if self.level == NEARLY:
            differ = [*self.mine.marks, *self.theirs.marks]
            marks = [min(differ, default=(0, 0))[0]] * 2
        mine, theirs = (
            one.excerpt(mark) for one, mark in zip((self.mine, self.theirs), marks, strict=True)
        )
        return replace(self, mine=mine, theirs=theirs)


def read_texts(ids: Iterable[int]) -> dict[int, Resolution]:
    """Give the texts that are quoted, with what is said of each, in two queries."""
    return Resolution.objects.for_display().select_related("succeeded_by").in_bulk(list(ids))


def html_of(parts: Marked) -> SafeString:
    """Write words of which some are marked."""
    marks = (
        format_html("<mark>{}</mark>", words) if is_marked else words for words, is_marked in parts
    )
    return format_html_join("", "{}", ((one,) for one in marks))


def _cut(words, longest):
    return words if len(words) <= longest else words[:longest].rpartition(" ")[0] + " …"


def _between(parts, start, end):
    """The parts from one character to another."""
    at = 0
    for words, is_marked in parts:
        if piece := words[max(0, start - at) : max(0, end - at)]:
            yield piece, is_marked
        at += len(words)
