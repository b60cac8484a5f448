"""The needs of the demonstration's reports use the words of the forms."""

import pytest

from resrec.exchange.tests.test_demonstration_files import REPORTS, bodies, facts

NEEDS = [(name, need) for name, report in REPORTS.items() for need in report.get("need", [])]


@pytest.mark.parametrize(("name", "need"), NEEDS, ids=[name for name, _need in NEEDS])
def test_a_need_uses_the_words_of_the_forms_and_is_met_after_it_was_named(name, need):
    report = REPORTS[name]
    assert (need["kind"], "1") in facts("reporting", "need_kinds", "code", "has_amount") or (
        need["kind"] in facts("reporting", "need_kinds", "code") and "amount" not in need
    )
    assert need["description"].strip()
    assert need.get("currency") in facts("reporting", "currencies", "code") | {None}
    assert ("amount" in need) == ("currency" in need)
    if "met_on" in need:
        assert need["met_on"] > report["decided_on"]
    if met_by := need.get("met_by_constituent"):
        assert met_by in bodies(report["union"])
