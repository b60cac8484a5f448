"""What is published is superseded, never edited: the next version keeps keys and anchors."""

import pytest
from django.urls import reverse

from resrec.reporting.account.reading import parts_of
from resrec.reporting.models import ProgressReport
from resrec.rules import RuleBroken


@pytest.fixture
def source(report_of):
    return report_of(results="Three ponds were dug.", status="accepted")


@pytest.fixture
def published(account_of, source, cast):
    account = account_of(
        quotes=[(source, "results", "Three ponds")],
        writer=cast.focal_point,
        implementation_status_id="initiated",
        notice="",
    )
    account.activity_kinds.set(["field"])
    account.partners.create(kind="member", constituent=cast.member)
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    return account


def anchors(account):
    return [
        (s.key, s.text, [(q.exact, q.prefix, q.suffix, q.source_id) for q in s.quotations.all()])
        for s in account.statements.all()
    ]


def test_it_opens_with_the_same_words_keys_and_anchors(client, cast, published):
    client.force_login(cast.focal_point)
    client.post(reverse("progress_next_version", args=[published.pk]))
    draft = ProgressReport.objects.in_work().get()
    assert (draft.version, draft.replaces, draft.status) == (2, published, "draft")
    assert anchors(draft) == anchors(published)
    assert [kind.pk for kind in draft.activity_kinds.all()] == ["field"]
    assert [partner.constituent for partner in draft.partners.all()] == [cast.member]
    assert (draft.published_at, draft.published_by, draft.notice) == (None, None, "")
    assert published.statements.count() == 2  # the one that stands has lost nothing


def test_asking_twice_gives_the_one_draft(cast, published):
    draft = published.open_next_version(by=cast.focal_point)
    assert published.open_next_version(by=cast.officer) == draft


def test_only_what_stands_is_replaced(cast, account_of):
    with pytest.raises(RuleBroken):
        account_of().open_next_version(by=cast.focal_point)


def test_it_supersedes_with_a_notice(client, cast, published):
    draft = published.open_next_version(by=cast.focal_point)
    with pytest.raises(RuleBroken, match="Say what this version changes"):
        draft.propose(by=cast.focal_point)
    ProgressReport.objects.filter(pk=draft.pk).update(notice="The number of ponds is corrected.")
    draft.refresh_from_db()
    draft.propose(by=cast.focal_point)
    draft.publish(by=cast.officer)
    published.refresh_from_db()
    assert published.status == "superseded"
    old = client.get(reverse("progress_report_version", args=[published.pk]))
    new = client.get(draft.get_absolute_url())
    assert "has been superseded" in old.text
    for page in (old, new):
        assert "The number of ponds is corrected." in page.text
    assert reverse("progress_report_version", args=[published.pk]) in new.text


def corrected(cast, source, results):
    correction = source.correct(by=cast.reporter)
    type(source).objects.filter(pk=correction.pk).update(results=results)
    correction.refresh_from_db()
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    return correction


def sources(account):
    return [
        (q.source, bool(q.is_corrected), q.exact, q.prefix)
        for part in parts_of(account)
        for statement in part.statements
        for q in statement.quotations.all()
    ]


def test_it_opens_on_the_corrected_report_where_the_words_still_stand(cast, published, source):
    newer = corrected(cast, source, "In all: Three ponds were dug and one filled.")
    assert sources(published) == [(source, True, "Three ponds", "")], "what stands keeps its own"
    draft = published.open_next_version(by=cast.focal_point)
    assert sources(draft) == [(newer, False, "Three ponds", "In all: ")]


def test_it_opens_amber_where_the_words_are_gone(cast, published, source):
    corrected(cast, source, "Two ponds were dug.")
    draft = published.open_next_version(by=cast.focal_point)
    assert sources(draft) == [(source, True, "Three ponds", "")]


def test_a_statement_follows_words_that_were_only_polished(cast, account_of, report_of):
    was, now = "Three ponds were dug in teh north.", "Three ponds were dug in the north."
    source = report_of(results=was, status="accepted")
    account = account_of(says=(), quotes=[(source, "results", was)], status="published")
    newer = corrected(cast, source, now)
    draft = account.open_next_version(by=cast.focal_point)
    assert sources(draft) == [(newer, False, now, "")]
    assert [one.text for one in draft.statements.all()] == [now]
    assert [one.text for one in account.statements.all()] == [was], "what is published stays"
