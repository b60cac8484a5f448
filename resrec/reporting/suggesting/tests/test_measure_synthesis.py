"""`measure_synthesis` measures what can be measured and says what cannot."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

PAIRS = settings.BASE_DIR / "bench" / "synthesis" / "pairs.jsonl"
PAIR = {
    "id": "delta",
    "length": 12,
    "sources": [
        {"id": "1", "lang": "en", "text": "We thank all. We planted 12,000 mangroves in 2024."},
        {"id": "2", "lang": "fr", "text": "Merci à tous. 45 gardes ont été formés."},
    ],
    "facts": [
        {"id": "trees", "patterns": [r"12[ ,.]?000"]},
        {"id": "rangers", "patterns": ["45 GARDES"]},
        {"id": "law", "patterns": ["a law"]},
    ],
}


@pytest.fixture
def measure(tmp_path, capsys):
    def run(*lines, **options):
        path = tmp_path / "pairs.jsonl"
        path.write_bytes(
            b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines)
        )
        call_command("measure_synthesis", str(path), **options)
        return capsys.readouterr()

    return run


def test_shares(measure):
    found = json.loads(measure(PAIR, json=True).out)
    score = found["pairs"][0]["scores"]["draft"]
    assert score["facts_told"] == ["trees", "rangers"]
    assert (score["coverage"], score["anchored"], score["redundancy"]) == (2 / 3, 1.0, 0.0)
    assert score["words"] <= 12
    assert set(found["all"]) == {"draft", "first_sentences", "longest_report", "textrank"}


def test_each_run_gives_the_same(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_bytes(b"".join(PAIRS.read_bytes().splitlines(keepends=True)[:12]))
    runs = [
        subprocess.run(
            [sys.executable, "manage.py", "measure_synthesis", str(path), "--json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=settings.BASE_DIR,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    one, other = (re.sub(rb'"seconds": [\d.]+', b"", run) for run in runs)
    assert one == other


def test_a_sentence_that_only_repeats_is_redundant(measure):
    source = {"id": "1", "lang": "en", "text": "Ann saw 40 elk. Lemurs ate 40 figs."}
    pair = PAIR | {"sources": [source], "facts": [{"id": "forty", "patterns": ["40"]}]}
    score = json.loads(measure(pair, json=True).out)["pairs"][0]["scores"]["draft"]
    assert (score["coverage"], score["redundancy"]) == (1.0, 0.5)


def test_for_people(measure):
    out = measure(PAIR, drafts=True).out
    assert "66.7%" in out
    assert "[1 14-50] We planted 12,000 mangroves in 2024." in out
    assert "All: 1 pairs" in out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "not in UTF-8"),
        (b"[" * 100_000, "not JSON"),
        ([1], "not an object"),
        ({"length": 5}, "“sources” has to be a list"),
        (PAIR | {"length": 0}, "“length” has to be a number"),
        (PAIR | {"length": True}, "“length” has to be a number"),
        (PAIR | {"length": "many"}, "“length” has to be a number"),
    ],
)
def test_a_line_that_cannot_be_read(measure, line, says):
    printed = measure(PAIR, b"", line)
    assert "Line 3: " in printed.err
    assert says in printed.err
    assert "All: 1 pairs" in printed.out


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"facts": [{"id": "f", "patterns": ["(("]}]}, "no regular expression"),
        ({"facts": [{"id": "f", "patterns": ["(12)?"]}]}, "where nothing is said"),
        ({"facts": [{"id": "f"}]}, "fact f has no “patterns”"),
        ({"facts": [{"id": "f", "patterns": ["(.+.+)+‽"]}]}, "takes longer than a second"),
        ({"facts": [3]}, "fact 1 has no “patterns”"),
        ({"facts": {}}, "“facts” is not a list"),
        ({"facts": [{"id": "f", "patterns": [5]}]}, "not a string"),
        ({"sources": [{"id": "1"}]}, "source 1 has no “text”"),
    ],
)
def test_parts_that_are_left_out(measure, change, says):
    printed = measure(PAIR | change)
    assert says in printed.err
    assert "All: 1 pairs" in printed.out


@pytest.mark.parametrize(
    "change",
    [
        {"facts": None},
        {"sources": []},
        {"sources": [{"id": 7, "lang": None, "text": "\ud800 Планы 2024. عدد ٣٤."}]},
        {"sources": [{"text": "word " * 60_000}], "length": 40},
        {"id": None, "length": 40.0},
    ],
)
def test_odd_pairs_are_measured(measure, change):
    assert "All: 1 pairs" in measure(PAIR | change).out


def test_nothing_to_measure(measure, tmp_path):
    with pytest.raises(CommandError, match="holds no pair"):
        measure(b"")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("measure_synthesis", str(tmp_path / "none.jsonl"))


def test_an_empty_source_is_named_and_letters_unknown_to_a_terminal_are_replaced(tmp_path):
    path = tmp_path / "pairs.jsonl"
    sources = [{"text": "\u0623\u0632\u064a\u0644 2026."}, {"text": " \n"}]
    path.write_text(json.dumps({"id": "\ud800", "length": 9, "sources": sources}))
    run = subprocess.run(
        [sys.executable, "manage.py", "measure_synthesis", str(path), "--drafts"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        check=True,
    )
    assert b"Line 1: source 2 is empty" in run.stderr
    assert b"2026." in run.stdout
