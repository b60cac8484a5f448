"""Sources taken apart into sentences, each word for word at a known place.

A place is counted in characters of the normalised source, see `reporting/anchors.py`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sentencex import segment

from resrec.library.search.words import LANGUAGES, stop_words, words_of
from resrec.reporting.anchors import normalised
from resrec.reporting.suggesting.abbreviations import MISSED, goes_on

# A longer sentence (in words) is read in its clauses, where semicolons part them.
LONG = 40
SHORT_CELL = 12  # words; a table with longer cells is read cell by cell
LEAST_WRAPPED = 50  # characters; a shorter line was ended on purpose

# Lines as Word, the web and e-mail end them.
LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
CELL = re.compile(r"[^\t|]+")
BULLET = re.compile(
    r"\s*(?:[-–—−•‣▪▫◦●○■□◆◇➢➤✓✔→*·§\uf0a7\uf0b7]+\s+|[-–•▪●]|o\s+(?=[A-ZÀ-Ý])"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|#{1,6}\s+)"
)
CLAUSE = re.compile(r";\s+")
WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
TWO_SIGNS_A_WORD = 2


@dataclass(frozen=True)
class Source:
    """Words to draft from: an id of the caller's, a language code (or "") and the text."""

    id: str
    language: str
    text: str


@dataclass(frozen=True)
class Sentence:
    """A sentence: source (its place in the list), characters from `start` to `end`, words.

    `text` is what stands there; `language` one of ours, or as the source says.
    """

    source: int
    start: int
    end: int
    text: str
    language: str
    length: int


def length_of(text: str) -> int:
    """Count the words of a text, as a word processor does.

    Scripts that leave no space between words count a word for two signs.
    """
    return len(text.split()) + len(WITHOUT_SPACES.findall(text)) // TWO_SIGNS_A_WORD


def sentences_of(sources: Sequence[Source]) -> list[Sentence]:
    """Give the sentences of all sources in order. What has no letter and no figure is left out."""
    found = []
    for place, source in enumerate(sources):
        text = normalised(source.text)
        code = source.language.strip().lower()[:2]
        for start, end in spans_of(text, code):
            words = text[start:end]
            if any(sign.isalnum() for sign in words):
                language = language_of(words, code)
                found.append(Sentence(place, start, end, words, language, length_of(words)))
    return found


def language_of(words: str, otherwise: str) -> str:
    """Give the language whose little words stand most often in a sentence.

    `otherwise` holds unless another language has two more of them: reports mix languages.
    """
    counted = Counter(words_of(words))
    hits = {
        code: sum(n for word, n in counted.items() if word in stop_words(code))
        for code in LANGUAGES
    }
    best = max(hits, key=lambda code: hits[code])
    if hits[best] >= hits.get(otherwise, 0) + 2 or (otherwise not in LANGUAGES and hits[best] > 1):
        return best
    return otherwise


def spans_of(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of a normalised text, without blank space around it."""
    for start, end in _blocks(text):
        marked = BULLET.match(text, start, end)
        at = marked.end() if marked and marked.end() < end else start
        pieces = _merged(_split(text[at:end], language))
        for piece in pieces:
            yield from _clauses(text, at, at + len(piece))
            at += len(piece)


def _split(words, language):
    for piece in segment(language or "en", words):
        at = 0
        for parting in MISSED.finditer(piece):
            yield piece[at : parting.end()]
            at = parting.end()
        yield piece[at:]


def _merged(pieces):
    """Join what an abbreviation has parted."""
    merged: list[str] = []
    for piece in pieces:
        if merged and goes_on(merged[-1], piece):
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged


def _clauses(text, start, end):
    words = text[start:end]
    if length_of(words) <= LONG:
        yield from _trimmed(text, start, end)
        return
    at = start
    for parting in CLAUSE.finditer(text, start, end):
        yield from _trimmed(text, at, parting.start() + 1)
        at = parting.end()
    yield from _trimmed(text, at, end)


def _trimmed(text, start, end):
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield start, end


def _blocks(text):
    """Yield (start, end) of lines, of rows or cells of tables, and of lines that were wrapped."""
    held = None
    for line in LINE.finditer(text):
        start, end = line.span()
        if held and _is_wrapped(text, held, start, end):
            held = held[0], end
            continue
        if held:
            yield from _cells(text, *held)
        held = start, end
    if held:
        yield from _cells(text, *held)


def _is_wrapped(text, held, start, end):
    """Whether the line from `start` only goes on with the one held."""
    before, line = text[held[0] : held[1]].rstrip(), text[start:end].lstrip()
    if text[held[1] : start].count("\n") != 1 or not line or BULLET.match(line) or "\t" in line:
        return False
    last = before.rpartition("\n")[2]
    if len(last) < LEAST_WRAPPED or before[-1:] in ".!?:;…":
        return False
    if line[0].islower() or line[0].isdigit() or before[-1:] in ",-–":
        return True
    word = words_of(last.rpartition(" ")[2])
    return bool(word) and any(word[-1] in stop_words(code) for code in LANGUAGES)


def _cells(text, start, end):
    """A row of a table is one sentence, unless its cells are sentences themselves."""
    cells = [cell.span() for cell in CELL.finditer(text, start, end) if cell.group().strip()]
    prose = any(
        length_of(text[a:b]) > SHORT_CELL or text[a:b].rstrip().endswith((".", "!", "?"))
        for a, b in cells
    )
    if len(cells) > 1 and prose:
        yield from cells
    elif cells:
        yield cells[0][0], cells[-1][1]
