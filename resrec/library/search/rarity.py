"""How much a stem tells: nothing where every text has it, most where a single one does."""

import math

from resrec.library.search.words import stems_of, stop_words

# Figures are rare, but tell less than words of what a text is about.
FIGURES = 0.3


class Rarity(dict):
    """{stem: weight} of one language, reckoned when asked: the logarithm of one in how many texts.

    Words that tell nothing weigh 0, and a stem that stands in no text as much as the rarest.
    """

    def __init__(self, texts: dict[str, int], language: str):
        super().__init__(dict.fromkeys(stems_of(stop_words(language), language), 0.0))
        self.texts = texts
        self.most = math.log(1 + max(texts.values(), default=1))

    def __missing__(self, stem):
        weight = self.most - math.log(max(self.texts.get(stem, 0), 1))
        if not stem.isalpha():
            weight *= FIGURES
        if stem in self.texts:  # words of drafts do not pile up
            self[stem] = weight
        return weight
