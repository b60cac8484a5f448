"""Figures and dates of a statement are looked for in its sources, in every writing."""

import pytest

from resrec.reporting.cautions.dates import dates_in
from resrec.reporting.cautions.figures import figures_not_said


def missing(text, *sources, language="en"):
    return figures_not_said(text, language, [[("en", one)] for one in sources])


@pytest.mark.parametrize(
    "text",
    [
        "12,000 trees were planted.",
        "12 000 arbres.",
        "12.000 árboles.",
        "12\u202f000 arbres",
        "More than 12000 trees, one of the three largest plantings.",
    ],
)
def test_one_number_in_three_writings(text):
    assert missing(text, "We planted 12,000 trees.") == []
    assert missing(text, "We planted 13,000 trees.")


def test_the_words_as_written_are_given():
    assert missing("40 ponds and 7.5 km of hedges", "Forty ponds were dug.") == ["7.5"]


def test_numbers_that_name_a_thing_count_nothing():
    text = "1. As Resolution 7.021, paragraphs 3 and 4, and COP15 ask, target 3 is met."
    assert missing(text, "The target is met.") == []


def test_a_sum_over_sources_and_their_number_are_theirs():
    sources = ["We dug 10 ponds.", "30 ponds, and 5 ditches.", "Ponds were dug."]
    assert missing("40 ponds were dug by 3 Members.", *sources) == []
    assert missing("41 ponds were dug.", *sources) == ["41"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("On 3 March 2024 it opened.", "Inaugurado el 3 de marzo de 2024."),
        ("Ouvert le 1er mars 2024", "It opened on March 1st, 2024."),
        ("In March 2024 it opened.", "Opened 2024-03-03"),
        ("It opened in 2024.", "Ouvert le 03/03/2024"),
    ],
)
def test_dates_in_three_languages(text, source):
    assert missing(text, source) == []


def test_another_date_is_missed():
    assert missing("It opened on 3 March 2024.", "Opened on 4 March 2024.") == ["3 March 2024"]
    assert missing("It opened in 2025.", "Opened on 4 March 2024.") == ["2025"]


def test_a_month_alone_and_a_day_that_is_none():
    assert dates_in("They may meet in May; 45/13/2024") == []
