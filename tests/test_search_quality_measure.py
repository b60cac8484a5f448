"""The judged queries are sound, and the measure over them counts what it says."""

import re
from collections import Counter

import pytest
import Stemmer

from bench.search.plain_fts5 import baseline
from bench.search.quality import (
    Figures,
    measure,
    read_judged,
    read_sample,
    recall_at,
    reciprocal_rank,
    table,
)

# Words that carry no subject; a paraphrase may share them with a title.
STOP = set(
    """a after all an and as at be because before by for from have how in instead into is it its not
    of off on or that the their them they this those to when who whom will with without""".split()
)


@pytest.fixture(scope="module")
def judged():
    return read_judged()


@pytest.fixture(scope="module")
def sample(shared_data):
    return {text[0]: text for text in read_sample(shared_data / "un-resolutions.jsonl.gz")}


def stems(words):
    found = re.findall(r"[^\W\d_]{2,}", words.lower().replace("’", "'").replace("'s", ""))
    return set(Stemmer.Stemmer("english").stemWords(word for word in found if word not in STOP))


def test_judged_queries_are_as_many_of_each_kind_as_said(judged):
    assert Counter(case["kind"] for case in judged) == {
        "paraphrase": 24,
        "subject": 24,
        "misspelt": 8,
        "phrase": 8,
        "language": 8,
    }
    assert len({case["id"] for case in judged}) == len({case["query"] for case in judged}) == 72


def test_judged_queries_have_their_fields(judged):
    for case in judged:
        assert [*case] == ["id", "kind", "query", "language", "right", "note"], case["id"]
        assert case["id"].startswith(case["kind"])
        assert case["language"] in (("fr", "es") if case["kind"] == "language" else ("en",))
        assert case["right"] == sorted(set(case["right"]))
        assert case["note"]
        assert 3 <= len(case["right"]) <= 40 or case["kind"] != "subject", case["id"]


def test_right_answers_are_in_the_sample(judged, sample):
    assert not {symbol for case in judged for symbol in case["right"]} - sample.keys()


def test_paraphrases_share_no_stem_with_the_titles(judged, sample):
    for case in judged:
        if case["kind"] == "paraphrase":
            for symbol in case["right"]:
                assert not stems(case["query"]) & stems(sample[symbol][1]), (case["id"], symbol)


def test_right_answers_have_the_phrase_and_lack_what_is_excluded(judged, sample):
    for case in judged:
        if case["kind"] == "phrase":
            phrase = re.search('"(.+)"', case["query"])[1].lower()
            for symbol in case["right"]:
                words = re.sub(r"\s+", " ", " ".join(sample[symbol][1:])).lower()
                assert phrase in words, (case["id"], symbol)
                for excluded in re.findall(r"-(\w+)", case["query"].lower()):
                    assert excluded not in words.split(), (case["id"], symbol)


def test_reciprocal_rank_is_of_the_first_right_answer():
    assert reciprocal_rank(["a", "b", "c", "d"], ["d", "b"]) == 1 / 2
    assert reciprocal_rank(["a"], ["b"]) == reciprocal_rank([], ["b"]) == 0


def test_recall_is_of_as_many_as_the_places_hold():
    assert recall_at(["a", "x", "b"], ["a", "b", "c", "d"], 10) == 2 / 4
    assert recall_at(["a", "x", "b"], ["a", "b", "c", "d"], 2) == 1 / 2
    assert recall_at(["a", "a"], ["a", "b"], 2) == 1 / 2


def test_measure_gives_means_of_each_kind_and_of_all():
    answers = {"one": ["a"], "two": ["x", "a"], "three": []}
    judged = [
        {"kind": "subject", "query": "one", "right": ["a", "b"]},
        {"kind": "subject", "query": "two", "right": ["a"]},
        {"kind": "phrase", "query": "three", "right": ["a"]},
    ]
    measured = measure(judged, lambda query, limit: answers[query])
    assert measured["subject"] == Figures(2, 0.75, 0.75)
    assert measured["all"] == Figures(3, 0.5, 0.5)
    assert table({"plain": measured}).splitlines()[-1].split() == ["all", "3", "0.500", "0.500"]


def test_plain_engine_wants_all_words_and_falls_back_to_any():
    search = baseline(
        [
            ("A", "Ponds", "Dig ponds for newts."),
            ("B", "Ponds and hedges", "Plant hedges."),
            ("C", "Rivers", "Let rivers be, and ponds far from them."),
        ]
    )
    assert search("ponds hedges", 10) == ["B"]
    assert search("hedges newts", 10) in (["A", "B"], ["B", "A"])
    assert search('"dig ponds"', 10) == ["A"]
    assert search('"ponds dig"', 10) == []
    assert search("?!", 10) == []
    assert len(search("ponds", 2)) == 2
