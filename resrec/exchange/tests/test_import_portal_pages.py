"""The command: what it prints, what it refuses in words, and how it ends."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from resrec.exchange.models import ImportedPage
from resrec.reporting.models import ProgressReport

PAGES = Path(__file__).parent / "pages"
KEYS = (
    "file node lang resolution_code code_inferred report_type constituent constituent_type period "
    "scope status action_types members commissions secretariat other_orgs planned "
    "unresolved_guids layout truncated problems"
).split()


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_portal_pages", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), err.getvalue(), str(error)
    return out.getvalue(), err.getvalue(), None


def test_json_is_one_array_with_an_object_a_file():
    out, err, error = run(PAGES, "--json")
    found = json.loads(out)
    assert [one["file"] for one in found] == sorted(page.name for page in PAGES.iterdir())
    assert all(list(one) == KEYS for one in found)
    assert (err, error) == ("", None)


def test_json_needs_no_database():
    # Without the database fixture a query would fail this test.
    out, _err, _error = run(PAGES / "90004_en.txt", "--json")
    (found,) = json.loads(out)
    assert found["node"] == 90004
    assert found["members"] is None
    assert found["commissions"] == ["IUCN Species Survival Commission 2013-2016 (SSC)"]


def test_what_cannot_be_read_is_named_and_the_others_go_on(tmp_path):
    (tmp_path / "1_en.txt").write_bytes(b"")
    (tmp_path / "2_en.txt").write_bytes("Añadido".encode("latin-1"))
    (tmp_path / "3_en.txt").write_text("Minutes of a meeting")
    (tmp_path / "4_en.txt").write_bytes((PAGES / "90001_en.txt").read_bytes())
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    out, err, error = run(tmp_path, "--json")
    found = json.loads(out)
    assert [one["report_type"] for one in found] == [None, None, None, "progress"]
    assert error is None
    assert [line.partition(":")[0] for line in err.splitlines()] == [
        "1_en.txt",
        "2_en.txt",
        "3_en.txt",
    ]
    assert "byte 1 (0xf1)" in err


def test_a_missing_path_is_an_error_though_the_rest_is_read(tmp_path):
    out, err, error = run(PAGES / "90001_en.txt", tmp_path / "nowhere", "--json")
    assert len(json.loads(out)) == 1
    assert "There is no file or folder of this name." in err
    assert "nowhere" in error


@pytest.mark.parametrize("content", [None, b"\x00\x01"])
def test_nothing_readable_is_an_error(tmp_path, content):
    if content:
        (tmp_path / "1_en.txt").write_bytes(content)
    out, err, error = run(tmp_path, "--json")
    assert error == "No page could be read."
    assert err
    assert len(json.loads(out)) == (1 if content else 0)


@pytest.mark.django_db
def test_a_dry_run_says_what_would_be_stored_and_stores_nothing():
    out, _err, error = run(PAGES, "--dry-run")
    assert "90001_en.txt: stored as a new report" in out
    assert "nothing was stored" in out
    assert error is None
    assert not ImportedPage.objects.exists()
    assert not ProgressReport.objects.exists()


@pytest.mark.django_db
def test_pages_are_stored_and_what_was_odd_is_listed():
    out, _err, _error = run(PAGES / "90004_en.txt", PAGES / "90001_en.txt")
    assert "commissions: “I do not know” stands beside names." in out
    assert "2 stored as a new report." in out
    assert (
        "2 read before; nothing changed." in run(PAGES / "90004_en.txt", PAGES / "90001_en.txt")[0]
    )
