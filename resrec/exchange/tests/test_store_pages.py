"""Pages become reports: accepted or published, public, and never twice."""

from dataclasses import replace
from datetime import date

import pytest

from resrec.exchange.models import ImportedPage
from resrec.exchange.portal_pages.reading import read_page
from resrec.exchange.portal_pages.storing import store
from resrec.exchange.tests.rendering import Report, page
from resrec.journal.models import Entry
from resrec.library.models import Resolution
from resrec.people.models import Constituent
from resrec.reporting.models import ActivityReport, ProgressReport

pytestmark = pytest.mark.django_db
GUID = "0807BCBC-EC6D-E711-B126-0050568A6623"
NODE = 48633  # the Progress Report of 2019 on WCC 2016 Res 029
PROGRESS = Report(
    members=(("Trust for Wells", "TFW", "Kenya"), ("Society of Springs", "", "Norway")),
    commissions=("IUCN World Commission on Protected Areas 2017-2020 (WCPA)",),
    other_orgs="The parish of Wellow",
    kinds=("Field activities", "Policy influencing/advocacy"),
    results="The wells were cleaned and the springs fenced.\nLes puits de la ville et du bourg.",
    challenges="There was no money for the pumps.",
    future="More wells are to be cleaned.",
)
ACTIVITY = Report(
    form="activity",
    code="WCC 2020 Res 051",
    constituent="Bureau of Wells",
    constituent_type="IUCN Secretariat",
    period="2022",
    scope=("Global", "Norway", "Atlantis"),
    members=(("Trust for Wells", "TFW", "Kenya"),),
    commissions=(),
    secretariat="Yes",
    rows=(("Field activities", "Wells were dug.", "Completed"),),
    results="The wells give water.",
    challenges="Hard rock was met.",
)


def reading(report, layout="A", lang="en", node=NODE, file=None):
    return read_page(page(report, layout, lang).encode(), file or f"{node}_{lang}.txt")


def words_stored():
    return [outcome.what for outcome in store([reading(PROGRESS)])]


def test_a_progress_page_is_published_with_a_statement_a_paragraph():
    assert words_stored() == ["stored"]
    report = ProgressReport.objects.get()
    assert (report.resolution.code, report.cycle.year) == ("WCC-2016-Res-029", 2019)
    assert (report.status, report.origin, report.published_at) == ("published", "import", None)
    assert report.implementation_status_id == "initiated"
    assert set(report.activity_kinds.values_list("code", flat=True)) == {"field", "policy"}
    said = report.statements.values_list("section", "position", "text", "language", "basis")
    assert set(said) == {
        ("results", 0, "The wells were cleaned and the springs fenced.", "en", "imported"),
        ("results", 1, "Les puits de la ville et du bourg.", "fr", "imported"),
        ("challenges", 0, "There was no money for the pumps.", "en", "imported"),
        ("future", 0, "More wells are to be cleaned.", "en", "imported"),
    }


def test_an_activity_page_is_accepted_and_nobody_knows_when_it_was_handed_in():
    outcome = store([reading(ACTIVITY, "B", node=90001)])[0]
    report = ActivityReport.objects.get()
    assert (report.status, report.origin, report.entered_by) == ("accepted", "import", None)
    assert report.submitted_at is None
    assert (report.period_from, report.period_to) == (date(2022, 1, 1), date(2022, 12, 31))
    assert (report.constituent.name, report.constituent.kind_id) == (
        "Bureau of Wells",
        "secretariat",
    )
    assert (report.results, report.challenges) == ("The wells give water.", "Hard rock was met.")
    assert [reported.verdict for reported in report.reported_texts.all()] == ["accepted"]
    activity = report.activities.get()
    assert (activity.kind_id, activity.status_id) == ("field", "completed")
    assert activity.description == "Wells were dug."
    assert [scope.code for scope in report.scopes.all()] == ["global"]
    assert [country.code for country in report.countries.all()] == ["NO"]
    assert [(p.what, p.printed) for p in outcome.problems] == [("unknown_scope", "Atlantis")]


