"""Frozen analyses as pages: what was counted stays, and what has changed since is marked."""

import re

import pytest
from django.urls import reverse

from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.parts import VOCABULARIES
from resrec.analysis.freeze.since import Since
from resrec.analysis.models import Narrative, Theme
from resrec.analysis.overview import Overview
from resrec.analysis.passages import passages
from resrec.analysis.tests.conftest import ask
from resrec.analysis.tests.test_freezing import reported, without_triggers  # noqa: F401  a fixture
from resrec.people.models import Constituent


@pytest.fixture
def frozen(cast, reported):  # noqa: F811
    return freeze(cast.resolution.assembly, cast.cycle, by=cast.officer)


def correct(report, cast, **words):
    correction = report.correct(by=cast.reporter)
    type(report).objects.filter(pk=correction.pk).update(**words)
    correction.refresh_from_db()
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    return correction


def test_the_page_shows_the_seal_and_links_to_its_own_lists(client, frozen):
    page = client.get(frozen.get_absolute_url()).text
    assert frozen.fingerprint in page
    key = reverse("analysis_frozen_list", args=[*frozen.place, "status_initiated"])
    assert f'href="{key}"' in page
    assert "figure:" not in page
    assert "amber" not in page


@pytest.mark.parametrize("language", ["fr", "es"])
def test_labels_and_words_are_in_the_language_of_the_reader(client, frozen, language):
    page = client.get(frozen.get_absolute_url().replace("/en/", f"/{language}/")).text
    kept = frozen.figures.get(key="status_initiated").labels[language]
    assert kept.partition(": ")[2].strip() in page
    assert "Status of implementation" not in page


def test_a_correction_turns_its_figures_amber(client, cast, frozen, reported):  # noqa: F811
    correction = correct(reported, cast, challenges="Money came in time.")
    since = Since(frozen)
    assert [(one.was, one.now) for one in since.corrected] == [(reported, correction)]
    rest_on_report = {"challenges", "activities", "activity_reports", "constituents"}
    rest_on_account = {"status_initiated", "with_progress_report", "first_report"}
    assert rest_on_report | rest_on_account | {"with_activity_report"} <= {*since.touched}
    assert {"texts", "archived", "nobody_reported"}.isdisjoint(since.amber)
    page = client.get(frozen.get_absolute_url()).text
    assert 'class="figure amber"' in page
    assert reverse("activity_report", args=[correction.pk]) in page
    listed = client.get(reverse("analysis_frozen_list", args=[*frozen.place, "challenges"])).text
    assert "has been corrected or replaced since" in listed
    assert "Money came late." in listed, "the list is that of the day it was frozen"
    assert "New in the list of today" in listed


def marked_in(page):
    """Where a page marks amber: (charts, tables, the account and sentences), by keys of figures."""
    charts = re.findall(
        r'<a href="[^"]*/([\w.]+)/" tabindex="-1"><title>[^<]*\((?:changed|rests)', page
    )
    tables = re.findall(r'class="figure amber" href="[^"]*/([\w.]+)/" aria-label', page)
    words = re.findall(r'class="figure amber" href="[^"]*/([\w.]+)/">', page)
    return {*charts}, {*tables}, {*words}


def test_amber_is_drawn_in_charts_tables_and_sentences(client, cast, reported):  # noqa: F811
    assembly = cast.resolution.assembly
    told = Narrative(assembly=assembly, cycle=cast.cycle, place="summary", language="en")
    figures = Overview(assembly, cast.cycle).figures
    told.write("{status_initiated} begun.", figures, by=cast.officer, read=0)
    analysis = freeze(assembly, cast.cycle, by=cast.officer)
    live = reverse("analysis", args=[assembly.code, cast.cycle.year])
    for address in (live, analysis.get_absolute_url()):
        assert not any(marked_in(client.get(address).text)), address
    correct(reported, cast, results="Four ponds were dug.")
    for address in (live, analysis.get_absolute_url()):
        page = client.get(address).text
        charts, tables, words = marked_in(page)
        for marked in (charts, tables, words):
            assert "status_initiated" in marked, address
        assert "with_progress_report" in words, "in the account"
        assert "texts" not in charts | tables | words
        assert page.count("▲</text>") >= len(charts), "by shape"
        assert 'class="small amber-key"' in page, "and in words"


