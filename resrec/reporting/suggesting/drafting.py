"""A draft: sentences of the sources, within a number of words, each at its place."""

from collections.abc import Sequence

from resrec.reporting.suggesting.choosing import chosen
from resrec.reporting.suggesting.content import content_of
from resrec.reporting.suggesting.informing import worth
from resrec.reporting.suggesting.ranking import ranked
from resrec.reporting.suggesting.sentences import Sentence, Source, sentences_of

# So many sentences, those that tell most by the word, are ranked and chosen from.
MOST_SENTENCES = 4000
# How far the rank in the graph speaks beside what a sentence tells by itself.
GRAPH = 0.25


def drafted(sources: Sequence[Source], words: int, asks: Sequence[Source] = ()) -> list[Sentence]:
    """Give the sentences of a draft of at most so many words, in the order of the sources.

    `asks` are the paragraphs of the text that is reported on. Where every sentence is longer,
    the shortest is given alone.
    """
    if words < 1:
        return []
    sentences = sentences_of(sources)
    contents = [content_of(sentence) for sentence in sentences]
    telling = worth(sentences, contents)
    if len(sentences) > MOST_SENTENCES:
        best = sorted(range(len(sentences)), key=lambda at: (-telling[at], at))[:MOST_SENTENCES]
        best.sort()
        sentences = [sentences[at] for at in best]
        contents = [contents[at] for at in best]
        telling = [telling[at] for at in best]
    places = [sentence.source for sentence in sentences]
    asked = [content_of(sentence) for sentence in sentences_of(asks)]
    ranks = ranked(contents, places, telling, asked)
    relevance = [one * rank**GRAPH for one, rank in zip(telling, ranks, strict=True)]
    lengths = [sentence.length for sentence in sentences]
    found = chosen(contents, relevance, lengths, places, words)
    return [sentences[at] for at in sorted(found)]
