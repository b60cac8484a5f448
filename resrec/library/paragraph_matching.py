"""Which paragraph on record is which of a new reading of its text: by words, then by path.

Reports, statements and focal points point at paragraphs: a paragraph whose words have stayed, or
have changed a little, stays the same row wherever it has moved to.
"""

from collections import Counter, defaultdict

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
    found = {}
    _by_words(pairs, [*standing, *gone], found)
    _by_likeness(pairs, standing, found)
    taken = set(found.values())
    by_path = {row.path: row for row in standing if row not in taken}
    for pair in pairs:
        if pair not in found and pair.path in by_path:
            found[pair] = by_path[pair.path]
    return found


def _by_words(pairs, rows, found):
    worded, taken = defaultdict(list), set()
    for row in rows:
        for text in row.texts.all():
            worded[text.language, plain(text.text)].append(row)
    for pair in pairs:
        same = [
            row
            for language, one in pair.parsed.items()
            for row in worded.get((language, plain(one.text)), ())
            if row.pk not in taken
        ]
        if same:
            # Of several with the same words, the one in the same place.
            found[pair] = next((row for row in same if row.path == pair.path), same[0])
            taken.add(found[pair].pk)


def _by_likeness(pairs, rows, found):
    taken = {row.pk for row in found.values()}
    left = [(place, row) for place, row in enumerate(rows) if row.pk not in taken]
    for place, pair in enumerate(pairs):
        if pair in found:
            continue
        near = [row for at, row in left if abs(at - place) <= REACH and row.pk not in taken]
        likest = max(((_likeness(pair, row), row) for row in near), default=None, key=_first)
        if likest and likest[0] >= ALIKE:
            found[pair] = likest[1]
            taken.add(likest[1].pk)


def _likeness(pair, row):
    """The share of words in common, 0 to 1, in the language where it is greatest."""
    return max(
        (
            _common(text.text, pair.parsed[text.language].text)
            for text in row.texts.all()
            if text.language in pair.parsed
        ),
        default=0,
    )


def _common(one, other):
    words, others = Counter(one.casefold().split()), Counter(other.casefold().split())
    return 2 * (words & others).total() / max(1, words.total() + others.total())


def _first(pair):
    return pair[0]
