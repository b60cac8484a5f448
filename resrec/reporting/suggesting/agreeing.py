"""Who else says it: for sentences of a draft, those of other reports that tell the same."""

from collections.abc import Hashable, Iterator, Sequence

from resrec.reporting.suggesting.content import content_of
from resrec.reporting.suggesting.likeness import Likenesses, contained
from resrec.reporting.suggesting.negation import says_not
from resrec.reporting.suggesting.sentences import Sentence, Source, sentences_of

# All that a sentence tells, but for a word, has to be told by the other, which may tell more;
# and it has to tell so much, by the weight of its words.
TOLD, AT_LEAST_HALF, WEIGHT = 0.75, 0.5, 3.0
MOST = 12  # sentences that share a word; a word in more of them leads to nothing in particular


def agreeing(
    sources: Sequence[Source],
    owners: Sequence[Hashable],
    kinds: Sequence[Hashable],
    chosen: Sequence[Sentence],
) -> Iterator[list[Sentence]]:
    """Yield, for each chosen sentence, those that tell the same: one an owner, the nearest.

    `owners` says whose each source is; `kinds` what it is about: what was done and what is planned
    are never the same, nor are done and not done.
    """
    sentences = sentences_of(sources)
    contents = [content_of(sentence) for sentence in sentences]
    index = Likenesses(contents)
    places = {(one.source, one.start): place for place, one in enumerate(sentences)}
    for sentence in chosen:
        place = places[sentence.source, sentence.start]
        told = contents[place]
        best: dict[Hashable, tuple[float, Sentence]] = {}
        for at in index.near(place, MOST) if sum(told.words.values()) >= WEIGHT else ():
            other = sentences[at]
            owner = owners[other.source]
            if owner == owners[sentence.source] or kinds[other.source] != kinds[sentence.source]:
                continue
            there = contained(told, contents[at])
            if there < TOLD or (owner in best and there <= best[owner][0]):
                continue
            is_denied = says_not(sentence.text) != says_not(other.text)
            if not is_denied and contained(contents[at], told) >= AT_LEAST_HALF:
                best[owner] = (there, other)
        yield [other for _there, other in best.values()]
