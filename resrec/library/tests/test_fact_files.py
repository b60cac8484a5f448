"""The fact files of all apps hold together: keys, references, labels, numbers."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from resrec.people.folding import folded

APPS = Path(__file__).parents[2]
FILES = {path.stem: path for path in sorted(APPS.glob("*/facts/*.csv"))}
KEYS = {
    "assemblies": ("collection", "kind", "number"),
    "assembly_kinds": ("collection", "code"),
    "citations": ("citing", "cited"),
    "constituents": ("kind", "name"),
    "cycles": ("collection", "year"),
    "motions": ("assembly", "number"),
    "rungs": ("days",),
}
NOTES = {
    "resolutions": {
        "",
        "kind_conflict",
        "motion_title",
        "motion_title_derived_link",
        "reported_title",
        "title_not_seen",
    },
    "motions": {"", "reported_title", "same_title", "title_conflict", "title_not_seen"},
}
CODE = re.compile(
    r"(?P<series>GA)-(?P<official>\d+\.\d+)"
    r"|(?P<assembly>WCC-\d{4})-(?P<kind>Res|Rec|Dec)-(?P<number>\d{3})"
)


def rows(name):
    with open(FILES[name], encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def column(name, field="code"):
    return {row[field] for row in rows(name)}


def assemblies():
    """The sittings by the name that texts give them: series and coded year."""
    return {f"{row['kind']}-{row['year_coded']}": row for row in rows("assemblies")}


def others(row):
    return [name for name in row["other_names"].split("|") if name]


def test_all_files_are_here():
    assert len(FILES) == 21


@pytest.mark.parametrize("name", FILES)
def test_file_is_clean(name):
    text = FILES[name].read_bytes().decode("utf-8")
    assert "\ufffd" not in text
    assert "\r" not in text
    assert text.endswith("\n")
    width = len(text.splitlines()[0].split(","))
    for row in csv.reader(text.splitlines(), strict=True):
        assert len(row) == width
        assert [cell.strip() for cell in row] == row
        assert not [cell for cell in row if "  " in cell]


@pytest.mark.parametrize("name", FILES)
def test_keys_are_unique(name):
    key = KEYS.get(name, ("code",))
    counted = Counter(tuple(row[field] for field in key) for row in rows(name))
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_labels_are_given_in_every_language(name):
    optional = ("title_", "name_fr", "name_es") if name in ("constituents",) else ("title_",)
    for row in rows(name):
        for field, value in row.items():
            if field.endswith(("_en", "_fr", "_es")) and not field.startswith(optional):
                assert value, (name, row, field)


@pytest.mark.parametrize(
    ("name", "field", "found"),
    [
        ("assemblies", "collection", "collections"),
        ("assemblies", "country", "countries"),
        ("assemblies", "kind", "assembly_kinds"),
        ("assembly_kinds", "collection", "collections"),
        ("citations", "cited", "resolutions"),
        ("citations", "citing", "resolutions"),
        ("constituents", "country", "countries"),
        ("constituents", "kind", "constituent_kinds"),
        ("cycles", "collection", "collections"),
        ("motions", "became", "resolutions"),
        ("resolutions", "kind", "resolution_kinds"),
    ],
)
def test_references_resolve(name, field, found):
    assert column(name, field) - {""} <= column(found)


@pytest.mark.parametrize("name", ["cycles", "motions", "resolutions"])
def test_assemblies_are_known(name):
    assert column(name, "assembly") <= set(assemblies())


def test_a_part_comes_after_its_whole():
    before = set()
    for row in rows("constituents"):
        assert not row["part_of"] or row["part_of"] in before
        before |= {row["name"], row["acronym"]} - {""}


@pytest.mark.parametrize(
    ("name", "key", "labels"),
    [
        ("constituents", "name", ["name", "name_fr", "name_es"]),
        ("countries", "code", ["label_en", "label_fr", "label_es"]),
    ],
)
def test_a_name_means_one_thing(name, key, labels):
    owners = {}
    for row in rows(name):
        for one in [*(row[label] for label in labels if row[label]), *others(row)]:
            assert owners.setdefault(folded(one), row[key]) == row[key], one


def test_27_assemblies_one_extraordinary():
    found = assemblies()
    assert len(found) == 27
    assert [code for code, row in found.items() if row["extraordinary"] == "1"] == ["GA-1977"]
    moved = [code for code, row in found.items() if row["year_coded"] != row["year_held"]]
    assert moved == ["WCC-2020"]


@pytest.mark.parametrize("series", ["GA", "WCC"])
def test_assemblies_are_numbered_in_order_of_time(series):
    found = [row for row in rows("assemblies") if row["kind"] == series]
    assert [int(row["number"]) for row in found] == list(range(1, len(found) + 1))
    years = [int(row["year_held"]) for row in found]
    assert years == sorted(years)


def test_codes_say_assembly_kind_and_number():
    for row in rows("resolutions"):
        code = CODE.fullmatch(row["code"])
        assert code, row["code"]
        if code["series"]:
            assert code["official"] == row["official_number"]
            assert row["assembly"].startswith("GA-")
        else:
            assert code["assembly"] == row["assembly"]
            assert code["kind"] == row["kind"]
            assert int(code["number"]) == int(row["number"])


def test_official_numbers_are_sitting_and_number():
    for row in rows("resolutions"):
        sitting, number = row["official_number"].split(".")
        assert sitting == assemblies()[row["assembly"]]["number"], row["code"]
        assert int(number) == int(row["number"]), row["code"]


@pytest.mark.parametrize("name", NOTES)
def test_a_note_is_one_of_the_known(name):
    assert column(name, "note") <= NOTES[name]


@pytest.mark.parametrize("name", NOTES)
def test_a_title_is_missing_only_where_the_note_says_so(name):
    for row in rows(name):
        untitled = not any(row[f"title_{language}"] for language in ("en", "fr", "es"))
        assert untitled == (row["note"] == "title_not_seen"), row


@pytest.mark.parametrize("name", NOTES)
def test_confidence_and_source_are_given(name):
    for row in rows(name):
        assert row["confidence"] in {"high", "medium", "low"}
        assert row["source_url"].startswith(("http://", "https://"))


def test_a_motion_became_a_text_of_its_own_congress():
    congress = {row["code"]: row["assembly"] for row in rows("resolutions")}
    for row in rows("motions"):
        assert bool(row["became"]) == bool(row["became_confidence"]), row
        assert not row["became"] or congress[row["became"]] == row["assembly"], row


def test_a_cited_text_is_not_the_later_one():
    year = {
        row["code"]: int(assemblies()[row["assembly"]]["year_coded"]) for row in rows("resolutions")
    }
    for row in rows("citations"):
        assert year[row["cited"]] <= year[row["citing"]], row
        assert row["cited"] != row["citing"]


def test_only_stages_stand_on_the_scale():
    scale = {row["code"]: row["on_scale"] for row in rows("implementation_statuses")}
    assert [code for code, on in scale.items() if on == "0"] == ["ongoing"]
    assert list(scale)[:4] == ["not_initiated", "initiated", "underway", "completed"]
