"""The movement over the period between two Congresses, cycle by cycle and text by text."""

import re

import pytest

from resrec.analysis.movement import Movement
from resrec.analysis.overview import Overview

pytestmark = pytest.mark.django_db

PAGE = "/en/analysis/TST-2022/2025/movement/"


def test_each_cycle_tells_what_moved_in_it(counted):
    rows = Movement(Overview(counted.assembly, counted.cycle)).moves.rows
    numbers = {row.label: [figure.value for figure in row.figures] for row in rows}
    #                         with  up down same recurrent not compared first
    assert numbers["2023"] == [1, 0, 0, 0, 0, 0, 1]
    assert numbers["2024"] == [6, 0, 0, 0, 0, 0, 6]
    assert numbers["2025"] == [8, 2, 1, 1, 2, 1, 1]


def test_each_number_opens_the_list_of_its_own_cycle(client, counted):
    html = client.get(PAGE).content.decode()
    numbers = set(re.findall(r'<a class="figure" href="(/en/analysis[^"]+)"[^>]*>(\d+)</a>', html))
    assert any("/2024/" in address for address, _number in numbers)
    for address, number in numbers:
        assert client.get(address).context["page"].paginator.count == int(number), address


def test_a_text_has_a_cell_a_cycle(client, counted):
    lines = Movement(Overview(counted.assembly, counted.cycle)).lines
    assert [len(line.cells) for line in lines] == [4] * 12
    said = {
        cell.year: cell.status.code if cell.status else "not stated"
        for cell in lines[4].cells
        if cell.reported
    }
    assert said == {2024: "not stated", 2025: "initiated"}


def test_queries_do_not_grow_with_texts(client, counted, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        assert client.get(PAGE).status_code == 200


def test_a_year_that_is_not_there_is_said(client, counted):
    assert client.get("/en/analysis/TST-2022/1999/movement/").status_code == 404


def test_the_year_before_stands_beside_with_the_difference_in_words(counted):
    table = Overview(counted.assembly, counted.cycle).year_before
    assert table.columns == ("2025", "2024, counted the same day")
    assert table.note.startswith("No analysis of 2024 was frozen")
    told = {row.figures[0].key: row for row in table.rows}
    values = {key: [figure.value for figure in row.figures] for key, row in told.items()}
    assert values["with_progress_report"] == [8, 6]
    assert told["with_progress_report"].explanation == "2 more than in 2024"
    assert values["activity_reports"] == [6, 1]
    assert told["not_stated"].explanation == "as many as in 2024"
    assert told["without_report"].figures[1].year == 2024
    first = Overview(counted.assembly, counted.cycles[2022])
    assert first.year_before is None
