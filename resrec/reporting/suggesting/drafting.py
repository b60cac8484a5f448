"""A draft: sentences of the sources, within a number of words, each at its place."""

from collections.abc import Sequence

from resrec.reporting.suggesting.choosing import RULES, Candidate, chosen
from resrec.reporting.suggesting.content import content_of
from resrec.reporting.suggesting.informing import plainness, worth
from resrec.reporting.suggesting.ranking import ranked
from resrec.reporting.suggesting.sentences import Sentence, Source, sentences_of

# So many sentences, those that tell most by the word, are ranked and chosen from.
MOST_SENTENCES = 2000
# How far the rank in the graph speaks beside what a sentence tells by itself.
GRAPH = 0.3


def drafted(
    sources: Sequence[Source],
    words: int,
    asks: Sequence[Source] = (),
    stated: Sequence[Source] = (),
    plainest: float = 0.0,
) -> list[Sentence]:
    """Give the sentences of a draft of at most so many words, in the order of the sources.

    `asks` are the paragraphs of the text that is reported on, `stated` what an account says
    already: that is not said again. What is less plain than `plainest` (courtesy, headings) is
    not used to fill the length. Where every sentence is longer and nothing is stated, the
    shortest is given alone.
    """
    if words < 1:
        return []
    sentences, contents, telling = _most_telling(sentences_of(sources), plainest)
    places = [sentence.source for sentence in sentences]
    ranks = ranked(contents, places, telling, _contents(asks))
    candidates = [
        Candidate(content, worth * rank**GRAPH, sentence.length, sentence.source)
        for sentence, content, worth, rank in zip(sentences, contents, telling, ranks, strict=True)
    ]
    found = chosen(candidates, words, _contents(stated))
    return [sentences[at] for at in sorted(found)]


def _most_telling(sentences, plainest):
    """The sentences to choose from, what each tells and how much."""
    contents = [content_of(sentence) for sentence in sentences]
    plain = [
        at
        for at, sentence in enumerate(sentences)
        if not plainest or plainness(sentence, contents[at]) >= plainest
    ]
    sentences, contents = [sentences[at] for at in plain], [contents[at] for at in plain]
    telling = worth(sentences, contents)
    by_word = [one / s.length**RULES.by_word for one, s in zip(telling, sentences, strict=True)]
    best = sorted(range(len(sentences)), key=lambda at: (-by_word[at], at))[:MOST_SENTENCES]
    best.sort()
    return tuple([row[at] for at in best] for row in (sentences, contents, telling))


def _contents(sources):
    return [content_of(sentence) for sentence in sentences_of(sources)]
