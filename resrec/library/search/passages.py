"""Where in a text the words of a search stand: the paragraph that has most of them, marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from resrec.library.models import SearchEntry
from resrec.library.search.clause import Clause
from resrec.library.search.indexing import BREAK
from resrec.library.search.words import LANGUAGES, WORD, folded, stems_of
from resrec.web.prepared import Prepared

LENGTH = 260  # characters of a passage
BEFORE = 60  # of them, at most so many before the first marked word
MOST_PLACES = 12  # of one stem in one text that are looked at

# One look-up a text, joined to the list of places; the ORM would write a condition a text, which
# takes longer than the rest of a search.
PLACES = (
    "WITH place (resolution, position, language) AS (VALUES {}) "
    "SELECT p.resolution_id, t.language, p.path, p.number, t.text FROM place "
    "JOIN library_paragraph p ON p.resolution_id = resolution AND p.position = place.position "
    "AND p.gone_on IS NULL "
    "JOIN library_paragraphtext t ON t.paragraph_id = p.id AND t.language = place.language"
)

# Words as they are written, and whether each stretch of them is marked.
Marked = list[tuple[str, bool]]


@dataclass(frozen=True)
class Passage:
    """A part of a paragraph, with its address within the page of the text ("op-4")."""

    language: str
    path: str
    number: str
    parts: Marked


_bodies = Prepared(
    lambda ids: SearchEntry.objects.filter(pk__in=ids).values_list(
        "pk", *(f"body_{language}" for language in LANGUAGES)
    )
)


def passages(ids: Iterable[int], clause: Clause, prefer: str) -> dict[int, Passage]:
    """Give for each text the passage that has most of the wanted stems, in two queries.

    One in the language to `prefer` comes before those in others, where it has any. Texts whose
    title alone has them, or whose words are not held, have none.
    """
    marker = Marker(clause)
    stems = marker.stems
    if not stems or clause.in_title:
        return {}
    places = {}
    for pk, *bodies in _bodies(ids):
        found = [
            (language == prefer, best, language)
            for language, body in zip(LANGUAGES, bodies, strict=True)
            if body and language in stems and (best := _best_line(body, stems[language]))[0]
        ]
        if found:
            _is_preferred, (_score, line), language = max(found)
            places[pk] = (-line + 1, language)
    return _read(places, marker)


class Marker:
    """Marks the words whose stems a clause wants; remembers which words of a page those are."""

    def __init__(self, clause: Clause | None):
        self.stems: dict[str, set[str]] = {}
        for language, stem in clause.stems if clause else ():
            self.stems.setdefault(language, set()).add(stem)
        self._wanted: dict[str, dict[str, bool]] = {language: {} for language in self.stems}

    def mark(self, text: str, language: str) -> Marked:
        """Take a text apart where words begin and end that are wanted in this language."""
        if language not in self.stems:
            return [(text, False)]
        parts: Marked = []
        at, wanted = 0, self._wanted[language]
        for word in WORD.finditer(text):
            written = word.group()
            is_wanted = wanted.get(written)
            if is_wanted is None:
                stem = stems_of([folded(written)], language)[0]
                is_wanted = wanted[written] = stem in self.stems[language]
            if is_wanted:
                parts += [(text[at : word.start()], False), (written, True)]
                at = word.end()
        parts.append((text[at:], False))
        return [part for part in parts if part[0]]


def _best_line(body, stems):
    """(how many of the stems the best paragraph has, minus its place): the first of the best."""
    padded, found = f" {body} ", {}
    for stem in stems:
        word, line, before, at = f" {stem} ", 0, 0, -1
        for _time in range(MOST_PLACES):
            at = padded.find(word, at + 1)
            if at < 0:
                break
            line += padded.count(BREAK, before, at + 1)
            before = at
            found.setdefault(line, set()).add(stem)
    return max(((len(having), -line) for line, having in found.items()), default=(0, 0))


def _read(places, marker):
    if not places:
        return {}
    asked = [value for pk, place in places.items() for value in (pk, *place)]
    with connection.cursor() as cursor:
        cursor.execute(PLACES.format(", ".join(["(%s, %s, %s)"] * len(places))), asked)
        rows = cursor.fetchall()
    return {
        pk: Passage(language, path, number, _cut(marker.mark(text, language)))
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
