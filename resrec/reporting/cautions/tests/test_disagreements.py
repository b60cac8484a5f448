"""Two sources that tell the same and differ; and what was announced."""

from resrec.reporting.cautions.disagreements import disagreements
from resrec.reporting.cautions.promises import unanswered
from resrec.reporting.suggesting.sentences import Source


def kinds(*texts, owners=None):
    sources = [Source("", language, text) for language, text in texts]
    return [one.kind for one in disagreements(sources, owners or range(len(texts)))]


ONE = ("en", "The survey of the Ronda delta counted 340 breeding pairs of herons in spring.")
OTHER = ("en", "In spring the survey of the Ronda delta counted 430 breeding pairs of herons.")


def test_the_same_survey_with_another_figure():
    assert kinds(ONE, OTHER) == ["figures"]
    assert kinds(ONE, ONE) == []
    assert kinds(ONE, OTHER, owners=["same", "same"]) == []


def test_each_its_own_rangers_is_no_disagreement():
    assert kinds(("en", "We trained 20 rangers."), ("en", "We trained 30 rangers.")) == []


def test_done_and_not_done():
    one = ("en", "The management plan of the Ronda delta was adopted by the government.")
    other = ("en", "The management plan of the Ronda delta was not adopted by the government.")
    assert kinds(one, other) == ["done"]
    assert kinds(one, one) == []


def test_not_done_and_why():
    one = ("en", "The weir at Saint-Orme was removed on 14 May 2026.")
    other = (
        "fr",
        "Le seuil de Saint-Orme n’a pas encore été enlevé : le préfet a reporté les travaux.",
    )
    assert kinds(one, other) == ["done"]


def test_a_promise_without_a_word():
    promises = [
        ("en", "Ten ponds will be dug along the river."),
        ("fr", "Un atelier sur les tourbières aura lieu."),
        ("en", "More."),
    ]
    said = [("en", "Eight ponds were dug beside the river."), ("en", "Rangers were trained.")]
    assert unanswered(promises, said) == [1]