def test_in_french_only_what_was_done_about_obstacles_is_asked():
    store([reading(ACTIVITY, "B", "fr", node=90001)])
    report = ActivityReport.objects.get()
    assert (report.challenges, report.measures) == ("", "Hard rock was met.")


def test_imported_reports_are_public(client):
    store([reading(PROGRESS), reading(ACTIVITY, "B", node=90001)])
    progress, activity = ProgressReport.objects.get(), ActivityReport.objects.get()
    for address in (progress.resolution.get_absolute_url(), progress.get_absolute_url()):
        assert client.get(address).status_code == 200
    assert "The wells give water." in client.get(activity.get_absolute_url()).content.decode()


def test_a_blank_is_not_stated_nobody_is_no_and_unknown_is_not_known():
    store(
        [
            reading(replace(PROGRESS, members=None, commissions=(), other_orgs="")),
            reading(replace(ACTIVITY, secretariat="I do not know"), "B", node=90001),
        ]
    )
    progress, activity = ProgressReport.objects.get(), ActivityReport.objects.get()
    assert (progress.members_answer, progress.commissions_answer) == ("", "no")
    assert (progress.secretariat_answer, progress.planned) == ("", "")
    assert (activity.members_answer, activity.secretariat_answer) == ("yes", "not_known")


def test_not_known_beside_names_keeps_both():
    text = page(PROGRESS, "A", "en").replace(
        "IUCN Commissions: \n", "IUCN Commissions: \nI do not know\n"
    )
    store([read_page(text.encode(), f"{NODE}_en.txt")])
    report = ProgressReport.objects.get()
    assert report.commissions_answer == "not_known"
    assert report.partners.filter(kind="commission").count() == 1
    assert [problem["what"] for problem in ImportedPage.objects.get().problems] == ["contradiction"]


def test_running_again_changes_nothing():
    pages = [reading(PROGRESS), reading(ACTIVITY, "B", node=90001)]
    store(pages)
    entries, bodies = Entry.objects.count(), Constituent.objects.count()
    assert [outcome.what for outcome in store(pages)] == ["unchanged", "unchanged"]
    assert (Entry.objects.count(), Constituent.objects.count()) == (entries, bodies)
    assert (ProgressReport.objects.count(), ActivityReport.objects.count()) == (1, 1)
    assert ImportedPage.objects.count() == 2


RICH = replace(
    PROGRESS,
    members=(*PROGRESS.members, GUID),
    secretariat="Yes",
    kinds=("Capacity-building", *PROGRESS.kinds),
)
FROM_A, FROM_B = reading(PROGRESS, "A", "en"), reading(RICH, "B", "fr")


@pytest.mark.parametrize(
    "runs",
    [
        [[FROM_A], [FROM_B]],
        [[FROM_B], [FROM_A]],
        [[FROM_A, FROM_B]],
        [[FROM_B, FROM_A]],
    ],
)
def test_versions_of_a_node_are_one_report_whatever_came_first(runs):
    for readings in runs:
        store(readings)
    report = ProgressReport.objects.published().get()
    assert report.secretariat_answer == "yes"
    assert report.partners.filter(kind="member").count() == 3
    assert "capacity_building" in report.activity_kinds.values_list("code", flat=True)
    assert report.imported_pages.count() == 2


def test_a_fuller_page_makes_the_next_version_and_the_old_one_keeps_its_address(client):
    store([FROM_A])
    old = ProgressReport.objects.get()
    assert [outcome.what for outcome in store([FROM_B])] == ["replaced"]
    new = ProgressReport.objects.published().get()
    assert (new.version, new.replaces, new.cycle) == (2, old, old.cycle)
    old.refresh_from_db()
    assert old.status == "superseded"
    assert client.get(old.get_absolute_url()).status_code == 200


def test_a_page_that_says_the_same_is_kept_and_changes_nothing():
    store([FROM_B])
    assert [outcome.what for outcome in store([FROM_A])] == ["kept"]
    assert ProgressReport.objects.get().version == 1


