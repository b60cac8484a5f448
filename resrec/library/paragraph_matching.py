"""Which paragraph on record is which of a new reading of its text: by words, then by path.

Reports, statements and focal points point at paragraphs: a paragraph whose words have stayed, or
have changed a little, stays the same row wherever it has moved to. Time grows with the text.
"""

from bisect import bisect_left
from collections import defaultdict, deque

from resrec.library.corrected_parsing import plain

# Two wordings are one paragraph's when this share of their words is common to both …
ALIKE = 0.6
# … and they stand no further apart than this: what moves further keeps its words or is another.
REACH = 30


def matched(pairs, standing, gone=()):
    """Give the row of each Paired that has one: {Paired: Paragraph}.

    `standing` are the text's Paragraphs with their texts prefetched, `gone` those it had once:
    they come back where their very words do.
    """
    found = _Found()
    _by_words(pairs, [*standing, *gone], found)
    _by_likeness(pairs, standing, found)
    by_path = {row.path: row for row in standing if row.pk not in found.taken}
    for pair in pairs:
        if pair not in found.rows and pair.path in by_path:
            found.rows[pair] = by_path[pair.path]
    return found.rows


class _Found:
    def __init__(self):
        self.rows, self.taken = {}, set()

    def take(self, pair, row):
        """Match them, unless the row is another's already."""
        if row is not None and row.pk not in self.taken:
            self.rows[pair] = row
            self.taken.add(row.pk)


def _by_words(pairs, rows, found):
    """The same words; of several that have them, first those that kept their place."""
    in_place, anywhere = {}, defaultdict(deque)
    for row in rows:
        for text in row.texts.all():
            words = plain(text.text)
            in_place.setdefault((text.language, words, row.path), row)
            anywhere[text.language, words].append(row)
    said = {
        pair: [(language, plain(one.text)) for language, one in pair.parsed.items()]
        for pair in pairs
    }
    for pair in pairs:
        for language, words in said[pair]:
            if pair not in found.rows:
                found.take(pair, in_place.get((language, words, pair.path)))
    for pair in pairs:
        for key in said[pair]:
            waiting = anywhere.get(key, ())
            while pair not in found.rows and waiting:
                found.take(pair, waiting.popleft())


def _by_likeness(pairs, rows, found):
    left = [(place, row, _words_of(row)) for place, row in enumerate(rows) if _is_left(row, found)]
    places = [place for place, _row, _words in left]
    for place, pair in enumerate(pairs):
        if pair in found.rows:
            continue
        words = {language: _set_of(one.text) for language, one in pair.parsed.items()}
        near = left[bisect_left(places, place - REACH) : bisect_left(places, place + REACH + 1)]
        likeness, likest = 0, None
        for _place, row, others in near:
            alike = _is_left(row, found) and _likeness(words, others)
            if alike > likeness:
                likeness, likest = alike, row
        if likeness >= ALIKE:
            found.take(pair, likest)


def _is_left(row, found):
    return row.pk not in found.taken


def _words_of(row):
    return {text.language: _set_of(text.text) for text in row.texts.all()}


def _set_of(text):
    return frozenset(text.casefold().split())


def _likeness(words, others):
    """The share of different words in common, 0 to 1, in the language where it is greatest."""
    return max(
        (
            2
            * len(words[language] & others[language])
            / max(1, len(words[language]) + len(others[language]))
            for language in words.keys() & others.keys()
        ),
        default=0,
    )
