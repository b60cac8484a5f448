"""The demonstration's files hang together: no database is needed to know it."""

import csv
from functools import cache
from pathlib import Path

import pytest

from resrec.exchange.demonstration import files
from resrec.library.parsing import parse

LANGUAGES = ("en", "fr", "es")
RESREC = Path(files.__file__).parents[2]
TEXTS = {text["code"]: text for text in files.texts()}
REPORTS = files.activity_reports()
PROGRESS = files.progress_reports()
CAST = files.cast()


def name_of(progress):
    return f"{progress['cycle']} {progress['resolution']}"


def quotations(progress):
    return [q for statement in progress["statement"] for q in statement.get("quotation", [])]


@cache
def facts(app, name, *columns):
    with open(RESREC / app / "facts" / f"{name}.csv", encoding="utf-8", newline="") as file:
        rows = [tuple(row[column] for column in columns) for row in csv.DictReader(file)]
    return frozenset(row[0] for row in rows) if len(columns) == 1 else frozenset(rows)


def bodies(union):
    return {body["key"]: body for body in files.collection(union)["constituent"]}


def known_codes():
    return facts("library", "resolutions", "code") | set(TEXTS)


def names_of_bodies():
    invented = {body["name"] for body in bodies("alr").values()}
    return facts("people", "constituents", "name") | invented


# Texts


def test_there_are_twelve_texts_in_two_sittings():
    assert len(TEXTS) == 12
    sittings = {assembly["code"] for assembly in files.collection("alr")["assembly"]}
    assert {text["assembly"] for text in TEXTS.values()} == sittings
    assert len(sittings) == 2


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_speaks_three_languages_and_leaves_nothing_empty(code):
    text = TEXTS[code]
    assert all(text["title"][language].strip() for language in LANGUAGES)
    for paragraph in text["paragraph"]:
        assert all(paragraph[language].strip() for language in LANGUAGES), paragraph["path"]


def test_texts_are_filed_under_keywords_of_their_union():
    known = {one["code"] for one in files.collection("alr")["keyword"]}
    assert {word for text in TEXTS.values() for word in text["keywords"]} == known


@pytest.mark.parametrize("code", TEXTS)
def test_code_assembly_kind_and_number_agree(code):
    text = TEXTS[code]
    assert code == f"{text['assembly']}-{text['kind']}-{text['number']:03}"
    sitting = {a["code"]: a for a in files.collection("alr")["assembly"]}[text["assembly"]]
    assert text["official_number"] == f"{sitting['number']}.{text['number']:03}"


@pytest.mark.parametrize("code", TEXTS)
def test_paragraphs_have_addresses_of_their_own(code):
    paths = [paragraph["path"] for paragraph in TEXTS[code]["paragraph"]]
    assert len(paths) == len(set(paths))
    for language in LANGUAGES:
        parsed = parse(files.body_of(TEXTS[code], language), language)
        assert [paragraph.path for paragraph in parsed] == paths


@pytest.mark.parametrize("code", TEXTS)
def test_a_main_paragraph_does_the_same_in_each_language(code):
    trees = [parse(files.body_of(TEXTS[code], language), language) for language in LANGUAGES]
    for same in zip(*trees, strict=True):
        if (same[0].kind, same[0].level) == ("operative", 1):
            assert len({one.verb_type for one in same}) == 1, [(one.text, one.verb) for one in same]
            assert same[0].verb


@pytest.mark.parametrize("code", TEXTS)
def test_a_recalled_text_exists_and_bears_the_title_it_is_recalled_by(code):
    for paragraph in TEXTS[code]["paragraph"]:
        for other in TEXTS.values():
            if other["code"] in paragraph["en"]:
                for language in LANGUAGES:
                    assert other["code"] in paragraph[language]
                if f"{other['code']} " in paragraph["en"]:
                    assert f"{other['code']} {other['title']['fr']}" in paragraph["fr"]
                    assert f"{other['code']} {other['title']['es']}" in paragraph["es"]


