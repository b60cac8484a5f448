"""What a writer should look at before publication, and what stands in the way of it."""

import pytest

from resrec.reporting.models import Quotation
from resrec.reporting.warnings import warnings_for


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


def test_a_correction_that_is_not_accepted_yet_warns_of_nothing(account_of, source, cast):
    account = account_of(quotes=[(source, "results", "Three ponds")])
    source.correct(by=cast.reporter).submit(by=cast.reporter)
    assert ("source_corrected", False) not in kinds(account)


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
