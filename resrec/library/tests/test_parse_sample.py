"""How well the parser does on the sample of real texts, and on our own in three languages."""

from pathlib import Path

import pytest

from resrec.library.parsing.measuring import measured, texts_in

OWN = Path(__file__).resolve().parents[3] / "bench" / "paragraphs"
OUTSIDE = "preambular or operative, outside annexes"


def precision_and_recall(score, by):
    right = score.right[f"addressee {by}"]
    given, wanted = score.asked[f"addressee {by} given"], score.asked[f"addressee {by}"]
    return right / given, right / wanted


def is_labelled(text):
    return any(one.get("asks") for one in text["paragraphs"])


def test_the_sample(shared_data):
    """All texts whose verbs are labelled and a sixth of the others, to be quick."""
    texts = enumerate(texts_in(shared_data / "un-resolutions.jsonl.gz"))
    score = measured(text for place, text in texts if place % 6 == 0 or is_labelled(text))["en"]
    assert score.texts > 337
    assert score.share(OUTSIDE) >= 0.995
    assert score.share("number") >= 0.995
    assert score.share("verb") >= 0.96
    assert score.share("verb type") >= 0.97
    assert min(precision_and_recall(score, "name")) >= 0.75
    assert min(precision_and_recall(score, "class")) >= 0.8


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_our_own_texts(language):
    score = measured(texts_in(OWN / f"{language}.jsonl"))[language]
    assert score.share(OUTSIDE) >= 0.995
    assert score.share("number") == score.share("level") == 1
    assert score.share("verb") >= 0.95
    assert min(precision_and_recall(score, "class")) >= 0.9
