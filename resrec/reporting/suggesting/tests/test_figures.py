"""Figures are the same in all writings."""

import pytest

from resrec.reporting.suggesting.figures import figures_in


def keys(text, language="en"):
    return [key for key, _start, _end in figures_in(text.replace("_", " "), language)]


@pytest.mark.parametrize(
    "written",
    "12,000 12.000 12000 12’000 12\u00a0000 12\u202f000 12k".split(" ")
    # One number in two words.
    + "12_000 12_mil 12_mille 12_thousand twelve_thousand".split(),
)
def test_twelve_thousand(written):
    language = "es" if written.endswith("mil") else "en"
    assert keys(f"({written})", language) == ["12000"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("3,5 ha and 3.5 ha", ["3.5", "3.5"]),
        ("1.234.567,89", ["1234567.89"]),
        ("1,2 million; 1.2 millones", ["1200000", "1200000"]),
        ("40 % and 40 per cent", ["40%", "40%"]),
        ("in 2024, 500 trees", ["y2024", "500"]),
        ("0.125", ["0.125"]),
        ("5 m deep", ["5"]),
        ("two hundred", ["200"]),
        ("9" * 500, ["9" * 24]),
    ],
)
def test_others(written, found):
    assert keys(written) == found


def test_a_word_of_one_language_is_no_figure_of_another():
    assert keys("at once") == []
    assert keys("once talleres", "es") == ["11"]
