"""Saying that two bodies are one: reversible, and every report that named one follows."""

import pytest

from resrec.people.models import Constituent
from resrec.reporting.models import ActivityReport
from resrec.rules import RuleBroken


@pytest.fixture
def unresolved(cast):
    body = Constituent.objects.create(kind_id="unresolved", name="0A1B-22")
    body.add_name("0A1B-22")
    return body


def test_an_identifier_is_resolved_once_for_all(cast, unresolved):
    unresolved.merge_into(cast.member, by=cast.officer)
    assert Constituent.objects.named("0a1b-22") == cast.member
    assert unresolved not in Constituent.objects.unresolved()


def test_reports_that_named_it_follow(cast, unresolved):
    report = ActivityReport.objects.create(constituent=unresolved)
    unresolved.merge_into(cast.member, by=cast.officer)
    report.refresh_from_db()
    assert report.reporter == cast.member
    assert report in ActivityReport.objects.visible_to(cast.reporter)


def test_a_merge_can_be_taken_back(cast, unresolved):
    unresolved.merge_into(cast.member, by=cast.officer)
    unresolved.unmerge(by=cast.officer)
    assert unresolved in Constituent.objects.unresolved()


def test_merges_chain_and_never_circle(cast, unresolved):
    unresolved.merge_into(cast.member, by=cast.officer)
    cast.member.merge_into(cast.other_member, by=cast.officer)
    unresolved.refresh_from_db()
    assert unresolved.current == cast.other_member
    with pytest.raises(RuleBroken):
        cast.other_member.merge_into(unresolved, by=cast.officer)
    own = Constituent.objects.filter(pk=cast.other_member.pk).including_merged()
    assert set(own) == {unresolved, cast.member, cast.other_member}


def test_someone_who_merges_at_the_same_moment_is_told(cast, unresolved):
    stale = Constituent.objects.get(pk=unresolved.pk)
    unresolved.merge_into(cast.member, by=cast.officer)
    with pytest.raises(RuleBroken):
        stale.merge_into(cast.other_member, by=cast.officer)
