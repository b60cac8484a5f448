"""Graph ranking of sentences: what is near to much that tells something, ranks higher.

The walk is PageRank's (Mihalcea and Tarau 2004, "TextRank"); it starts anew at sentences by how
much they tell and how near they are to what the text asks (Haveliwala 2003, topic-sensitive).
Only likenesses between different sources are edges: a fact that two constituents report counts
for more, one that a constituent repeats does not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from resrec.reporting.suggesting.content import Content
from resrec.reporting.suggesting.likeness import Likenesses, contained

DAMPING = 0.6
TURNS = 12
MOST_NEAR = 40  # a key in more sentences makes no edge, so that the work stays in proportion
LEAST_ALIKE = 0.3
# How much what is asked adds to what a sentence tells, at most.
ASKED = 1.0

Graph = Mapping[int, Mapping[int, float]]


def ranked(
    contents: Sequence[Content],
    sources: Sequence[int],
    worth: Sequence[float],
    asks: Sequence[Content] = (),
) -> list[float]:
    """Give a rank for each sentence, 1 in the mean; `asks` is what the text asks for."""
    start = [one * asked_for(content, asks) for one, content in zip(worth, contents, strict=True)]
    total = sum(start)
    if not total:
        return [1.0] * len(contents)
    start = [one / total for one in start]
    ranks = walk(graph_of(contents, sources), start)
    return [rank * len(contents) for rank in ranks]


def walk(graph: Graph, start: Sequence[float], damping: float = DAMPING) -> list[float]:
    """Give the share of a long random walk at each place."""
    ranks = list(start)
    sums = {place: sum(edges.values()) for place, edges in graph.items()}
    for _turn in range(TURNS):
        fresh = [0.0] * len(start)
        kept = 0.0
        for place, edges in graph.items():
            kept += ranks[place]
            for other, weight in edges.items():
                fresh[other] += damping * ranks[place] * weight / sums[place]
        # From a place without edges the walk starts anew.
        anew = sum(ranks) - damping * kept
        ranks = [one + anew * begun for one, begun in zip(fresh, start, strict=True)]
    return ranks


def graph_of(contents: Sequence[Content], sources: Sequence[int]) -> Graph:
    """Join the sentences of different sources that tell much the same."""
    index = Likenesses(contents)
    edges: dict[int, dict[int, float]] = defaultdict(dict)
    for place, content in enumerate(contents):
        for other in index.nearest(place, MOST_NEAR):
            if sources[other] != sources[place] and not _is_copy(content, contents[other]):
                alike = min(
                    contained(content, contents[other]), contained(contents[other], content)
                )
                if alike >= LEAST_ALIKE:
                    edges[place][other] = edges[other][place] = alike
    return edges


def _is_copy(one, other):
    """Who copies says nothing of its own: a form's words, or a sentence sent round."""
    return one.stems == other.stems and one.figures == other.figures


def asked_for(content: Content, asks: Sequence[Content]) -> float:
    """Give 1 and what the likeness of a sentence to what is asked adds."""
    if not asks:
        return 1.0
    return 1.0 + ASKED * max(contained(ask, content) for ask in asks)
