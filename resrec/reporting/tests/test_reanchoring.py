"""Quoted words are found again in a corrected source: as they were, reworded, or not at all."""

from types import SimpleNamespace

import pytest
from hypothesis import given, strategies as st

from resrec.reporting.account.reanchoring import find_again
from resrec.reporting.anchors import normalised

BEFORE = "We held two meetings. "
AFTER = " Staff were trained in spring."


def quoted(exact, prefix="", suffix=""):
    return SimpleNamespace(exact=exact, prefix=prefix, suffix=suffix)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Forty ponds were dug in teh north.", "Forty ponds were dug in the north."),
        ("L'association a creusé 12 mares au nord.", "L’association a creusé 12 mares, au nord."),
        ("Se plantaron 12.000 arboles en la costa.", "Se plantaron 12 000 árboles en la costa."),
        ("We planted 500 trees along the river.", "We have planted 500 trees along the river."),
    ],
)
def test_words_that_were_only_polished_are_followed(was, now):
    found = find_again(BEFORE + now + AFTER, quoted(was, BEFORE, AFTER))
    assert (found.exact, found.same_in_substance) == (now, True)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("We planted 500 trees along the river.", "We planted 50 trees along the river."),
        ("The law was adopted in the spring.", "The law was not adopted in the spring."),
        ("La loi a été adoptée au printemps.", "La loi n’a jamais été adoptée au printemps."),
        (
            "Se plantaron árboles en la costa norte.",
            "Se plantaron árboles sin permiso en la costa norte.",
        ),
        (
            "The ministry agreed to protect the whole of the northern wetland.",
            "The ministry agreed to discuss parts of the northern wetland.",
        ),
    ],
)
def test_words_that_say_something_else_are_shown_and_not_followed(was, now):
    found = find_again(BEFORE + now + AFTER, quoted(was, BEFORE, AFTER))
    assert (found.exact, found.same_in_substance) == (now, False)


@pytest.mark.parametrize("now", ["", "Nothing of that kind happened here.", "trees"])
def test_words_that_are_gone_are_not_found(now):
    assert find_again(now, quoted("We planted 500 trees along the river.")) is None


def test_of_two_like_sentences_the_one_in_its_old_surroundings_is_taken():
    was = "Ten ponds were dug by voluntears."
    there, here = (
        "In the south: ten ponds were dug by volunteers. ",
        "In the north: ten ponds were dug by volunteers.",
    )
    found = find_again(there + here, quoted(was, "In the north: "))
    assert found.start > len(there)


def test_a_long_source_is_searched_fast():
    import time

    words = " ".join(f"word{number % 700} and ponds" for number in range(20_000))
    began = time.process_time()
    found = find_again(
        words + " Ten ponds were dug by volunteers of the fen.",
        quoted("Ten ponds were dugg by volunteers of the fen."),
    )
    assert found.exact == "Ten ponds were dug by volunteers of the fen."
    assert time.process_time() - began < 2


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=20))
def test_what_is_found_stands_where_it_is_said_to_stand(text, exact, around):
    found = find_again(text, quoted(exact, around, around))
    assert found is None or normalised(text)[found.start : found.end] == found.exact
