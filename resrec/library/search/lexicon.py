"""The words that stand in the texts: which are known, how they begin, in how many they are.

Held in memory, one for each state of the index (`catalogue.current().lexicon`).
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from resrec.library.models import SearchStem, SearchWord
from resrec.library.search.rarity import Rarity
from resrec.library.search.words import LANGUAGES

MOST_BEGUN = 40  # words that a beginning may stand for


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

    @cached_property
    def weights(self) -> dict[str, Rarity]:
        """By language, how much each stem tells."""
        return {language: Rarity(texts, language) for language, texts in self.texts.items()}

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
