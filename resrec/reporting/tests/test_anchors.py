"""Quotations are found again in their source, whatever system stored the words."""

import pytest
from hypothesis import given, strategies as st

from resrec.reporting.anchors import anchor, locate, normalised, passage_id, source_digest

POND = "The pond was dug. The pond was filled. Then the pond was planted."


def test_an_anchor_holds_the_words_and_their_surroundings():
    found = anchor(POND, "was filled")
    assert (found.exact, found.prefix[-4:], found.suffix[:6]) == ("was filled", "ond ", ". Then")
    assert len(found.prefix) <= 32
    assert len(found.suffix) <= 32


@pytest.mark.parametrize(("near", "start"), [(0, 4), (20, 22), (64, 48)])
def test_of_repeated_words_the_nearest_is_meant(near, start):
    found = anchor(POND, "pond", near=near)
    assert locate(POND, found.exact, found.prefix, found.suffix) == (start, start + 4)


def test_composed_and_decomposed_letters_are_the_same():
    assert anchor("La rivie\u0300re est pleine.", "rivi\u00e8re").exact == "rivi\u00e8re"
    assert source_digest("rivie\u0300re\r\n") == source_digest("rivi\u00e8re\n")


def test_blank_space_in_a_selection_does_not_count():
    source = "Two ponds\r\nwere  dug.\rThen planted."
    assert anchor(source, " ponds were dug. Then ").exact == "ponds\nwere  dug.\nThen"


@pytest.mark.parametrize("words", ["was drained", "", "   ", "Pond"])
def test_words_that_are_not_there_have_no_anchor(words):
    assert anchor(POND, words) is None


def test_no_words_are_located_nowhere():
    assert locate(POND, "") is None
    assert locate(POND, "drained") is None


def test_an_id_says_the_field():
    assert passage_id("activity:7f3a90c1/description") == "passage-activity-7f3a90c1-description"


@given(st.text(alphabet="ab \n\ré\u0301𝒜", min_size=1, max_size=60), st.data())
def test_any_part_of_a_text_is_located_back(text, data):
    source = normalised(text)
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    found = anchor(text, source[start:end], near=start)
    if not source[start:end].split():
        assert found is None
        return
    place = locate(text, found.exact, found.prefix, found.suffix)
    assert source[place[0] : place[1]] == found.exact
    assert found.exact.split() == source[start:end].split()
