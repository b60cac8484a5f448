"""Checking the rows of an assignment, all together: nothing is written."""

from collections import defaultdict
from datetime import date

from django.utils import timezone

from resrec.library.batches import batched
from resrec.people.models import Constituent, Term
from resrec.reporting.assigning.bodies import find_bodies
from resrec.reporting.assigning.meaning import (
    LOT,
    find_days,
    find_paragraphs,
    find_people,
    find_roles,
    find_texts,
)
from resrec.reporting.models import FocalPoint, Holder

REFUSED = (Holder.Answer.DECLINED, Holder.Answer.WITHDRAWN)


def check(rows):
    """Say of each Row what it means, what is wrong with it, and what should be known; gives them.

    The number of queries does not grow with the rows, but for one in some hundreds.
    """
    for step in (find_texts, find_roles, find_bodies, find_paragraphs, find_days, find_people):
        step(rows)
    _find_doubles(rows)
    _find_terms(rows)
    _find_posts(rows)
    return rows


def _find_doubles(rows):
    first = {}
    for row in rows:
        if row.beyond:
            row.complain("", "beyond_headers", number=row.beyond)
        if row.place and first.setdefault(row.place, row.number) != row.number:
            row.complain("", "twice", row=first[row.place])


def _find_terms(rows):
    """A time without a last day ends with the term of its constituent; see FocalPoint.invite."""
    asked = [row for row in rows if row.body and row.email and not row.until]
    kinds = dict(Constituent.objects.values_list("pk", "kind")) if asked else {}
    terms = list(Term.objects.values("constituent", "kind", "since", "until")) if asked else []
    merges = Constituent.objects.merges() if asked else None
    for row in asked:
        day = _first_day(row)
        held = (one for one in terms if _holds(one, day))
        ends = next((one["until"] for one in held if _is_of(one, row.body, kinds, merges)), None)
        if ends:
            row.until = ends.isoformat()
            row.note("until", "term", day=row.until)


def _is_of(term, body, kinds, merges):
    return merges[term["constituent"]] == body or term["kind"] == kinds[body]


def _holds(term, day):
    return term["since"] <= day <= term["until"]


def _first_day(row):
    return date.fromisoformat(row.since) if row.since else timezone.localdate()


def _find_posts(rows):
    """What is there already of what a row asks for."""
    there = _posts_of({row.text for row in rows if row.text})
    found = [(row, there[row.place]) for row in rows if row.place in there]
    holders, paragraphs = defaultdict(list), defaultdict(set)
    for lot in batched(sorted({pk for _row, pk in found}), LOT):
        mine = Holder.objects.filter(post__in=lot).exclude(answer__in=REFUSED)
        for one in mine.with_term().select_related("person").order_by("pk"):
            holders[one.post_id].append(one)
        through = FocalPoint.paragraphs.through.objects.filter(focalpoint__in=lot)
        for post, paragraph in through.values_list("focalpoint", "paragraph"):
            paragraphs[post].add(paragraph)
    for row, pk in found:
        row.post = pk
        _compare(row, holders[pk])
        if row.paragraphs and set(row.paragraphs) != paragraphs[pk]:
            row.complain("paragraphs", "other_paragraphs")


def _posts_of(texts):
    """Give {(text, role, constituent of today): post}; one of a merged body is its successor's."""
    merges = Constituent.objects.merges()
    there = {}
    for lot in batched(sorted(texts), LOT):
        posts = FocalPoint.objects.filter(resolution__in=lot).order_by("pk")
        for pk, text, role, body in posts.values_list("pk", "resolution", "role", "constituent"):
            there.setdefault((text, role, merges[body]), pk)
    return there


def _compare(row, holders):
    if not row.email:
        row.complain("", "exists")
        return
    for one in holders:
        is_same = one.person_id == row.person
        if one.is_asked:
            what = "asked_already" if is_same else "another_asked"
        elif _lasts(one, _first_day(row)):
            what = "holds_it" if is_same else "held"
        else:
            continue
        row.complain("email", what, **({} if is_same else {"person": str(one.person)}))
        return
    row.note("", "post_exists")


def _lasts(holder, day):
    """As HolderQuerySet.lasting, of a Holder that was fetched `with_term`."""
    return all(end is None or end >= day for end in (holder.until, holder.term_ends))
