"""Whatever comes, a text is parsed: nothing raises, no word is lost, time grows with length."""

import time

import pytest
from hypothesis import given, settings, strategies as st

from resrec.library.parsing import parse, retirement_criterion
from resrec.library.parsing.lines import INVISIBLE, lines_of

PIECES = st.sampled_from(
    "1. 2. (a) (ii) a) • – I. A. 4.2 12 | Annex | Annexe | Requests | the Council to: | Prie"
    " | Pide a | Recalling | We | are urged to | by 31 December 2027 | , | ; | . | and | of the"
    " | \t | \n | \r\n | \u00a0 | \u200e | “ | İ | ﬁ | e\u0301 | \x00 | 日本 | 🦆".split(" | ")
)


def letters(words):
    """All that is to be read: no white space, no marks that cannot be seen."""
    return [letter for letter in words if not letter.isspace() and letter not in INVISIBLE]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join)),
    st.sampled_from(["en", "fr", "es", "de", ""]),
)
def test_anything_is_parsed(text, language):
    lines, found = lines_of(text), parse(text, language, text[:20])
    assert len(found) == len(lines)
    assert len({one.path for one in found}) == len(found)
    for line, one in zip(lines, found, strict=True):
        assert letters(line) == letters(one.number + one.text)
    assert isinstance(retirement_criterion(found), str)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n \t \n"])
def test_line_ends_do_not_matter(end):
    text = end.join(["Recalling reeds,", "1.\u00a0Requests\tthe Council to rest;", "(a)\trow."])
    assert [(one.kind, one.number) for one in parse(text)] == [
        ("preambular", ""),
        ("operative", "1."),
        ("operative", "(a)"),
    ]


def test_no_text_has_no_paragraphs():
    assert parse("") == parse(" \n\t\r\n\u200b") == []


LONG = {
    "lines": "1. Requests the Council to rest;\n(a) Row;\n" * 2500,
    "one line": "Requests the Council and the ferrymen, and urges States to rest, " * 8000,
    "spaces": "1." + " " * 400_000 + "Rests",
    "dots": "Requests " + ".,;" * 200_000,
    "adverbs": "being " * 100_000 + "concerned",
    "a word": "Requests the " + "a" * 500_000 + " to rest",
    "brackets": "(" * 300_000,
    "the same number": "1. Rest\n" * 20_000,
    "deadlines": "1. Requests States, at its " + "first " * 60_000,
}


@pytest.mark.parametrize("which", LONG)
def test_time_grows_with_length_only(which):
    begun = time.process_time()
    found = parse(LONG[which])
    assert time.process_time() - begun < 6
    assert len({one.path for one in found}) == len(found)
