"""Saying that two bodies are one: reversible, and every report that named one follows."""

from datetime import date
from itertools import pairwise

import pytest
from django.db.models import F

from resrec.people.merges import Merges, today_of
from resrec.people.models import Constituent, Term
from resrec.people.models.constituent import ConstituentName, with_merged
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
    own = with_merged([cast.other_member.pk])
    assert own == {unresolved.pk, cast.member.pk, cast.other_member.pk}


def test_someone_who_merges_at_the_same_moment_is_told(cast, unresolved):
    stale = Constituent.objects.get(pk=unresolved.pk)
    unresolved.merge_into(cast.member, by=cast.officer)
    with pytest.raises(RuleBroken):
        stale.merge_into(cast.other_member, by=cast.officer)


@pytest.fixture
def chain(cast, unresolved):
    """Three bodies, each merged into the next: the last stands for all."""
    bodies = unresolved, cast.member, cast.other_member
    for body, into in pairwise(bodies):
        Constituent.objects.filter(pk=body.pk).update(merged_into=into)
    return [body.pk for body in bodies]


def today_by_names(bodies):
    names = ConstituentName.objects.filter(constituent__in=bodies)
    names = names.annotate(today=today_of(F, "constituent"))
    return {*names.values_list("today", flat=True)}


def test_whoever_asks_gets_the_same_end_of_a_chain(chain, django_assert_num_queries):
    with django_assert_num_queries(1):
        merges = Constituent.objects.merges()
        assert [merges[pk] for pk in (*chain, 0, None)] == [chain[-1]] * 3 + [0, None]
    with django_assert_num_queries(2):
        assert {body.pk for body in Constituent.objects.current_of(chain).values()} == {chain[-1]}
    assert today_by_names(chain) == {chain[-1]}
    assert [*merges.steps(chain[0])] == chain


def test_a_circle_is_read_as_one_body(chain):
    Constituent.objects.filter(pk=chain[-1]).update(merged_into=chain[0])
    merges = Constituent.objects.merges()
    bodies = Constituent.objects.filter(pk__in=chain)
    assert {merges[pk] for pk in chain} == {body.current.pk for body in bodies} == {min(chain)}
    assert today_by_names(chain) <= {*chain}
    assert with_merged(chain[:1]) == {*chain}


def test_a_chain_that_ends_in_a_circle_is_read_as_one_of_the_circle():
    merges = Merges({5: 9, 9: 3, 3: 9})
    assert {merges[pk] for pk in (5, 9, 3)} == {3}


def test_of_two_merges_into_each_other_the_second_is_refused(cast):
    stale = Constituent.objects.get(pk=cast.member.pk)
    cast.member.merge_into(cast.other_member, by=cast.officer)
    with pytest.raises(RuleBroken):
        cast.other_member.merge_into(stale, by=cast.officer)


@pytest.mark.parametrize("entered_for", ["of the kind", "of the body", "of the merged"])
def test_terms_follow_merges(cast, unresolved, entered_for):
    commission = Constituent.objects.create(kind_id="commission", name="The Rivers Commission")
    unresolved.merge_into(commission, by=cast.officer)
    of = {
        "of the kind": {"kind_id": "commission"},
        "of the body": {"constituent": commission},
        "of the merged": {"constituent": unresolved},
    }[entered_for]
    term = Term.objects.create(**of, since="2021-01-01", until="2024-12-31")
    for body in (unresolved, commission):
        assert [*Term.objects.of(body)] == [term]
        post = cast.resolution.focal_points.create(role_id="commission", constituent=body)
        held = post.holders.create(person=cast.stranger, since=date(2022, 5, 1))
        assert post.holders.in_force(date(2024, 12, 31)).get() == held
        assert not post.holders.in_force(date(2025, 1, 1)).exists()
        assert post.holders.with_term().get().term_ends == date(2024, 12, 31)
        assert post.term_ends(date(2022, 5, 1)) == date(2024, 12, 31)
    assert not Term.objects.of(cast.member).exists()
