"""An analysis is frozen as data, and run again: the same figures, or the record that differs."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from resrec.analysis.figures import Noun
from resrec.analysis.freeze.freezing import freeze, standing
from resrec.analysis.freeze.records import KINDS
from resrec.analysis.freeze.rerunning import rerun
from resrec.analysis.models import Narrative, Theme, YearlyAnalysis
from resrec.analysis.overview import Overview
from resrec.analysis.passages import passages
from resrec.journal.models import Entry
from resrec.people.models import Constituent
from resrec.reporting.models import ActivityReport, ProgressReport
from resrec.rules import RuleBroken


@pytest.fixture
def reported(cast, report_of, account_of):
    """A report on the text and a published account that rests on it, in the cast's cycle."""
    report = report_of(
        status="accepted",
        results="Three ponds were dug.",
        challenges="Money came late.",
        activities=[{"kind_id": "field", "status_id": "ongoing", "description": "Digging."}],
    )
    account_of(
        quotes=[(report, "results", "Three ponds were dug.")],
        implementation_status_id="initiated",
        status="published",
    )
    return report


@pytest.fixture
def frozen(cast, reported):
    return freeze(cast.resolution.assembly, cast.cycle, by=cast.officer)


def figures(analysis):
    return {figure.key: figure.value for figure in analysis.figures.all()}


def test_every_figure_is_kept_with_its_labels_and_members(cast, frozen):
    live = Overview(cast.resolution.assembly, cast.cycle).figures
    kept = figures(frozen)
    assert {key: kept[key] for key in live} == {key: one.value for key, one in live.items()}
    status = frozen.figures.get(key="status_initiated")
    assert (status.value, status.members) == (1, [cast.resolution.pk])
    assert status.labels["fr"] != status.labels["en"]
    assert [part.name for part in frozen.parts.all()] == [
        "account",
        "counting",
        "narratives",
        "tables",
        "themes",
        "vocabulary",
    ]
    assert Entry.objects.filter(verb="yearly_analysis.frozen").count() == 1


def test_every_noun_that_is_counted_has_records(frozen):
    assert {*KINDS} == {*Noun}
    members = {(one.noun, pk) for one in frozen.figures.all() for pk in one.members}
    assert members <= {(one.noun, one.member) for one in frozen.records.all()}


def test_what_comes_later_changes_nothing(cast, frozen, report_of):
    before = figures(frozen)
    report_of(status="accepted", results="Ten more ponds were dug.")
    found = rerun(frozen)
    assert found.is_same
    assert {figure.key: counted for figure, counted in found.figures} == before


def test_a_constituent_keeps_the_name_it_had(cast, frozen):
    name = cast.member.name
    Constituent.objects.filter(pk=cast.member.pk).update(name="Renamed since")
    assert (
        frozen.records.get(noun="constituent", member=cast.member.pk).values["names"]["en"] == name
    )
    assert rerun(frozen).is_same


def without_triggers(change):
    """Change what the database refuses to change, as somebody with its password could."""
    from resrec.journal.triggers import PREFIX

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute(
                f"SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE '{PREFIX}%'"
            )
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
    change()


def test_a_report_that_was_tampered_with_is_named(frozen, reported):
    without_triggers(lambda: ActivityReport.objects.update(challenges="Money came in time."))
    (differing, again) = rerun(frozen).differing
    assert differing.field == again.field == "challenges"
    assert str(reported.series) in differing.what
    assert {differing.what.split()[0], again.what.split()[0]} == {"activity_report", "challenge"}


def test_a_status_that_was_tampered_with_is_named(frozen):
    without_triggers(lambda: ProgressReport.objects.update(implementation_status="completed"))
    (differing,) = rerun(frozen).differing
    assert (differing.field, differing.kept, differing.found) == (
        "status",
        "initiated",
        "completed",
    )


def test_kept_rows_that_were_tampered_with_break_the_seal(frozen):
    without_triggers(lambda: frozen.figures.filter(key="status_initiated").update(value=7))
    (differing,) = rerun(frozen).differing
    assert (differing.what, differing.field) == ("figure status_initiated", "value")
    assert (differing.kept, differing.found) == (1, 7)


@pytest.mark.parametrize("rows", ["records", "figures", "parts"])
def test_the_database_refuses_to_change_what_is_frozen(frozen, rows):
    with pytest.raises(IntegrityError), transaction.atomic():
        getattr(frozen, rows).update(digest="0" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        getattr(frozen, rows).all()._raw_delete("default")
    with pytest.raises(IntegrityError), transaction.atomic():
        type(frozen).objects.update(fingerprint="0" * 64)


def test_the_next_one_supersedes_with_a_notice(cast, frozen, report_of):
    again = (cast.resolution.assembly, cast.cycle)
    with pytest.raises(RuleBroken, match="Say what this version changes"):
        freeze(*again, by=cast.officer)
    report_of(status="accepted", results="Ten more ponds were dug.")
    newer = freeze(*again, by=cast.officer, notice="A late report is counted.")
    frozen.refresh_from_db()
    assert (frozen.status, newer.version, newer.replaces) == ("superseded", 2, frozen)
    assert standing(*again) == newer
    assert newer.fingerprint != frozen.fingerprint


def test_the_same_data_have_the_same_fingerprint(cast, frozen):
    again = freeze(cast.resolution.assembly, cast.cycle, by=cast.officer, notice="Once more.")
    assert again.fingerprint == frozen.fingerprint


def test_themes_and_what_is_written_are_frozen_with_the_numbers_of_the_day(cast, reported):
    assembly = cast.resolution.assembly
    overview = Overview(assembly, cast.cycle)
    late = Theme.begin(assembly, {"en": "Late money", "fr": "Fonds tardifs"}, by=cast.officer)
    late.put(passages(overview), by=cast.officer)
    told = Narrative(assembly=assembly, cycle=cast.cycle, place="summary", language="en")
    told.write("{challenges} told.", overview.figures, by=cast.officer, read=0)
    analysis = freeze(assembly, cast.cycle, by=cast.officer)
    late.passages.get().take_out(by=cast.officer)
    late.rename({"en": "Other"}, by=cast.officer)
    parts = {part.name: part.content for part in analysis.parts.all()}
    assert parts["themes"]["fr"][0]["name"] == "Fonds tardifs"
    assert parts["themes"]["en"][0]["passages"][0]["field"] == "challenges"
    assert "Money came late." not in json.dumps(parts)
    assert parts["narratives"]["en"][0]["figures"] == {"challenges": 1}
    assert rerun(analysis).is_same


def test_it_is_frozen_by_command_too(cast, reported):
    place = (cast.resolution.assembly.code, str(cast.cycle.year))
    out = io.StringIO()
    call_command("freeze_analysis", *place, stdout=out)
    (frozen,) = YearlyAnalysis.objects.all()
    assert frozen.fingerprint in out.getvalue()
    with pytest.raises(CommandError, match="Say what this version changes"):
        call_command("freeze_analysis", *place)
    call_command("freeze_analysis", *place, "--notice", "Counted once more.", stdout=out)
    with pytest.raises(CommandError, match="no analysis of WCC-2016 for 1913"):
        call_command("freeze_analysis", "WCC-2016", "1913")
