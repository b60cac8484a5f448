"""Two sources that tell the same and differ: in a figure, or in whether it was done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resrec.reporting.suggesting.content import content_of
from resrec.reporting.suggesting.likeness import Likenesses, contained
from resrec.reporting.suggesting.negation import says_not
from resrec.reporting.suggesting.sentences import Source, sentences_of

# How much of each must be told by the other for both to speak of one thing, and the weight of
# words they share at least: two bodies that each trained rangers do not disagree on how many.
ALIKE, SHARED = 0.7, 4.0
# Whoever says why it was not done says more: then the shorter has to be told wholly.
WHOLLY, WITH_A_REASON = 0.95, 0.6
MOST = 12  # sentences that share a word; a word in more of them leads to nothing in particular


@dataclass(frozen=True)
class Disagreement:
    """Two sentences (`one` of the source `one_at`, likewise `other`) and in what they differ:
    `kind` is "figures" or "done"."""

    kind: str
    one_at: int
    one: str
    other_at: int
    other: str


def disagreements(sources: Sequence[Source], owners: Sequence[object]) -> list[Disagreement]:
    """Give what sources of different owners tell alike but for a figure, or done and not done.

    `owners` says whose each source is. What one sentence of a source tells is held against every
    other source, across languages.
    """
    sentences = sentences_of(sources)
    contents = [content_of(one) for one in sentences]
    bare = [replace(one, figures=frozenset()) for one in contents]
    index, found, seen = Likenesses(bare), [], set()
    for place, sentence in enumerate(sentences):
        for other in index.near(place, MOST):
            pair = (sentence.source, sentences[other].source)
            if other <= place or owners[pair[0]] == owners[pair[1]] or (place, other) in seen:
                continue
            seen.add((place, other))
            if kind := _difference(place, other, sentences, contents, bare):
                found.append(
                    Disagreement(kind, pair[0], sentence.text, pair[1], sentences[other].text)
                )
    return found


def _difference(place, other, sentences, contents, bare):
    mine, theirs = (_counts(contents[at]) for at in (place, other))
    differ = bool(mine and theirs) and not (mine <= theirs or theirs <= mine)
    undone = [says_not(sentences[at].text) for at in (place, other)]
    kind = "done" if undone[0] != undone[1] else "figures" if differ else ""
    return kind if kind and _same_thing(bare[place], bare[other], kind) else ""


def _same_thing(one, other, kind):
    told = min(sum(one.words.values()), sum(other.words.values()))
    if told < SHARED:
        return False
    less, more = sorted((contained(one, other), contained(other, one)))
    return less >= ALIKE or (kind == "done" and more >= WHOLLY and less >= WITH_A_REASON)


def _counts(content):
    return {key for key in content.figures if key[0] != "y"}