def test_the_next_version_of_an_activity_report_keeps_its_series_and_rows():
    store([reading(ACTIVITY, "A", node=90001)])
    first = ActivityReport.objects.get()
    more = replace(ACTIVITY, rows=(*ACTIVITY.rows, ("Fundraising", "A fair.", "On-going")))
    store([reading(more, "B", node=90001)])
    second = ActivityReport.objects.current().get()
    assert (second.series, second.version) == (first.series, 2)
    assert second.activities.first().key == first.activities.get().key
    assert second.activities.count() == 2


def test_what_a_person_has_corrected_since_is_left_alone(cast):
    store([reading(ACTIVITY, "A", node=90001)])
    report = ActivityReport.objects.get()
    draft = report.correct(by=cast.officer)
    fuller = replace(ACTIVITY, results="The wells give water all year.")
    outcome = store([reading(fuller, "B", node=90001)])[0]
    assert "written_since" in {problem.what for problem in outcome.problems}
    assert set(ActivityReport.objects.all()) == {report, draft}
    assert draft.origin == "person"
    assert report.imported_pages.count() == 2


def test_an_identifier_is_one_unresolved_body_resolved_once_for_all(cast):
    activity = replace(ACTIVITY, constituent=GUID, members=(GUID,))
    store([FROM_B, reading(activity, "B", node=90001)])
    unresolved = Constituent.objects.unresolved().get(name=GUID)
    unresolved.merge_into(cast.member, by=cast.officer)
    assert ActivityReport.objects.get().reporter == cast.member
    store([reading(replace(activity, results="Other wells."), "B", node=90002)])
    assert Constituent.objects.filter(names__name=GUID).count() == 1
    assert {report.reporter for report in ActivityReport.objects.all()} == {cast.member}


def test_a_body_is_known_by_its_names_and_its_country():
    def with_member(node, name, country):
        return reading(replace(PROGRESS, members=((name, "", country),)), node=node)

    store([with_member(NODE, "Ministry of Wells", "United Kingdom")])
    made = Constituent.objects.get(name="Ministry of Wells")
    assert (made.kind_id, made.country_id, made.from_import) == ("member", "GB", True)
    long_name = "United Kingdom of Great Britain and Northern Ireland"
    store([with_member(90003, "MINISTRY  OF WELLS", long_name)])
    assert Constituent.objects.filter(name__iexact="ministry of wells").count() == 1
    store([with_member(90004, "Ministry of Wells", "Korea (RK)")])
    countries = Constituent.objects.filter(name="Ministry of Wells").values_list(
        "country", flat=True
    )
    assert set(countries) == {"GB", "KR"}


def test_a_commission_term_that_does_not_fit_is_kept_and_flagged():
    lines = ("IUCN Species Survival Commission 2009-2012 (SSC)", "Fen Group 2017-2020 ()")
    store([reading(replace(PROGRESS, commissions=lines))])
    ssc, group = ProgressReport.objects.get().partners.filter(kind="commission")
    assert (ssc.constituent.acronym, ssc.term, ssc.term_is_doubtful) == ("SSC", "2009-2012", True)
    assert (group.constituent.kind_id, group.term_is_doubtful) == ("commission_group", False)
    assert ssc.name == lines[0]
    assert "doubtful_term" in {problem["what"] for problem in ImportedPage.objects.get().problems}


def test_half_a_name_at_the_end_of_a_page_makes_no_body():
    text = page(PROGRESS, "A", "en")
    cut = text[: text.index("ngs / Norway")]
    store([read_page(cut.encode(), f"{NODE}_en.txt")])
    known, half = ProgressReport.objects.get().partners.all()
    assert known.constituent.name == "Trust for Wells"
    assert (half.constituent, half.name) == (None, "Society of Spri")


