"""What goes out comes in again unchanged: exported, taken away, imported, exported."""

import io
from datetime import date

import pytest
from django.core.management import call_command

from resrec.exchange.demonstration import adopted_texts
from resrec.library.citations.refreshing import refresh
from resrec.library.models import Citation, Motion, Resolution, ResolutionText


def exported(path, **options):
    call_command("export_texts", str(path), verbosity=0, **options)
    return path.read_bytes()


def back_and_forth(path, **options):
    """Give the bytes of an export, and those of one after the texts have come in from it."""
    first = exported(path, **options)
    union = options.get("collection", "")
    texts = Resolution.objects.all()
    if union:
        texts = texts.filter(assembly__kind__collection__code=union)
    # These protect what they name.
    ResolutionText.objects.filter(resolution__in=texts).update(renders=None)
    texts.update(standing="active", succeeded_by=None, archived_on=None)
    texts.delete()
    call_command("import_texts", str(path), verbosity=0)
    return first, exported(path, **options)


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_the_facts(db, tmp_path, suffix):
    Motion.objects.update(became=None)
    first, second = back_and_forth(tmp_path / f"texts.{suffix}")
    assert len(first) > 5_000
    assert first == second


def test_the_demonstration_in_three_languages_with_paragraphs_and_an_archived_text(db, tmp_path):
    adopted_texts.add()
    text = Resolution.objects.get(code="ALR-2022-Dec-006")
    on = date(2025, 3, 14)
    text.archive(by=None, on=on, decision="C/7/4", reason_en="Done.", reason_fr="Fait.")
    first, second = back_and_forth(tmp_path / "texts.jsonl", collection="alr")
    assert b'"archived":{"on":"2025-03-14","decision":"C/7/4"' in first
    assert b'"renders":{"language":"en","version":1}' in first
    assert first.count(b'"path"') > 50
    assert first == second


def test_the_sample_of_the_united_nations(db, tmp_path, sample, written):
    """Every fifth of them, the longest, and those of the oldest sessions."""
    longest = sorted(sample, key=lambda row: sum(len(one["text"]) for one in row["paragraphs"]))[
        -5:
    ]
    old = [row for row in sample if "(" in row["symbol"] and not row["symbol"].startswith("S")]
    chosen = {row["symbol"]: row for row in [*sample[::5], *longest, *old]}
    call_command("add_collection", "united-nations", verbosity=0)
    path = written(*chosen.values())
    call_command("import_texts", str(path), collection="united-nations", verbosity=0)
    first, second = back_and_forth(tmp_path / "out.jsonl", collection="united-nations")
    assert first.count(b"\n") == len(chosen) > 440
    assert first == second


def test_what_an_officer_decided_on_citations_comes_back_and_holds(db, tmp_path, cast):
    citing = Resolution.objects.get(code="WCC-2016-Res-087")
    words = "RECALLING Resolution 6.008 of some assembly;"
    citing.texts.update_or_create(language="en", version=1, defaults={"body": words})
    refresh([citing.pk])
    citation = citing.cites.get(origin="words")
    citation.confirm(Resolution.objects.get(code="GA-16.08"), by=cast.officer)
    path = tmp_path / "texts.jsonl"
    first = exported(path)
    assert b'"state":"confirmed","cites":"GA-16.08"' in first
    assert first.count(b'"origin":"record"') > 40
    Citation.objects.all().delete()
    call_command("import_texts", str(path), update=True, verbosity=0)
    assert exported(path) == first
    there = citing.cites.get(start__isnull=False)
    assert (there.state, there.target.code) == ("confirmed", "GA-16.08")


def test_what_happened_to_texts_comes_back_in_its_order(db, tmp_path):
    adopted_texts.add()
    one, two, three = Resolution.objects.filter(assembly__code="ALR-2022").order_by("code")[:3]
    later = Resolution.objects.filter(assembly__code="ALR-2024").first()
    one.archive(by=None, on=date(2023, 1, 2), decision="C/1", reason_en="Done.")
    one.reactivate(by=None, on=date(2023, 5, 6))
    one.supersede(later, by=None, on=date(2024, 7, 8), reason_fr="Remplacé.")
    two.relate(three, by=None, on=date(2023, 3, 4), reason_en="Of one river.")
    three.state_retirement_criterion("when the river is clean", "en", by=None)
    first, second = back_and_forth(tmp_path / "texts.jsonl", collection="alr")
    assert first.count(b'"kind":"superseded","on":"2024-07-08"') == 1
    assert first == second
    one = Resolution.objects.get(code=one.code)
    assert (one.standing, one.succeeded_by.code) == ("superseded", later.code)
    assert [event.kind for event in one.life.all()] == ["archived", "reactivated", "superseded"]
    assert Resolution.objects.get(code=three.code).retirement_criterion_stated


def test_the_bytes_that_came_in_are_unchanged_when_they_come_again(db, tmp_path):
    adopted_texts.add()
    path = tmp_path / "texts.jsonl"
    exported(path)
    said = io.StringIO()
    call_command("import_texts", str(path), stdout=said)
    assert said.getvalue().startswith("0 new, 0 changed, ")
