"""Where in a text the words of a search stand: the paragraph that has most of them, marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from resrec.library.models import ParagraphText, SearchEntry
from resrec.library.search.clause import Clause
from resrec.library.search.indexing import BREAK
from resrec.library.search.words import WORD, folded, stems_of

LENGTH = 260  # characters of a passage
BEFORE = 60  # of them, at most so many before the first marked word
MOST_PLACES = 20  # of one stem in one text that are looked at

# Words as they are written, and whether each stretch of them is marked.
Marked = list[tuple[str, bool]]


@dataclass(frozen=True)
class Passage:
    """A part of a paragraph, with its address within the page of the text ("op-4")."""

    language: str
    path: str
    number: str
    parts: Marked


def passages(ids: Iterable[int], clause: Clause) -> dict[int, Passage]:
    """Give for each text the passage that has most of the wanted stems, in two queries.

    Texts whose title alone has them, or whose words are not held, have none.
    """
    stems = stems_by_language(clause)
    if not stems or clause.in_title:
        return {}
    columns = [f"body_{language}" for language in stems]
    places = {}
    entries = SearchEntry.objects.filter(pk__in=ids).values_list("pk", *columns)
    for pk, *bodies in entries:
        best = max(
            (_best_line(body, stems[language]), language)
            for language, body in zip(stems, bodies, strict=True)
        )
        (score, line), language = best
        if score:
            places[pk] = (-line + 1, language)
    return _read(places, stems)


def stems_by_language(clause: Clause) -> dict[str, set[str]]:
    """The wanted stems of a clause, {language: stems}."""
    stems: dict[str, set[str]] = {}
    for language, stem in clause.stems:
        stems.setdefault(language, set()).add(stem)
    return stems


def marked(text: str, language: str, stems: set[str]) -> Marked:
    """Take a text apart where words begin and end whose stem is one of these."""
    parts: Marked = []
    at = 0
    for word in WORD.finditer(text):
        if stems_of([folded(word.group())], language)[0] in stems:
            parts += [(text[at : word.start()], False), (word.group(), True)]
            at = word.end()
    parts.append((text[at:], False))
    return [part for part in parts if part[0]]


def _best_line(body, stems):
    """(how many of the stems the best paragraph has, minus its place): the first of the best."""
    padded, found = f" {body} ", {}
    for stem in stems:
        word, at = f" {stem} ", -1
        for _time in range(MOST_PLACES):
            at = padded.find(word, at + 1)
            if at < 0:
                break
            found.setdefault(padded.count(BREAK, 0, at + 1), set()).add(stem)
    return max(((len(having), -line) for line, having in found.items()), default=(0, 0))


def _read(places, stems):
    if not places:
        return {}
    wanted = [
        Q(paragraph__resolution=pk, paragraph__position=position, language=language)
        for pk, (position, language) in places.items()
    ]
    rows = ParagraphText.objects.filter(reduce(or_, wanted)).order_by()
    rows = rows.values_list(
        "paragraph__resolution_id", "language", "paragraph__path", "paragraph__number", "text"
    )
    return {
        pk: Passage(language, path, number, _cut(marked(text, language, stems[language])))
        for pk, language, path, number, text in rows
    }


def _cut(parts):
    """Leave a stretch of the paragraph around the first words that are marked."""
    before = sum(len(text) for text, _is in parts[: _first(parts)])
    start = max(0, before - BEFORE)
    cut, passed, left = [], 0, LENGTH
    for text, is_marked in parts:
        piece = text[max(0, start - passed) :][:left] if passed + len(text) > start else ""
        passed += len(text)
        left -= len(piece)
        if piece:
            cut.append((piece, is_marked))
    total = passed
    if start and cut:
        cut[0] = ("…" + re.sub(r"^\S*\s", " ", cut[0][0]), cut[0][1])
    if start + LENGTH < total and cut:
        cut[-1] = (re.sub(r"\s\S*$", " ", cut[-1][0]) + "…", cut[-1][1])
    return cut


def _first(parts):
    return next((place for place, (_text, is_marked) in enumerate(parts) if is_marked), 0)
