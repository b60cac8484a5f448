"""The stems of a text in one language, as similarity reads them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from resrec.library.models import Resolution, SearchEntry
from resrec.library.search.indexing import BREAK
from resrec.library.search.rarity import Rarity
from resrec.library.search.words import LANGUAGES, stems_of, words_of

Line = tuple[str, ...]
Wording = Mapping[str, "Stemmed"]  # by language


@dataclass(frozen=True)
class Stemmed:
    """The stems of a title and of a text, written as a SearchEntry writes them."""

    title: str
    body: str

    @classmethod
    def of_words(cls, language: str, title: str, lines: Iterable[str]):
        """Read a text that the library does not hold."""
        written = [" ".join(stems_of(words_of(line), language)) for line in (title, *lines)]
        return cls(written[0], BREAK.join(written[1:]))

    @cached_property
    def lines(self) -> list[Line]:
        """The stems of each paragraph; empty ones are kept, for the place tells which it is."""
        return [tuple(line.split()) for line in self.body.split(BREAK)] if self.body else []

    @cached_property
    def stems(self) -> list[str]:
        """All stems in order, and what stands between paragraphs."""
        return [*self.title.split(), *self.body.split()]

    def telling(self, rarity: Rarity) -> dict[str, float]:
        """Give {stem: weight}, the most telling first: the rarer and the more often it stands."""
        counts = Counter(self.stems)
        counts.pop(BREAK.strip(), None)
        weights = {
            stem: (1 + math.log(times)) * rarity[stem] ** 2
            for stem, times in counts.items()
            if rarity[stem]
        }
        return dict(sorted(weights.items(), key=lambda one: (-one[1], one[0])))


def wording_of(text: Resolution) -> dict[str, Stemmed]:
    """Give what search holds of a text, by language."""
    return wordings([text.pk], LANGUAGES).get(text.pk, {})


def wordings(ids: Iterable[int], languages: Iterable[str]) -> dict[int, dict[str, Stemmed]]:
    """Give {id: {language: Stemmed}} of these texts, in those of the languages that they have."""
    columns = [(f"title_{language}", f"body_{language}") for language in languages]
    asked = [name for pair in columns for name in pair]
    rows = SearchEntry.objects.filter(pk__in=ids).order_by("pk").values("pk", *asked)
    return {
        row["pk"]: {
            title[-2:]: Stemmed(row[title], row[body])
            for title, body in columns
            if row[title] or row[body]
        }
        for row in rows
    }
