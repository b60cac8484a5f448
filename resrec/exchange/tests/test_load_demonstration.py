"""Loading the demonstration: all of it, once, and never among real reports."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from resrec.analysis.models import YearlyAnalysis
from resrec.exchange.demonstration import files
from resrec.exchange.demonstration.loading import load
from resrec.journal.models import Entry, Mail
from resrec.library.models import Citation, Resolution, Standing
from resrec.people.models import User
from resrec.reporting.asking.calendar import calendar_of
from resrec.reporting.asking.due import ladder_of, next_askings
from resrec.reporting.judging import trusted
from resrec.reporting.models import (
    ActivityReport,
    ProgressReport,
    Quotation,
    ReportingCycle,
    Statement,
)
from resrec.reporting.models.focal_point import resolutions_held_by


def keys(report):
    return [activity.key for activity in report.activities.all()]


@pytest.fixture
def demonstration(db):
    assert load()


def person(sub):
    email = next(one["email"] for one in files.cast() if one["sub"] == sub)
    return User.objects.get(email=email)


# Loading takes a second or two: each test below looks at one thing from several sides.


def test_everything_is_there_and_marked_and_told_day_by_day(demonstration):
    reports, accounts = ActivityReport.objects.all(), ProgressReport.objects.all()
    assert reports.count() == len(files.activity_reports())
    assert accounts.count() == len(files.progress_reports())
    assert accounts.get(status="proposed").resolution.code == "ALR-2024-Res-004"
    assert accounts.published().count() == accounts.count() - 1
    assert not reports.filter(is_demonstration=False).exists()
    assert not accounts.filter(is_demonstration=False).exists()
    assert Resolution.objects.filter(assembly__kind__collection__code="alr").count() == 12
    quoted = Statement.objects.filter(basis=Statement.Basis.QUOTED)
    assert quoted.exists()
    assert not quoted.filter(quotations=None).exists()
    moments = list(Entry.objects.order_by("sequence").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert Entry.objects.first_broken() is None


def test_the_year_before_is_frozen_and_its_figures_can_be_run_again(demonstration, capsys):
    frozen = YearlyAnalysis.objects.get()
    assert (frozen.version, frozen.is_demonstration) == (1, True)
    assert frozen.figures.get(key="with_progress_report").value == 5
    call_command("rerun_analysis", "ALR-2024", "2025")
    assert frozen.fingerprint in capsys.readouterr().out


def test_what_the_pages_are_to_show_is_there(demonstration):
    corrected = Quotation.objects.with_corrected().filter(is_corrected=True)
    assert {q.statement.report.resolution.code for q in corrected} == {"ALR-2024-Res-001"}
    correction = ActivityReport.objects.accepted().get(version=2)
    assert keys(correction) == keys(correction.replaces)
    assert correction.results != correction.replaces.results

    returned = ActivityReport.objects.get(status="returned")
    assert returned.reported_texts.get().reason
    assert returned.replaced_by.status == "draft"
    assert returned.replaced_by.activities.count() > returned.activities.count()

    of_the_alliance = Resolution.objects.filter(code__startswith="ALR-")
    words = [text for one in of_the_alliance for text in one.texts.all()]
    stale = [(text.resolution.code, text.language) for text in words if text.is_stale]
    assert stale == [("ALR-2024-Res-004", "fr")]
    archived = Resolution.objects.get(standing=Standing.ARCHIVED)
    assert archived.code == "ALR-2022-Dec-006"
    assert archived.archived_reason_fr.startswith("Décision exécutée")
    superseded = Resolution.objects.get(standing=Standing.SUPERSEDED)
    assert superseded.succeeded_by.code == "ALR-2024-Res-002"
    related = Resolution.objects.get(code="ALR-2024-Res-004").related_ids()
    assert related == {Resolution.objects.get(code="ALR-2022-Res-004").pk}
    criteria = Resolution.objects.exclude(retirement_criterion="")
    assert [text.code for text in criteria] == ["ALR-2024-Res-002"]
    states = {one.state for one in Citation.objects.filter(origin="words")}
    assert states == {"found", "ambiguous"}


def test_the_cast_finds_the_walk_through_ready(demonstration):
    assert person("officer").is_officer
    assert not person("focal-point").is_officer
    led = resolutions_held_by(person("focal-point"), leading=True)
    assert led.filter(code="WCC-2016-Res-087").exists()
    assert not resolutions_held_by(person("member-reporter")).exists()
    bodies = [body.name for body in person("member-reporter").constituents]
    assert bodies == ["Center for Large Landscape Conservation"]
    assert person("stranger").constituents == []

    cycle = ReportingCycle.objects.get(collection__code="iucn", year=2026)
    assert cycle.assembly.code == "WCC-2016"
    assert cycle.is_open
    on_087 = ProgressReport.objects.filter(resolution__code="WCC-2016-Res-087")
    assert sorted(account.year for account in on_087) == [2017, 2018, 2019]


def test_the_running_cycles_have_days_that_lie_ahead(demonstration):
    today = timezone.localdate()
    for cycle in ReportingCycle.objects.filter(year=2026):
        assert cycle.is_open
        assert today < cycle.reports_due_on < cycle.closes_on
        days = [step.day for step in ladder_of(cycle)]
        assert days[0] < today < days[-1]
        assert next_askings(cycle)
    calendar = calendar_of(person("second-member-reporter"))
    assert calendar.count("BEGIN:VEVENT") == 1  # on the other text they have answered


def test_the_desk_of_the_officers_has_something_to_show(demonstration, client):
    (record,) = trusted.records()
    assert (record.constituent.name, record.standing.days) == ("Fondation Vallée Vive", 14)
    assert (record.accepted, record.checked, record.held) == (1, 1, 1)
    client.force_login(person("officer"))
    desk = client.get("/en/desk/").content.decode()
    assert "ALR 2024 Rec 005" in desk  # to accept, and held for a look
    points = client.get("/en/desk/open-points/ALR-2024/2026/").content.decode()
    assert "ALR 2024 Res 004" in points
    assert not Mail.objects.exists()


def test_the_second_time_there_is_nothing_to_do(db, capsys):
    call_command("load_demonstration")
    before = Entry.objects.count()
    # What the cast writes afterwards is no reason to refuse.
    ActivityReport.objects.create(constituent=person("member-reporter").constituents[0])
    call_command("load_demonstration")
    assert Entry.objects.count() == before
    said = capsys.readouterr().out
    assert "is loaded" in said
    assert "there already" in said


def test_it_is_refused_among_real_reports(report_of):
    report_of(results="We dug three ponds.")
    with pytest.raises(CommandError, match="real reports"):
        call_command("load_demonstration")
    assert not Resolution.objects.filter(code__startswith="ALR-").exists()