def test_a_code_that_the_library_lacks_becomes_a_text_without_a_title():
    store([reading(replace(PROGRESS, code="WCC 2012 Res 169"), node=90001)])
    text = Resolution.objects.get(code="WCC-2012-Res-169")
    assert (text.official_number, text.kind_id, text.title) == ("5.169", "Res", None)
    assert text.note == Resolution.Note.FROM_REPORT
    assert text in Resolution.objects.without_title()
    assert ProgressReport.objects.get().cycle is None


@pytest.mark.parametrize("code", ["WCC 2031 Res 001", "GA 1949 Rec 002"])
def test_a_code_of_no_known_sitting_is_kept_with_its_page(code):
    outcome = store([reading(replace(PROGRESS, code=code), node=90001)])[0]
    assert (outcome.what, outcome.problems[0].what) == ("kept", "unknown_text")
    kept = ImportedPage.objects.get()
    assert (kept.progress_report, kept.activity_report) == (None, None)


def test_an_extract_without_a_code_waits_for_the_page_that_tells_it():
    extract = reading(ACTIVITY, "D", node=90001)
    assert [outcome.what for outcome in store([extract])] == ["kept"]
    assert not ActivityReport.objects.exists()
    text = page(ACTIVITY, "B", "en")
    cut = text[: text.index("Please report")]
    store([read_page(cut.encode(), "90001_en_v2.txt")])
    report = ActivityReport.objects.get()
    assert report.results == "The wells give water."
    assert report.imported_pages.count() == 2


WITHOUT_NODE = reading(PROGRESS, file="saved.txt")
OTHER_YEAR = reading(replace(PROGRESS, members=(), kinds=("Fundraising",)), node=47408)


@pytest.mark.parametrize(
    "runs",
    [
        [[WITHOUT_NODE], [FROM_A], [OTHER_YEAR]],
        [[OTHER_YEAR], [FROM_A], [WITHOUT_NODE]],
        [[WITHOUT_NODE, OTHER_YEAR, FROM_A]],
    ],
)
def test_a_page_without_its_node_joins_the_one_with_its_code_and_content(runs):
    for readings in runs:
        store(readings)
    reports = {report.cycle.year: report for report in ProgressReport.objects.published()}
    assert set(reports) == {2017, 2019}
    assert reports[2019].imported_pages.count() == 2


def test_a_page_without_its_node_that_fits_two_reports_joins_none():
    store([FROM_A, reading(PROGRESS, node=47408)])
    store([WITHOUT_NODE])
    assert ProgressReport.objects.published().filter(cycle=None).count() == 1


def test_a_second_report_of_a_text_and_cycle_does_not_displace_the_first():
    store([FROM_A])
    other = reading(replace(PROGRESS, results="Nothing was done."), node=48650)
    outcome = store([other])[0]
    assert "cycle_taken" in {problem.what for problem in outcome.problems}
    assert ProgressReport.objects.published().count() == 2


def test_a_real_report_supersedes_an_invented_one():
    store([FROM_A])
    invented = ProgressReport.objects.get()
    ProgressReport.objects.update(is_demonstration=True)
    other = reading(replace(PROGRESS, results="Nothing was done."), node=48650)
    outcome = store([other])[0]
    real = ProgressReport.objects.published().get()
    assert "cycle_taken" not in {problem.what for problem in outcome.problems}
    assert (real.cycle.year, real.version, real.replaces) == (2019, 2, invented)
    assert not real.is_demonstration


def test_the_sample_is_stored_once_and_its_seed_with_its_node(shared_data):
    def run():
        folder = [shared_data / "portal-pages", shared_data / "seeds"]
        files = sorted(path for one in folder for path in one.iterdir())
        return store([read_page(path.read_bytes(), path.name) for path in files])

    run()
    seed = ImportedPage.objects.get(node=None)
    assert seed.progress_report.imported_pages.filter(node=48691).exists()
    assert seed.progress_report.cycle.year == 2019
    pages, entries = ImportedPage.objects.count(), Entry.objects.count()
    assert pages == 50
    assert {outcome.what for outcome in run()} == {"unchanged"}
    assert (ImportedPage.objects.count(), Entry.objects.count()) == (pages, entries)