def test_the_list_names_the_report_that_was_corrected(client, cast, frozen, reported):  # noqa: F811
    correct(reported, cast, results="Four ponds were dug.")
    place = [cast.resolution.assembly.code, cast.cycle.year, "status_initiated"]
    listed = client.get(reverse("analysis_list", args=place)).text
    assert f"quotes the Activity Report of {cast.member}, which was corrected." in listed


def test_the_figures_of_a_theme_rest_on_its_passages(cast, reported):  # noqa: F811
    assembly = cast.resolution.assembly
    late = Theme.begin(assembly, {"en": "Late money"}, by=cast.officer)
    late.put(passages(Overview(assembly, cast.cycle)), by=cast.officer)
    analysis = freeze(assembly, cast.cycle, by=cast.officer)
    correct(reported, cast, results="Four ponds were dug.")
    ends = {key.rpartition("_")[2] for key in Since(analysis).touched if key.startswith("theme_")}
    assert ends == {"challenges", "solutions", "texts", "constituents"}


def test_an_account_that_was_replaced_turns_the_figures_of_its_text_amber(
    client,
    cast,
    frozen,
    account_of,
):
    newer = account_of(
        quotes=[], implementation_status_id="initiated", status="published", version=2
    )
    since = Since(frozen)
    assert [one.now for one in since.replaced] == [newer]
    assert "status_initiated" not in since.moved, "it has the same status"
    assert "status_initiated" in since.touched
    listed = client.get(reverse("analysis_frozen_list", args=[*frozen.place, "status_initiated"]))
    assert newer.get_absolute_url() in listed.text


def test_the_live_page_marks_what_rests_on_a_corrected_report(client, cast, reported):  # noqa: F811
    place = [cast.resolution.assembly.code, cast.cycle.year]
    assert "figure amber" not in client.get(reverse("analysis", args=place)).text
    correction = correct(reported, cast, results="Four ponds were dug.")
    page = client.get(reverse("analysis", args=place)).text
    marked = re.findall(r'class="figure amber" href="[^"]*/(\w+)/"', page)
    assert {"status_initiated", "with_progress_report"} <= {*marked}
    assert {"activity_reports", "texts", "nobody_reported"}.isdisjoint(marked)
    listed = client.get(reverse("analysis_list", args=[*place, "status_initiated"])).text
    assert correction.get_absolute_url() in listed
    movement = client.get(reverse("analysis_movement", args=place)).text
    account = reverse("progress_report", args=[cast.resolution.code, cast.cycle.year])
    assert f'<a class="figure amber" href="{account}">' in movement


def test_a_list_of_then_keeps_the_names_of_then(client, cast, frozen):
    was = cast.member.name
    cast.member.merge_into(cast.other_member, by=cast.officer)
    for key in ("activity_reports", "challenges", "constituents"):
        page = client.get(reverse("analysis_frozen_list", args=[*frozen.place, key])).text
        assert was in page, key


@pytest.fixture
def renamed(cast, frozen):
    """What texts, constituents and terms are called has been changed since it was frozen."""
    ask(cast.commission, cast.resolution, cast.commission_reporter)
    analysis = freeze(cast.resolution.assembly, cast.cycle, by=cast.officer, notice="Asked.")
    cast.resolution.texts.update(title="A new title")
    Constituent.objects.update(name="A new name", acronym="NEW")
    for terms in VOCABULARIES:
        terms.objects.update(label_en="A new label", label_fr="", label_es="")
    return analysis


def test_frozen_lists_read_in_the_words_of_then(client, renamed):
    for figure in renamed.figures.filter(value__gt=0):
        address = reverse("analysis_frozen_list", args=[*renamed.place, figure.key])
        page = client.get(address)
        assert page.status_code == 200, figure.key
        listed = re.sub(r'<aside class="notice amber".*?</aside>', "", page.text, flags=re.DOTALL)
        for words in ("A new title", "A new name", "NEW", "A new label"):
            assert words not in listed, figure.key


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_words_of_then_are_in_the_language_of_the_reader(client, cast, renamed, language):
    listed = client.get(f"{renamed.get_absolute_url()}status_initiated/".replace("en", language, 1))
    kept = renamed.parts.get(name="vocabulary").content[language]
    assert kept["implementationstatus"]["initiated"] in listed.text
    assert kept["implementationstatus"]["initiated"] != "initiated"


