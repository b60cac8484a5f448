"""Sources taken apart: abbreviations, bullets, tables, wrapped lines; each word for word."""

import pytest
from hypothesis import given, strategies as st

from resrec.reporting.anchors import normalised
from resrec.reporting.suggesting.sentences import Source, length_of, sentences_of


def split(text, language="en"):
    return [one.text for one in sentences_of([Source("a", language, text)])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "M. Diop et Mme. Sow ont planté 12 000 palétuviers (cf. art. 3)."),
        ("es", "La Sra. Gómez viajó a EE. UU. para ver, p. ej. en Texas, el plan n.º 5."),
        ("fr", "La Sra. Gómez et le Dr. Roy ont lu le n.º 5, p. ej. la p. 12."),
        ("fr", "La Dir. rég. (art. 5, al. 2 du décret) a fermé 4 carrières."),
        ("en", "Dr. J. Smith counted approx. 3.5 ha, e.g. Lake No. 4."),
    ],
)
def test_abbreviations_end_no_sentence(language, text):
    assert split(text, language) == [text]


def test_sentences_of_three_languages_in_one_report():
    text = "We dug a pond. Nous avons creusé une mare ! ¿Y ahora? Cavamos un estanque."
    found = sentences_of([Source("a", "en", text)])
    assert [one.text for one in found] == [
        "We dug a pond.",
        "Nous avons creusé une mare !",
        "¿Y ahora?",
        "Cavamos un estanque.",
    ]
    assert found[1].language == "fr"


def test_pasted_word():
    text = "Results\r\n•\tPonds dug\r\n– 12 rangers trained\r\n1. A law\vStreams\t14\tNorth"
    assert split(text) == [
        "Results",
        "Ponds dug",
        "12 rangers trained",
        "A law",
        "Streams\t14\tNorth",
    ]


def test_cells_that_are_sentences_stand_alone():
    assert split("We dug a pond.\tWe planted trees.") == ["We dug a pond.", "We planted trees."]


def test_a_wrapped_line_goes_on():
    text = "The community of the northern shore of the lake has planted\n40 trees. It rained."
    assert split(text)[1] == "It rained."


def test_right_to_left():
    assert len(split("تم زرع الأشجار. تم تدريب الحراس.", "ar")) == 2


def test_words_are_counted_in_scripts_without_spaces():
    assert length_of("two words") == 2
    assert length_of("我们种植了树木") == 4


@given(st.lists(st.text(max_size=200), max_size=4), st.sampled_from(["en", "fr", "es", "ar", ""]))
def test_every_sentence_is_at_its_place(texts, language):
    sources = [Source(str(n), language, text) for n, text in enumerate(texts)]
    last = (-1, 0)
    for one in sentences_of(sources):
        assert normalised(sources[one.source].text)[one.start : one.end] == one.text
        assert one.text == one.text.strip() != ""
        assert (one.source, one.start) >= last
        last = (one.source, one.end)
