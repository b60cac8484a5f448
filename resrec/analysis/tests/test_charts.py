"""The geometry of charts."""

from types import SimpleNamespace

import pytest

from resrec.analysis.charts import bars, stacks
from resrec.analysis.figures import Figure, Group, Noun, Row, Table


def row(label, *numbers, fill="plain"):
    figures = tuple(
        None if n is None else Figure("TST", 2025, "k", label, Noun.TEXT, tuple(range(n)))
        for n in numbers
    )
    return Row(label, figures, fill=fill)


def table(*rows):
    return Table("Head", ("One",), (Group(rows),))


def test_the_largest_figure_has_the_longest_bar():
    chart = bars(table(row("a", 4), row("b", 1), row("c", 0)))
    assert [bar.width for bar in chart.bars] == ["84.00%", "21.00%", "0.00%"]


def test_a_row_to_which_the_column_does_not_apply_has_no_bar():
    assert [bar.row.label for bar in bars(table(row("a", None), row("b", 1))).bars] == ["b"]


@pytest.mark.parametrize("chart", [bars(table(row("a", 0))), bars(table())])
def test_nothing_but_zeros_can_be_drawn(chart):
    assert all(bar.width == "0.00%" for bar in chart.bars)


def test_parts_of_a_stack_stand_side_by_side_and_small_ones_keep_their_number_to_the_table():
    rows = [SimpleNamespace(fill=fill) for fill in ("1", "2", "nobody")]
    parts = stacks(table(row("2025", 5, 0, 95)), rows).bars[0].segments
    assert [(part.x, part.width, part.middle) for part in parts] == [
        ("0.00%", "5.00%", ""),
        ("5.00%", "95.00%", "52.50%"),
    ]
    assert [part.row.fill for part in parts] == ["1", "nobody"]


def test_a_stack_of_nothing_has_no_parts():
    assert stacks(table(row("2025", 0)), [SimpleNamespace(fill="1")]).bars[0].segments == ()


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Member", ["Member"]),
        ("Policy influencing/advocacy", ["Policy influencing/advocacy"]),
        ("Educación/Comunicación/Concientización", ["Educación/Comunicación/", "Concientización"]),
        (
            "One word after another and on to the end",
            ["One word after another and on to the", "end"],
        ),
    ],
)
def test_long_labels_are_broken_at_blanks_and_slashes(label, lines):
    assert [words for words, _y in bars(table(row(label, 1))).bars[0].lines] == lines