def test_an_analysis_of_the_first_method_opens_with_what_it_kept(client, frozen):
    """It kept neither the words of vocabularies nor the names on reports in every language."""
    without_triggers(lambda: frozen.parts.filter(name="vocabulary")._raw_delete("default"))
    for row in frozen.records.filter(noun__in=["activity_report", "challenge"]):
        names = row.values.pop("constituent_names")
        values = {**row.values, "constituent_name": names["en"]}
        frozen.records.filter(pk=row.pk).update(values=values)
    Constituent.objects.update(name="A new name")
    assert client.get(frozen.get_absolute_url()).status_code == 200
    of_each_noun = {one.noun: one for one in frozen.figures.filter(value__gt=0)}
    for figure in of_each_noun.values():
        listed = client.get(reverse("analysis_frozen_list", args=[*frozen.place, figure.key]))
        assert listed.status_code == 200
        assert "A new name" not in listed.text
        assert "Kinds and statuses are named here as they are today" in listed.text


def test_a_later_report_moves_the_list_of_today_only(client, cast, frozen, report_of):
    report_of(status="accepted", results="Ten more ponds were dug.")
    moved = Since(frozen).moved["activity_reports"]
    assert (len(moved.gone), len(moved.new)) == (0, 1)
    page = client.get(
        reverse("analysis_frozen_list", args=[*frozen.place, "activity_reports"])
    ).text
    assert "1 Activity Report, as counted on" in page
    assert "New in it: 1; gone from it: 0." in page


def test_an_officer_freezes_and_is_told_what_is_open(client, cast, report_of):
    report_of(status="submitted", results="A late one.")
    place = [cast.resolution.assembly.code, cast.cycle.year]
    client.force_login(cast.officer)
    assert "wait to be accepted: 1" in client.get(reverse("analysis_freezing", args=place)).text
    answer = client.post(reverse("analysis_freezing", args=place), follow=True)
    assert "Fingerprint" in answer.text
    again = client.post(reverse("analysis_freezing", args=place), {"notice": " "})
    assert "Say what this version changes" in again.text
    live = client.get(reverse("analysis", args=place)).text
    assert reverse("analysis_frozen", args=[*place, 1]) in live


@pytest.mark.parametrize("version", [0, 7])
def test_there_is_none_of_another_version(client, cast, version):
    place = [cast.resolution.assembly.code, cast.cycle.year, version]
    assert client.get(reverse("analysis_frozen", args=place)).status_code == 404


def test_what_officers_added_stands_as_it_was(client, cast, reported):  # noqa: F811
    assembly = cast.resolution.assembly
    overview = Overview(assembly, cast.cycle)
    late = Theme.begin(assembly, {"en": "Late money"}, by=cast.officer)
    late.put(passages(overview), by=cast.officer)
    told = Narrative(assembly=assembly, cycle=cast.cycle, place="summary", language="en")
    told.write("{challenges} told.", overview.figures, by=cast.officer, read=0)
    analysis = freeze(assembly, cast.cycle, by=cast.officer)
    told.write("Nothing.", {}, by=cast.officer, read=told.revision)
    late.rename({"en": "Other"}, by=cast.officer)
    late.passages.get().take_out(by=cast.officer)
    html = client.get(analysis.get_absolute_url()).content.decode()
    assert f'href="{analysis.get_absolute_url()}challenges/"' in html
    assert " told." in html
    assert "Late money" in html
    assert "Money came late." in html
    address = f"{analysis.get_absolute_url()}theme_{late.pk}_challenges/"
    assert "Money came late." in client.get(address).content.decode()


def test_words_made_private_since_are_out_of_sight(client, cast, reported):  # noqa: F811
    assembly = cast.resolution.assembly
    late = Theme.begin(assembly, {"en": "Late money"}, by=cast.officer)
    late.put(passages(Overview(assembly, cast.cycle)), by=cast.officer)
    analysis = freeze(assembly, cast.cycle, by=cast.officer)
    correct(reported, cast, private_fields=["challenges"])
    for end in ("", f"theme_{late.pk}_challenges/"):
        html = client.get(analysis.get_absolute_url() + end).content.decode()
        assert "made private since" in html
        assert "Money came late." not in html
