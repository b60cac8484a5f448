"""Names in a statement are looked for in its sources."""

import pytest

from resrec.library.search.words import words_of
from resrec.reporting.cautions.names import names_not_said

SAID = set(words_of("The Lake Ronda society of Péru trained its wardens with Marta Quispe."))


@pytest.mark.parametrize(
    "text",
    [
        "Wardens were trained at Lake Ronda.",
        "Marta Quispe trained wardens in Peru.",
        "Training went on. The Society, an IUCN Member, went on too.",
        "TRAINING OF WARDENS IN BORVIA",
        "Training Of Wardens In Borvia",
        "Wardens: Training goes on.\nBetter still – Training was free. “Free.” Yes.",
        "In May, the National Committee met on Monday.",
    ],
)
def test_nothing_to_say(text):
    assert names_not_said(text, SAID) == []


def test_a_name_that_no_source_bears():
    text = "With the Hollow Creek Fund, wardens were trained at Lake Ronda and in Borvia."
    assert names_not_said(text, SAID) == ["Hollow Creek Fund", "Borvia"]


def test_at_the_beginning_of_a_sentence_only_what_is_known():
    text = "Borvia trained wardens."
    assert names_not_said(text, SAID) == []
    assert names_not_said(text, SAID, known={"borvia"}) == ["Borvia"]
