"""Passages folded: those of several constituents that say nearly the same, in any language."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from resrec.reporting.suggesting.content import Content, content_of
from resrec.reporting.suggesting.likeness import Likenesses, contained
from resrec.reporting.suggesting.sentences import Sentence, language_of, length_of

# Passages told in each other so far are folded together.
ALIKE = 0.5


@dataclass(frozen=True)
class Fold:
    """Places of passages that say nearly the same: the fullest stands, `under` are folded under it.

    `under` is in the order of the passages.
    """

    stands: int
    under: list[int] = field(default_factory=list)


def folds_of(passages: Sequence[tuple[str, str]]) -> list[Fold]:
    """Fold passages, given as (language code, text), across languages.

    Gives a Fold for each passage that stands, in the order in which the passages came; every
    place is in one fold, and in one only. The same passages give the same folds.
    """
    contents = [_content(language, text) for language, text in passages]
    index = Likenesses(contents)
    # The fullest stand first; of equals, the earlier.
    order = sorted(range(len(contents)), key=lambda at: (-_size(contents[at]), at))
    under: dict[int, list[int]] = {}
    folded: set[int] = set()
    for place in order:
        if place in folded:
            continue
        under[place] = []
        for other in index.near(place):
            if other not in folded and other not in under and _alike(contents, other, place):
                folded.add(other)
                under[place].append(other)
    return [Fold(place, sorted(under[place])) for place in sorted(under)]


def _alike(contents, one, other):
    return (
        contained(contents[one], contents[other]) >= ALIKE
        and contained(contents[other], contents[one]) >= ALIKE
    )


def _size(content):
    return len(content.figures) + len(content.words)


def _content(language, text) -> Content:
    code = language_of(text, language.strip().lower()[:2])
    return content_of(Sentence(0, 0, len(text), text, code, length_of(text)))
