"""What was meant by a word that stands nowhere: the nearest word of the texts or the glossary."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from resrec.library.search import glossary
from resrec.library.search.lexicon import Lexicon
from resrec.library.search.words import LANGUAGES, stems_of

SHORTEST_CORRECTED = 4
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def meant(word: str, lexicon: Lexicon, languages: Collection[str] = LANGUAGES) -> str | None:
    """Give the known word nearest to one that is not known, or None.

    One slip is forgiven in a word of four letters, two from seven on. Among words equally near,
    one of these languages comes first, then the one that stands in most texts.
    """
    if len(word) < SHORTEST_CORRECTED or not word.isalpha():
        return None
    near = list(_known(_slips(word), lexicon))
    if not near and len(word) >= 7:
        near = list(_known(_two_away(word, lexicon), lexicon))
    best = max(near, key=lambda one: (one[0] in languages, *one[1:]), default=None)
    return best[2] if best else None


def _known(words: Iterable[str], lexicon) -> Iterator[tuple[str, int, str]]:
    """Give (language, number of texts, word) of those that stand in texts or in the glossary."""
    for word in words:
        for language in LANGUAGES:
            if word in lexicon.stems[language] or word in glossary.words(language):
                yield language, lexicon.count(language, stems_of([word], language)[0]), word


def _two_away(word, lexicon):
    """Known words two slips away that share its first letter and nearly its length."""
    for language in LANGUAGES:
        held = lexicon.words[language]
        begun = held[bisect_left(held, word[0]) : bisect_left(held, word[0] + "\uffff")]
        for known in {*begun, *glossary.words(language)}:
            if (
                known[0] == word[0]
                and abs(len(known) - len(word)) <= 2
                and _within_two(known, word)
            ):
                yield known


def _slips(word):
    """Every word one slip away: a letter left out, put in, taken for another, or two swapped."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    left_out = {a + b[1:] for a, b in halves if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    other = {a + c + b[1:] for a, b in halves if b for c in LETTERS}
    put_in = {a + c + b for a, b in halves for c in LETTERS}
    return left_out | swapped | other | put_in


def _within_two(one, other):
    """Whether two slips turn one word into the other (Levenshtein, given up beyond two)."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            change = before[column - 1] + (letter != wanted)
            now.append(min(change, before[column] + 1, now[-1] + 1))
        if min(now) > 2:
            return False
        before = now
    return before[-1] <= 2
