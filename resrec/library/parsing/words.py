"""The words of a line, as the lexicon knows them, and what stands between them."""

import re
from dataclasses import dataclass

from resrec.library.parsing.lexicon import fold

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: folded, and where each begins and ends in it."""

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self):
        return len(self.folded)

    def before(self, place):
        """What stands between a word and the one before it."""
        return self.text[self.ends[place - 1] if place else 0 : self.starts[place]]

    def printed(self, start, end):
        """The text from one word up to another, as printed."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def words_of(text):
    """Give the Words of a text; hyphens and apostrophes are inside words."""
    folded, starts, ends = [], [], []
    for match in _WORD.finditer(text):
        folded.append(fold(match.group()))
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, folded, starts, ends)
