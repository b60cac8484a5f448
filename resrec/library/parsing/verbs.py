"""The verb of a paragraph: what an assembly does with it."""

from dataclasses import dataclass

from resrec.library.parsing.lexicon import Form, fold, lexicon, words_of

MOST_BETWEEN = 5


@dataclass(frozen=True)
class Word:
    """A word of a line, folded, and where it stands in it."""

    folded: str
    start: int
    end: int


def words_in(text, limit=None):
    """Give the words of a line up to `limit`, as Words."""
    found = []
    for match in words_of(text):
        found.append(Word(fold(match.group()), match.start(), match.end()))
        if limit and len(found) >= limit:
            break
    return found


def opening_form(text, language):
    """Give the Form that a line opens with ("Also calls upon …"), or None."""
    known = lexicon(language)
    words = words_in(text, 24)
    place = 0
    while place < len(words):
        if form := form_at(words, place, known):
            return form[0]
        word = words[place].folded
        if word not in known.words["starters"] and word not in known.words["subjects"]:
            return None
        place += 1
    return None


def form_at(words, place, known):
    """Give the longest (Form, place after it) whose words stand there, or None.

    Between its words there may be adverbs: "calls once again upon".
    """
    for form in known.forms.get(words[place].folded, ()):
        if (after := _end_of(form, words, place, known.words["adverbs"])) is not None:
            return form, after
    return None


def _end_of(form: Form, words, place, adverbs):
    place += 1
    for wanted in form.words[1:]:
        skipped = 0
        while place < len(words) and words[place].folded != wanted:
            if words[place].folded not in adverbs or skipped == MOST_BETWEEN:
                return None
            place, skipped = place + 1, skipped + 1
        if place == len(words):
            return None
        place += 1
    return place
