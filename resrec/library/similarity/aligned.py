"""Two texts side by side: what each has that the other has, and what it has alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from resrec.library.search.rarity import Rarity
from resrec.library.similarity.pairing import Pair, Passages, pairs_of
from resrec.library.similarity.stemmed import Line


@dataclass(frozen=True)
class Row:
    """The place of a passage in the one text and in the other; None where one has it alone.

    `has_moved` tells that the other text has it earlier than what stands before it here.
    """

    mine: int | None
    theirs: int | None
    pair: Pair | None = None
    has_moved: bool = False


def aligned(mine: Sequence[Line], theirs: Sequence[Line], rarity: Rarity) -> list[Row]:
    """Give the rows in the order of the first text; what the second has alone comes in its place.

    Lines without words are left out, and those beyond `pairing.MOST_LINES`.
    """
    ones, others = Passages(mine, rarity), Passages(theirs, rarity)
    pairs = {pair.mine: pair for pair in pairs_of(ones, others)}
    matched = {pair.theirs for pair in pairs.values()}
    alone = [place for place, line in enumerate(others.lines) if line and place not in matched]
    rows, furthest = [], -1
    for place, line in enumerate(ones.lines):
        pair = pairs.get(place)
        if pair is None:
            rows += [Row(place, None)] if line else []
            continue
        while alone and alone[0] < pair.theirs:
            rows.append(Row(None, alone.pop(0)))
        rows.append(Row(place, pair.theirs, pair, has_moved=pair.theirs < furthest))
        furthest = max(furthest, pair.theirs)
    return rows + [Row(None, place) for place in alone]
