"""A frozen analysis is run again, by hand and by command, whatever was done to what is kept."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.rerunning import rerun
from resrec.analysis.tests.test_freezing import (  # noqa: F401  a fixture among them
    figures,
    reported,
    without_triggers,
)
from resrec.reporting.models import ProgressReport


@pytest.fixture
def frozen(cast, reported):  # noqa: F811
    return freeze(cast.resolution.assembly, cast.cycle, by=cast.officer)


def kept(analysis, noun, **values):
    """Change values of the first kept record of a noun, as somebody with the password could."""
    row = analysis.records.filter(noun=noun).first()
    change = analysis.records.filter(pk=row.pk).update
    without_triggers(lambda: change(values=row.values | values))
    return row


@pytest.mark.parametrize(
    ("noun", "values"),
    [
        ("text", {"titles": {"en": "Other"}}),
        ("activity_report", {"year": 1999}),
        ("constituent", {"acronym": "X"}),
    ],
)
def test_a_kept_record_that_was_changed_is_named_with_its_field(frozen, noun, values):
    row = kept(frozen, noun, **values)
    ((name, value),) = values.items()
    differing = rerun(frozen).differing[0]
    assert differing.what.startswith(f"{noun} {row.member}")
    assert (differing.field, differing.kept, differing.found) == (name, row.values[name], value)


@pytest.mark.parametrize(
    "change",
    [
        {"labels": {"en": "Other"}},
        {"rule": {"each": 3}},
        {"members": [7]},
        {"members": 7},
        {"labels": []},
        {"rule": []},
    ],
)
def test_whatever_is_done_to_a_figure_is_told_and_no_fault(frozen, change):
    rows = frozen.figures.filter(key="with_progress_report")
    without_triggers(lambda: rows.update(**change))
    assert any("with_progress_report" in one.what for one in rerun(frozen).differing)


def test_a_kept_record_that_is_gone_is_named(frozen):
    row = frozen.records.filter(noun="text").first()
    without_triggers(lambda: frozen.records.filter(pk=row.pk)._raw_delete("default"))
    assert (f"text {row.member}", "gone") in {
        (one.what, one.found) for one in rerun(frozen).differing
    }


def test_a_noun_of_a_later_program_is_told(frozen):
    row = frozen.records.filter(noun="text").first()
    without_triggers(lambda: frozen.records.filter(pk=row.pk).update(noun="planet"))
    assert any(one.field == "noun" for one in rerun(frozen).differing)


def test_who_makes_every_digest_anew_is_found_by_the_journal(frozen):
    without_triggers(lambda: type(frozen).objects.update(fingerprint="0" * 64))
    frozen.refresh_from_db()
    assert ("journal", "fingerprint") in {(d.what, d.field) for d in rerun(frozen).differing}


def test_what_a_later_method_keeps_is_not_missed_in_an_earlier_one(frozen):
    row = frozen.records.filter(noun="activity_report").first()
    earlier = {name: row.values[name] for name in ("series", "kind", "year", "texts")}
    without_triggers(lambda: frozen.records.filter(pk=row.pk).update(values=earlier))
    assert {one.field for one in rerun(frozen).differing} == {"digest"}


def run(*arguments):
    out = io.StringIO()
    call_command("rerun_analysis", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_prints_the_figures_and_the_fingerprint(cast, frozen):
    place = (cast.resolution.assembly.code, str(cast.cycle.year))
    told = run(*place)
    assert frozen.fingerprint in told
    assert f"The same {frozen.figures.count()} figures." in told
    assert json.loads(run(*place, "--json"))["figures"] == figures(frozen)


def test_the_command_ends_with_one_and_the_record_that_differs(cast, frozen, capsys):
    without_triggers(lambda: ProgressReport.objects.update(implementation_status="completed"))
    out = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("rerun_analysis", cast.resolution.assembly.code, cast.cycle.year, stdout=out)
    assert ended.value.code == 1
    assert "status: kept 'initiated', found 'completed'" in out.getvalue()
    assert cast.resolution.code in out.getvalue()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("WCC-1948", "1950"), "There is no Congress of the code WCC-1948"),
        (("WCC-2016", "1950"), "No frozen analysis of WCC-2016 for 1950"),
        (("WCC-2016", "2026", "--analysis", "0"), "for 2026, version 0"),
    ],
)
def test_the_command_says_what_is_frozen_where_this_is_not(cast, frozen, asked, said):
    with pytest.raises(CommandError, match=said) as refused:
        run(*asked)
    assert refused.value.returncode == 2
    assert "frozen: WCC-2016 2026, version 1" in str(refused.value)


def test_the_command_says_when_the_method_has_moved_on(cast, frozen):
    without_triggers(lambda: type(frozen).objects.update(method="2020.1"))
    told = run(cast.resolution.assembly.code, str(cast.cycle.year))
    assert "by method 2020.1" in told
    assert "This program freezes by method" in told
