"""Passages that say the same are folded, whoever says it in whatever language."""

from hypothesis import given, strategies as st

from resrec.reporting.suggesting.folding import Fold, folds_of

SALOUM = [
    ("en", "In 2024 we planted 12,000 mangroves in the Saloum delta."),
    ("fr", "En 2024, nous avons planté 12 000 palétuviers dans le delta du Saloum."),
    ("es", "En 2024 se plantaron 12.000 mangles en el delta del Saloum."),
]


def test_across_languages():
    folds = folds_of([*SALOUM, ("en", "We trained 45 rangers in Dakar.")])
    assert sorted(len(fold.under) for fold in folds) == [0, 2]


def test_other_figures_are_other_facts():
    folds = folds_of([SALOUM[0], ("en", "In 2024 we planted 9,000 mangroves in the Saloum delta.")])
    assert [fold.under for fold in folds] == [[], []]


def test_other_names_are_other_facts():
    folds = folds_of(
        [("en", f"An information centre opened in {town}.") for town in ("Lviv", "Cebu")]
    )
    assert [fold.under for fold in folds] == [[], []]


def test_no_words():
    assert folds_of([]) == []
    assert folds_of([("en", "…"), ("", "")]) == [Fold(0), Fold(1)]


@given(st.lists(st.tuples(st.sampled_from(["en", "fr", "es", "ar"]), st.text(max_size=60))))
def test_every_passage_is_in_one_fold(passages):
    folds = folds_of(passages)
    assert sorted(at for fold in folds for at in [fold.stands, *fold.under]) == list(
        range(len(passages))
    )
    assert folds == folds_of(passages)