def test_what_became_of_a_text_is_said_in_three_languages_with_texts_that_are_there():
    events = [text["superseded"] for text in TEXTS.values() if "superseded" in text]
    events += [related for text in TEXTS.values() for related in text.get("related", ())]
    assert len(events) == 2
    for event in events:
        assert event["other"] in TEXTS
        assert all(event[f"reason_{language}"] for language in LANGUAGES)


def test_one_text_is_archived_with_its_reason_and_one_translation_is_older_than_its_source():
    archived = [text["archived"] for text in TEXTS.values() if "archived" in text]
    assert len(archived) == 1
    assert all(archived[0][f"reason_{language}"] for language in LANGUAGES)
    stale = [text for text in TEXTS.values() if "renders" in text]
    assert [text["renders"]["fr"] for text in stale] == [1]
    assert stale[0]["title"]["en_1"] != stale[0]["title"]["en"]


# Activity Reports


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_names_known_texts_paragraphs_and_bodies(name):
    report = REPORTS[name]
    assert report["resolution"] in known_codes()
    paths = {p["path"] for p in TEXTS.get(report["resolution"], {}).get("paragraph", [])}
    assert set(report.get("paragraphs", [])) <= paths
    known = bodies(report["union"])
    assert report["constituent"] in known
    kinds = {
        "member": {"member"},
        "commission": {"commission", "commission_group"},
        "committee": {"national_committee", "regional_committee"},
    }
    for partner in report.get("partner", []):
        assert known[partner["constituent"]]["kind"] in kinds[partner["kind"]]
        assert partner["constituent"] != report["constituent"]


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_uses_the_words_of_the_forms(name):
    report = REPORTS[name]
    assert set(report["scopes"]) <= facts("library", "geographic_scopes", "code")
    assert set(report["countries"]) <= facts("people", "countries", "code")
    kinds = facts("reporting", "activity_kinds", "code")
    statuses = facts("reporting", "activity_statuses", "code")
    assert report["activity"]
    for activity in report["activity"]:
        assert activity["kind"] in kinds
        assert activity["status"] in statuses
        assert activity["description"].strip()
    answers = {"yes", "no", "not_known", ""}
    assert {report[q] for q in ("members", "commissions", "committees", "secretariat")} <= answers
    assert {future["planned"] for future in report.get("future", [])} <= answers
    assert set(report["private"]) <= set(files.LONG_FIELDS)


@pytest.mark.parametrize("name", REPORTS)
def test_days_come_one_after_the_other(name):
    report = REPORTS[name]
    days = [report.get(day) for day in ("period_from", "period_to", "submitted_on", "decided_on")]
    given = [day for day in days if day]
    assert given == sorted(given)
    expected = {"draft": 2, "submitted": 3, "returned": 4, "accepted": 4}
    assert len(given) == expected[report["status"]]
    assert bool(report.get("reason")) == (report["status"] == "returned")


def test_a_later_version_replaces_the_one_before():
    later = {name: report for name, report in REPORTS.items() if report["version"] > 1}
    assert later
    for report in later.values():
        before = REPORTS[report["replaces"]]
        assert before["version"] == report["version"] - 1
        for field in ("resolution", "constituent", "language"):
            assert before[field] == report[field]


def test_every_status_and_language_is_there():
    assert {r["status"] for r in REPORTS.values()} == {"draft", "submitted", "returned", "accepted"}
    for union in files.UNIONS:
        spoken = {r["language"] for r in REPORTS.values() if r["union"] == union}
        assert spoken == set(LANGUAGES)


# Progress Reports


