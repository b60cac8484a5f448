"""`manage.py parse_paragraphs --jsonl` and `measure_paragraphs`, as somebody runs them."""

import json
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def run(monkeypatch):
    """Run the command on these bytes: gives lines out, lines of errors, and whether it failed."""

    def run_on(given):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(given)))
        out, err, failed = StringIO(), StringIO(), False
        try:
            call_command("parse_paragraphs", "--jsonl", stdout=out, stderr=err)
        except CommandError:
            failed = True
        return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue(), failed

    return run_on


def line(**given):
    return json.dumps(given).encode() + b"\n"


def test_one_line_in_one_line_out(run):
    text = "The General Assembly,\n1. Also requests the Secretary-General to rest;"
    out, err, failed = run(line(symbol="A/1", title="Rest", text=text) + b"\n")
    assert (err, failed) == ("", False)
    assert out == [
        {
            "symbol": "A/1",
            "paragraphs": [
                {
                    "kind": "preambular",
                    "number": "",
                    "level": 1,
                    "text": "The General Assembly,",
                    "verb": "",
                    "verb_type": "",
                    "addressees": [],
                },
                {
                    "kind": "operative",
                    "number": "1.",
                    "level": 1,
                    "text": "Also requests the Secretary-General to rest;",
                    "verb": "request",
                    "verb_type": "directive",
                    "addressees": [{"name": "Secretary-General", "class": "UN Secretariat"}],
                },
            ],
        }
    ]


def test_a_bad_line_is_named_and_the_rest_goes_on(run):
    given = b"".join(
        [
            line(symbol="A", text="Notes reeds,"),
            b"{not json\n",
            b"[1]\n",
            line(symbol="B"),
            line(symbol="C", text="x", language="xx"),
            b'{"text": "\xff"}\n',
            line(symbol="D", text="Prie le Conseil de ramer ;", language="fr"),
        ]
    )
    out, err, failed = run(given)
    assert failed
    assert [one["symbol"] for one in out] == ["A", None, None, None, None, None, "D"]
    assert out[-1]["paragraphs"][0]["verb"] == "request"
    for number in (2, 3, 4, 5, 6):
        assert f"Line {number}: " in err


def test_a_lone_surrogate_passes(run):
    out, _err, failed = run(b'{"symbol": "A", "text": "Notes \\ud800 reeds"}\n')
    assert not failed
    assert out[0]["paragraphs"][0]["text"] == "Notes \ud800 reeds"


def test_it_streams_and_needs_no_database(tmp_path):
    """The answer to the first line comes before the second line is given."""
    command = [sys.executable, "manage.py", "parse_paragraphs", "--jsonl"]
    environment = {"RESREC_DATA": str(tmp_path / "none"), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        for symbol in ("A", "B"):
            process.stdin.write(line(symbol=symbol, text="Notes reeds,"))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["symbol"] == symbol
        process.stdin.close()
        assert process.wait(20) == 0
    assert not (tmp_path / "none" / "db.sqlite3").exists()


def test_figures_are_printed_by_language():
    out = StringIO()
    files = [str(PROJECT / "bench" / "paragraphs" / f"{code}.jsonl") for code in ("en", "es")]
    call_command("measure_paragraphs", *files, stdout=out)
    assert "en: 6 texts, 98 paragraphs" in out.getvalue()
    assert "es: 9 texts" in out.getvalue()
    assert "addressees by class" in out.getvalue()


def test_labels_that_cannot_be_read_are_named(tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"symbol": "A"}\n')
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("measure_paragraphs", str(bad), stdout=StringIO())
