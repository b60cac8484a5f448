"""The words that stand in the texts: which are known, how they begin, what was meant.

Held in memory, one for each state of the index (`catalogue.current().lexicon`).
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from resrec.library.models import SearchStem, SearchWord
from resrec.library.search.words import LANGUAGES

MOST_BEGUN = 40  # words that a beginning may stand for
SHORTEST_CORRECTED = 4
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Lexicon:
    """By language: the stem of each word, the words in order, and in how many texts a stem is."""

    stems: dict[str, dict[str, str]] = field(default_factory=lambda: {c: {} for c in LANGUAGES})
    words: dict[str, list[str]] = field(default_factory=lambda: {c: [] for c in LANGUAGES})
    texts: dict[str, dict[str, int]] = field(default_factory=lambda: {c: {} for c in LANGUAGES})

    @classmethod
    def load(cls):
        """Read the words of the index, in two queries."""
        lexicon = cls()
        counted = SearchStem.objects.filter(texts__gt=0).order_by()
        for language, stem, texts in counted.values_list("language", "stem", "texts"):
            lexicon.texts[language][stem] = texts
        found = SearchWord.objects.order_by().values_list("language", "word", "stem")
        for language, word, stem in found:
            if stem in lexicon.texts[language]:
                lexicon.stems[language][word] = stem
        lexicon.words = {language: sorted(words) for language, words in lexicon.stems.items()}
        return lexicon

    def knows(self, language, stem):
        return stem in self.texts[language]

    def count(self, language, stem):
        """In how many texts the stem stands in this language."""
        return self.texts[language].get(stem, 0)

    def rarity(self, language, phrase):
        """In how many texts the phrase can stand at most."""
        return min(self.count(language, stem) for stem in phrase)

    def beginning_with(self, language, start):
        """Give the stems of the words that begin so, as phrases of one; the commonest first."""
        words, at = self.words[language], bisect_left(self.words[language], start)
        found = {}
        while at < len(words) and words[at].startswith(start):
            stem = self.stems[language][words[at]]
            found[stem] = self.texts[language][stem]
            at += 1
        commonest = sorted(found, key=lambda stem: (-found[stem], stem))
        return tuple((stem,) for stem in commonest[:MOST_BEGUN])

    def is_known(self, word):
        """Whether the word, or one that begins so, stands in any text."""
        for words in self.words.values():
            at = bisect_left(words, word)
            if at < len(words) and words[at].startswith(word):
                return True
        return False

    def meant(self, word):
        """Give the known word nearest to one that is not known, or None.

        One slip is forgiven in a word of four letters, two from seven on; among words equally
        near, the one that stands in most texts.
        """
        if len(word) < SHORTEST_CORRECTED or not word.isalpha():
            return None
        near = self._among(_slips(word))
        if not near and len(word) >= 7:
            near = self._near_by_two(word)
        return max(near, key=lambda known: (near[known], known), default=None)

    def _among(self, words):
        """Which of these words stand in texts, with the number of texts."""
        return {
            word: texts
            for word in words
            for language in LANGUAGES
            if (texts := self.count(language, self.stems[language].get(word, "")))
        }

    def _near_by_two(self, word):
        """Known words two slips away that share its first letter and nearly its length."""
        found = {}
        for language in LANGUAGES:
            words = self.words[language]
            first = bisect_left(words, word[0])
            last = bisect_left(words, word[0] + "\uffff")
            for known in words[first:last]:
                if abs(len(known) - len(word)) <= 2 and _within_two(known, word):
                    found[known] = self.count(language, self.stems[language][known])
        return found


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
