"""When a text says that it may be retired."""

import pytest

from resrec.library.parsing import parse, retirement_criterion


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "AGREES that this Resolution may be retired once the jetty is rebuilt."),
        ("en", "This Recommendation shall remain in force until the jetty is rebuilt."),
        ("fr", "DÉCIDE que la présente Résolution pourra être archivée une fois la jetée refaite."),
        ("es", "DECIDE que la presente Resolución podrá archivarse cuando se rehaga el muelle."),
    ],
)
def test_the_sentence_is_given(language, sentence):
    assert retirement_criterion(parse(f"1. Rest.\n2. {sentence}", language)) == sentence


def test_what_is_numbered_under_it_belongs_to_it():
    text = "1. Decides that this Resolution be archived when:\n(a) the jetty stands;\n2. Rests."
    assert retirement_criterion(parse(text)).endswith("when: (a) the jetty stands;")


@pytest.mark.parametrize(
    "line",
    ["1. Takes note of the list of archived resolutions.", "1. Decides to archive the maps."],
)
def test_other_texts_or_things_are_no_criterion(line):
    assert retirement_criterion(parse(line)) == ""
