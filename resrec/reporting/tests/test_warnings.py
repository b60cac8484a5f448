"""What a writer should look at before publication, and what stands in the way of it."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from resrec.reporting.account import warnings
from resrec.reporting.account.warning_kinds import EXPLAINED
from resrec.reporting.account.warnings import warnings_for
from resrec.reporting.models import Quotation


@pytest.fixture
def source(report_of):
    return report_of(results="Three ponds were dug.", status="accepted")


def kinds(account):
    return {(warning.kind, warning.blocks) for warning in warnings_for(account)}


def corrected(report, cast):
    correction = report.correct(by=cast.reporter)
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    return correction


def test_a_report_that_is_not_used(account_of, source):
    warning = next(w for w in warnings_for(account_of()) if w.kind == "not_used")
    assert warning.place == f"report-{source.pk}"
    assert "Fen and Heath Trust" in warning.message


def test_nothing_to_warn_of(account_of, source):
    quotes = [(source, "results", "Three ponds")]
    assert kinds(account_of(quotes=quotes, implementation_status_id="initiated")) == set()


def test_a_statement_that_lost_its_source_blocks(account_of, source):
    account = account_of(quotes=[(source, "results", "Three ponds")], says=())
    Quotation.objects.all().delete()
    assert ("no_source", True) in kinds(account)
    assert len(account.obstacles()) == 1


def test_a_source_corrected_since_is_only_a_warning(account_of, source, cast):
    account = account_of(quotes=[(source, "results", "Three ponds")])
    corrected(source, cast)
    assert ("source_corrected", False) in kinds(account)
    assert "not_used" not in {kind for kind, _blocks in kinds(account)}
    account.propose(by=cast.focal_point)


def test_a_correction_waits_once_it_is_handed_in(account_of, source, cast):
    account = account_of(
        quotes=[(source, "results", "Three ponds")], implementation_status_id="initiated"
    )
    correction = source.correct(by=cast.reporter)
    assert kinds(account) == set()
    correction.submit(by=cast.reporter)
    (warning,) = warnings_for(account)
    assert (warning.kind, warning.place) == ("correction_waits", f"report-{source.pk}")
    correction.send_back(by=cast.focal_point, reason="Which ponds?")
    assert kinds(account) == set()


def test_a_status_that_is_not_stated(account_of):
    assert ("status_not_stated", False) in kinds(account_of())


def test_a_status_that_moved_without_reason_blocks(account_of, cast):
    account_of(year=cast.cycle.year - 1, status="published", implementation_status_id="initiated")
    account = account_of(implementation_status_id="underway", status_reason=" ")
    assert ("status_moved", True) in kinds(account)
    account.status_reason = "Water stands in all of them."
    assert ("status_moved", True) not in kinds(account)


def test_a_next_version_without_notice_blocks(account_of, cast):
    account = account_of(status="published").open_next_version(by=cast.focal_point)
    assert ("no_notice", True) in kinds(account)


def reworded(account, text):
    account.statements.update(text=text)
    return account


def words_of(account, kind):
    found = [warning for warning in warnings_for(account) if warning.kind == kind]
    return [words for warning in found for _language, words in warning.words]


def test_a_figure_that_the_words_quoted_do_not_give(account_of, source):
    account = account_of(quotes=[(source, "results", "Three ponds")], says=())
    assert words_of(reworded(account, "3 ponds hold water."), "figure_not_in_source") == []
    assert words_of(reworded(account, "4 ponds hold water."), "figure_not_in_source") == ["4"]


def test_a_name_that_no_source_bears(account_of, source):
    account = account_of(quotes=[(source, "results", "Three ponds")], says=())
    ours = "The Fen and Heath Trust dug ponds."
    assert words_of(reworded(account, ours), "name_not_in_source") == []
    assert words_of(reworded(account, "Senegal dug ponds."), "name_not_in_source") == ["Senegal"]


def test_a_country_may_bear_its_name_in_another_language(account_of, report_of):
    source = report_of(results="Des mares ont été creusées en Allemagne.", status="accepted")
    account = account_of(quotes=[(source, "results", "Des mares")], says=())
    assert words_of(reworded(account, "Ponds were dug in Germany."), "name_not_in_source") == []


def test_two_reports_that_differ(account_of, report_of, cast):
    says = "The census of the northern marshes counted {} pairs of breeding herons."
    for by, count in [(cast.reporter, 34), (cast.other_reporter, 43)]:
        report_of(by=by, results=says.format(count), status="accepted")
    assert len(words_of(account_of(), "sources_disagree")) == 2


def test_what_was_announced_last_year(account_of, cast):
    before = account_of(year=cast.cycle.year - 1, says=("Rangers will be trained.",))
    before.statements.update(section="future")
    before.propose(by=cast.focal_point)
    before.publish(by=cast.officer)
    assert words_of(account_of(), "promise") == ["Rangers will be trained."]
    account = reworded(account_of(year=cast.cycle.year + 1), "Nobody has trained rangers yet.")
    assert words_of(account, "promise") == []


def test_a_status_against_the_reports_needs_a_reason(account_of, report_of):
    report_of(activities=[{"status_id": "ongoing"}], results="Work goes on.", status="accepted")
    account = account_of(implementation_status_id="completed")
    assert ("status_not_supported", False) in kinds(account)
    account.status_reason = "The text asked for less."
    assert ("status_not_supported", False) not in kinds(account)


def test_each_warning_leads_to_a_place_on_the_bench(client, account_of, report_of, cast):
    report_of(results="Two ponds.", challenges="Rain.", status="accepted")
    before = account_of(year=cast.cycle.year - 1, says=("Rangers will be trained.",))
    before.statements.update(section="future")
    before.propose(by=cast.focal_point)
    before.publish(by=cast.officer)
    account_of()
    client.force_login(cast.focal_point)
    page = client.get(reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year]))
    tree = HTMLParser(page.text)
    places = [one.attributes["href"] for one in tree.css("#warnings li.warn a")]
    assert len(places) == 3
    assert all(tree.css_first(f'[id="{place.partition("#")[2]}"]') for place in places)


def test_every_kind_of_warning_is_explained():
    """A kind without a heading would not be shown at all."""
    folder = Path(warnings.__file__).parent
    code = "".join((folder / name).read_text() for name in ("warnings.py", "noticing.py"))
    given = re.findall(r'(?:Warning\(|_about\(|kind =)\s*"(\w+)"', code)
    assert len(given) > 10
    assert set(given) == set(EXPLAINED)
