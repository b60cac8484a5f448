"""What last year's account announced and this year's says no word about."""

from dataclasses import replace

from resrec.reporting.suggesting.content import content_of
from resrec.reporting.suggesting.likeness import contained
from resrec.reporting.suggesting.sentences import Sentence, language_of, length_of

# So little in common is enough to be a word about it: a promise is kept in other words.
A_WORD = 0.3


def unanswered(promises, said):
    """Give the places of the promises on which nothing is said.

    Both are lists of (language, text). A promise that tells nothing of its own is passed over.
    """
    answers = [_content(*one) for one in said]
    return [
        place
        for place, promise in enumerate(promises)
        if (content := _content(*promise)).told > 1
        and not any(contained(content, answer) >= A_WORD for answer in answers)
    ]


def _content(language, text):
    code = language_of(text, language)
    found = content_of(Sentence(0, 0, len(text), text, code, length_of(text)))
    return replace(found, figures=frozenset())  # what was planned as ten may be eight by now
