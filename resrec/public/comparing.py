"""Two adopted texts side by side: what both say, and what one says alone."""

from collections import Counter
from collections.abc import Mapping

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language

from resrec.library.codes import Found, look_up, nearest
from resrec.library.models import Resolution
from resrec.library.search import catalogue
from resrec.library.similarity.aligned import aligned
from resrec.library.similarity.pairing import MOST_LINES, SAME
from resrec.library.similarity.passages import read
from resrec.library.similarity.stemmed import Stemmed, wordings
from resrec.library.spelling import tidy
from resrec.public.quoted import Beside, Quoted

LONGEST_NAMED = 60  # characters of what is repeated though it means nothing


class Named:
    """A text as it was named: the spelling of its code, and what that can mean."""

    def __init__(self, spelling: str):
        self.spelling = tidy(spelling)

    @cached_property
    def found(self) -> Found | None:
        return look_up(self.spelling) if self.spelling else None

    @property
    def text(self) -> Resolution | None:
        return self.found.only if self.found else None

    @property
    def nearest(self) -> list[Resolution]:
        return nearest(self.spelling) if self.found and not self.found.texts else []


class Comparison:
    """Two texts that were named; `language` is that of the words compared, empty if there is none.

    `unknown` is the language that was asked for in vain.
    """

    def __init__(self, one: str = "", other: str = "", asked: str = ""):
        self.one, self.other = Named(one), Named(other)
        self.names = [("a", self.one), ("b", self.other)]
        wished = [asked, get_language() or "", *self.languages]
        self.language = next((code for code in wished if code in self.languages), "")
        self.unknown = (
            asked[:LONGEST_NAMED] if self.languages and asked not in self.languages else ""
        )

    @property
    def is_asked(self):
        """Whether any text was named."""
        return any(named.spelling for _name, named in self.names)

    @cached_property
    def texts(self) -> list[Resolution]:
        """The texts that were named, as far as they are known."""
        return [named.text for _name, named in self.names if named.text]

    @property
    def is_possible(self):
        """Whether two different texts were named."""
        return len(self.texts) == 2 and self.texts[0] != self.texts[1]

    @cached_property
    def wordings(self) -> list[dict[str, Stemmed]]:
        """What search holds of both, the languages with no words but a title left out."""
        ids = [text.pk for text in self.texts] if self.is_possible else []
        found = wordings(ids, [code for code, _name in settings.LANGUAGES])
        return [{code: one for code, one in found.get(pk, {}).items() if one.lines} for pk in ids]

    @cached_property
    def languages(self) -> list[str]:
        """The languages in which the words of both are held."""
        held = [wording.keys() for wording in self.wordings]
        return [code for code, _name in settings.LANGUAGES if held and all(code in h for h in held)]

    @property
    def not_held(self) -> list[Resolution]:
        """Those of the two whose words are not held in any language."""
        held = zip(self.texts, self.wordings, strict=False)
        return [text for text, wording in held if not wording]

    @property
    def is_cut(self):
        """Whether one has more paragraphs than are compared."""
        return any(len(w[self.language].lines) > MOST_LINES for w in self.wordings)

    @cached_property
    def rows(self) -> list[Beside]:
        """All passages of both, those that match beside each other."""
        mine, theirs = (wording[self.language].lines for wording in self.wordings)
        rarity = catalogue.current().lexicon.weights[self.language]
        found, rows = self._passages(), []
        for row in aligned(mine, theirs, rarity):
            one, other = (
                Quoted.of(passage, text) if (passage := found.get((text.pk, place))) else None
                for text, place in zip(self.texts, (row.mine, row.theirs), strict=True)
            )
            if one and other and row.pair:
                level = row.pair.level
                rows.append(Beside.of(one, other, level, rarity, has_moved=row.has_moved))
            elif one or other:
                rows.append(Beside(one, other))
        return rows

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many rows there are: both in the "same" words, in "other" ones, one "alone"."""
        return Counter(
            "alone" if not row.level else SAME if row.level == SAME else "other"
            for row in self.rows
        )

    def _passages(self):
        places = [
            (text.pk, self.language, place)
            for text, wording in zip(self.texts, self.wordings, strict=True)
            for place in range(min(len(wording[self.language].lines), MOST_LINES))
        ]
        return {(pk, place): one for (pk, _language, place), one in read(places).items()}