@pytest.mark.parametrize("progress", PROGRESS, ids=name_of)
def test_a_quotation_stands_once_in_its_source(progress):
    for quotation in quotations(progress):
        source = REPORTS[quotation["report"]]
        assert source["status"] == "accepted"
        assert source["resolution"] == progress["resolution"]
        assert source["decided_on"] <= files.day_of(progress)
        assert quotation["field"].partition(":")[0] not in source["private"]
        words = files.words_at(source, quotation["field"])
        assert words.count(quotation["exact"]) == 1, quotation["exact"]


def test_statements_point_at_known_paragraphs():
    for progress in PROGRESS:
        known = {p["path"] for p in TEXTS.get(progress["resolution"], {}).get("paragraph", [])}
        for statement in progress["statement"]:
            assert set(statement.get("paragraphs", [])) <= known


@pytest.mark.parametrize("progress", PROGRESS, ids=name_of)
def test_a_statement_rests_on_sources_or_says_that_it_does_not(progress):
    for statement in progress["statement"]:
        assert statement["text"].strip()
        assert statement["section"] in {"results", "challenges", "future"}
        own = statement.get("basis") == "own_knowledge"
        assert bool(statement.get("quotation")) != own


def test_one_progress_report_a_text_and_cycle_and_a_reason_when_the_status_moves():
    seen = {}
    statuses = facts("reporting", "implementation_statuses", "code")
    for progress in sorted(PROGRESS, key=lambda p: p["cycle"]):
        history = seen.setdefault(progress["resolution"], [])
        assert progress["status"] in statuses
        assert progress["cycle"] not in [cycle for cycle, _status in history]
        if history and history[-1][1] != progress["status"]:
            assert progress["status_reason"], name_of(progress)
        history.append((progress["cycle"], progress["status"]))


def test_every_progress_report_has_its_cycle():
    cycles = facts("reporting", "cycles", "collection", "year")
    for union in files.UNIONS:
        cycles |= {(union, str(cycle["year"])) for cycle in files.collection(union)["cycle"]}
    for progress in PROGRESS:
        union = "alr" if progress["resolution"] in TEXTS else "iucn"
        assert (union, str(progress["cycle"])) in cycles, name_of(progress)


def test_the_walk_through_finds_its_text_ready():
    on_087 = {p["cycle"] for p in PROGRESS if p["resolution"] == "WCC-2016-Res-087"}
    assert on_087 == {2017, 2018, 2019}


def test_one_published_account_rests_on_words_that_were_corrected_since():
    newer = {r["replaces"]: r for r in REPORTS.values() if "replaces" in r}
    corrected = [
        quotation
        for progress in PROGRESS
        for quotation in quotations(progress)
        if newer.get(quotation["report"], {}).get("status") == "accepted"
    ]
    assert any(
        quotation["exact"] not in files.words_at(newer[quotation["report"]], quotation["field"])
        for quotation in corrected
    )


# The cast


def test_the_cast_points_to_known_bodies_texts_and_roles():
    known, roles = names_of_bodies(), facts("reporting", "focal_roles", "code")
    for person in CAST:
        assert person["email"].endswith(".example.org")
        assert set(person["who"]) == set(LANGUAGES)
        for membership in person["memberships"]:
            assert membership["constituent"] in known
            assert membership["role"] in {"reporter", "officer"}
    held = [post for person in CAST for post in person["posts"]]
    for post in [*held, *files.vacancies()]:
        assert post["constituent"] in known
        assert post["resolution"] in known_codes()
        assert post["role"] in roles


def test_the_cast_has_its_six_parts():
    assert len({person["sub"] for person in CAST}) == len(CAST) == 6
    officers = [p for p in CAST if any(m["role"] == "officer" for m in p["memberships"])]
    leads = [p for p in CAST if any(post["role"] == "secretariat_lead" for post in p["posts"])]
    strangers = [p for p in CAST if not p["memberships"]]
    assert [len(officers), len(leads), len(strangers)] == [1, 1, 1]
    led = {post["resolution"] for post in leads[0]["posts"]}
    assert "WCC-2016-Res-087" in led
    assert any(code.startswith("ALR-") for code in led)
