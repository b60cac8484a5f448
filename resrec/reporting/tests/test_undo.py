"""The last steps of a person on a draft are taken back, unless somebody has built on them."""

import pytest
from django.urls import reverse

from resrec.reporting.account.synthesis import use_passage
from resrec.reporting.account.undoing import MOST, picture_of, remembered, undo
from resrec.reporting.models import BenchStep, Statement
from resrec.rules import RuleBroken

What = BenchStep.What


@pytest.fixture
def account(account_of, report_of):
    source = report_of(results="Three ponds were dug. Rangers came.", status="accepted")
    quotes = [(source, "results", "Three ponds were dug."), (source, "results", "Rangers came.")]
    return account_of(says=("I saw it.",), quotes=quotes)


def first(account):
    return account.statements.first()


def remove(account):
    statement = first(account)
    statement.remove(read=statement.digest)


def split(account):
    statement = account.statements.get(text="Three ponds were dug.")
    statement.split(5, read=statement.digest, halves={statement.quotations.get().pk: "12"})


def join(account):
    statement = account.statements.last()
    statement.join(read=statement.digest)


def quote_more(account):
    source = account.statements.last().quotations.get().source
    use_passage(account, source, "results", "Three", statement=account.statements.last())


STEPS = {
    "remove": remove,
    "split": split,
    "join": join,
    "move": lambda account: first(account).move(1),
    "move far": lambda account: first(account).move_to("future"),
    "reword": lambda account: first(account).reword(read=first(account).digest, text="Otherwise."),
    "quote": quote_more,
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_is_taken_back_whole(account, cast, step):
    before = picture_of(account)
    with remembered(account, What.MOVE, by=cast.focal_point):
        step(account)
    assert picture_of(account) != before
    undo(account, by=cast.focal_point)
    assert picture_of(account) == before


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_it_is_taken_back_though_others_have_added(account, cast, step):
    before = picture_of(account)["statements"]
    with remembered(account, What.MOVE, by=cast.focal_point):
        step(account)
    account.statements.create(
        section="challenges", text="Rain.", language="en", basis="own_knowledge"
    )
    undo(account, by=cast.focal_point)
    now = picture_of(account)["statements"]
    assert {key: now[key] for key in before} == before
    assert len(now) == len(before) + 1


def test_who_has_changed_it_since_is_said(client, account, cast):
    statement = first(account)
    for who, text in [(cast.focal_point, "Mine."), (cast.officer, "Theirs.")]:
        client.force_login(who)
        statement.refresh_from_db()
        client.post(
            reverse("statement_edit", args=[statement.pk]),
            {"text": text, "section": "results", "language": "en", "read": statement.digest},
        )
    client.force_login(cast.focal_point)
    answer = client.post(reverse("progress_undo", args=[account.pk]), follow=True)
    assert "Officer has changed the same since (a statement changed)" in answer.text
    assert Statement.objects.get(pk=statement.pk).text == "Theirs."
    undo(account, by=cast.officer)
    undo(account, by=cast.focal_point)
    assert Statement.objects.get(pk=statement.pk).text == "I saw it."


def test_nothing_of_ones_own(account, cast):
    with remembered(account, What.MOVE, by=cast.officer):
        first(account).move(1)
    with pytest.raises(RuleBroken, match="nothing of yours"):
        undo(account, by=cast.focal_point)


def test_only_so_many_steps_are_kept_and_none_after_publication(account, cast):
    for _time in range(MOST + 3):
        with remembered(account, What.MOVE, by=cast.focal_point):
            first(account).move(1)
    assert account.steps.count() == MOST
    account.propose(by=cast.focal_point)
    with pytest.raises(RuleBroken):
        undo(account, by=cast.focal_point)
    account.publish(by=cast.officer)
    assert not account.steps.exists()


def test_what_changes_nothing_is_no_step(account, cast):
    with remembered(account, What.MOVE, by=cast.focal_point):
        first(account).move(-1)
    assert not account.steps.exists()
