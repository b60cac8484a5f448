"""A draft keeps to its length, is made of the sources' sentences, and is the same each time."""

import time

import pytest
from hypothesis import given, settings, strategies as st

from resrec.reporting.anchors import normalised
from resrec.reporting.suggesting.drafting import drafted
from resrec.reporting.suggesting.sentences import Source, sentences_of

WORDS = st.sampled_from(
    "we planted trees 12,000 12.000 2024 Dakar the in les arbres plantés de . ! \n • ; : \t".split(
        " "
    )
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def texts_of(sources, words, **kwargs):
    return [one.text for one in drafted(sources, words, **kwargs)]


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=5), st.integers(0, 40))
def test_properties(texts, words):
    sources = [Source(str(n), "en", text) for n, text in enumerate(texts)]
    found = drafted(sources, words)
    for one in found:
        assert normalised(sources[one.source].text)[one.start : one.end] == one.text
    lengths = [one.length for one in found]
    assert sum(lengths) <= words or lengths == [min(s.length for s in sentences_of(sources))]
    assert found == drafted(sources, words)


def test_one_fact_told_in_three_languages_is_told_once():
    sources = [
        Source("a", "en", "We planted 12,000 mangroves in the Saloum delta. Thank you all."),
        Source("b", "fr", "Nous avons planté 12 000 palétuviers dans le delta du Saloum."),
        Source("c", "es", "Plantamos 12.000 mangles en el delta del Saloum. Formamos 45 guardas."),
    ]
    found = texts_of(sources, 40)
    assert sum("12" in text for text in found) == 1
    assert "Formamos 45 guardas." in found


def test_courtesy_comes_last():
    text = "We thank all our partners for their support. Parliament adopted the law on wetlands."
    assert texts_of([Source("a", "en", text)], 9) == ["Parliament adopted the law on wetlands."]


def test_a_cause_is_no_courtesy():
    text = "Many thanks to all our friends. Thanks to a legacy the library has books."
    chosen = "Thanks to a legacy the library has books."
    assert texts_of([Source("a", "en", text)], 9) == [chosen]


def test_names_and_codes_alone_come_last():
    text = "Ocean Conservancy ( United States )\nRes 016 - Progress Report\nWe repaired boats."
    assert texts_of([Source("a", "en", text)], 6) == ["We repaired boats."]


def test_what_the_text_asks_for_comes_first():
    text = "Anglers repaired eleven boats. Rangers removed eleven snares."
    asks = [Source("op-1", "fr", "Demande aux États de retirer les collets.")]
    source = [Source("a", "en", text)]
    assert texts_of(source, 4, asks=asks) == ["Rangers removed eleven snares."]


@pytest.mark.parametrize("words", [0, -1])
def test_no_length_no_draft(words):
    assert drafted([Source("a", "en", "We planted trees.")], words) == []


def test_a_sentence_longer_than_the_draft_stands_alone():
    sources = [Source("a", "en", "Ash oak elm fir yew. Ash oak elm fir.")]
    assert texts_of(sources, 3) == ["Ash oak elm fir."]


def test_no_source_and_one_word():
    assert drafted([], 50) == []
    assert texts_of([Source("a", "en", "Done")], 50) == ["Done"]


def test_two_hundred_reports_in_time():
    reports = [
        Source(
            str(n),
            "en",
            " ".join(
                f"Group {n} planted {n * 97 + k} trees of kind {k} near village {n % 17} in 2024."
                for k in range(20)
            ),
        )
        for n in range(200)
    ]
    began = time.process_time()
    drafted(reports, 400)
    assert time.process_time() - began < 2  # seconds
