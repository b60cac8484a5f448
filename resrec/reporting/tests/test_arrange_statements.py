"""Statements are moved across sections, split and joined; quotations go where their words go."""

import pytest
from django.urls import reverse

from resrec.reporting.account.synthesis import state_from_own_knowledge, use_passage
from resrec.reporting.models import Statement
from resrec.reporting.tests.pages import sent_by, words_of
from resrec.rules import RuleBroken

PONDS, RANGERS = "Three ponds were dug in the north.", "Forty rangers were trained in May."


@pytest.fixture
def source(report_of):
    return report_of(results=f"{PONDS} {RANGERS}", status="accepted")


@pytest.fixture
def account(account_of):
    return account_of(says=())


@pytest.fixture
def writer(client, cast):
    client.force_login(cast.focal_point)
    return client


def quoting(account, source, words, section="results"):
    return use_passage(account, source, "results", words, section=section)


def order(account, section="results"):
    return [one.text for one in account.statements.filter(section=section)]


def move(client, statement, **where):
    return client.post(reverse("statement_move", args=[statement.pk]), where)


def test_a_step_over_the_edge_goes_into_the_next_section(writer, account, source):
    one, other = quoting(account, source, PONDS), quoting(account, source, RANGERS, "challenges")
    move(writer, one, to="down")
    assert (order(account), order(account, "challenges")) == ([], [PONDS, RANGERS])
    move(writer, other, to="down")
    assert order(account, "future") == [RANGERS]
    move(writer, other, to="down")
    assert order(account, "future") == [RANGERS]
    move(writer, other, to="up")
    assert order(account, "challenges") == [PONDS, RANGERS]


def test_dropped_before_a_statement_or_at_the_end(writer, account, source):
    one, other = quoting(account, source, PONDS), quoting(account, source, RANGERS, "future")
    move(writer, other, section="results", before=one.key)
    assert order(account) == [RANGERS, PONDS]
    move(writer, other, section="results")
    assert order(account) == [PONDS, RANGERS]


@pytest.mark.parametrize(
    "where", [{"section": "nowhere"}, {"section": "results", "before": "gone"}]
)
def test_a_place_that_is_not_there_moves_nothing(writer, account, source, where):
    one = quoting(account, source, PONDS)
    assert move(writer, one, **where).status_code == 302
    assert order(account) == [PONDS]


def test_a_split_gives_each_half_its_quotations(account, source):
    statement = quoting(account, source, PONDS)
    use_passage(account, source, "results", RANGERS, statement=statement)
    Statement.objects.filter(pk=statement.pk).update(text=f"{PONDS} {RANGERS}")
    statement.refresh_from_db()
    ((at, words),) = statement.places_to_part
    assert words == PONDS
    other = statement.split(at, read=statement.digest)
    assert order(account) == [PONDS, RANGERS]
    assert [q.exact for q in statement.quotations.all()] == [PONDS]
    assert [q.exact for q in other.quotations.all()] == [RANGERS]


def test_a_quotation_of_both_halves_stays_with_both(account, source):
    statement = quoting(account, source, f"{PONDS} {RANGERS}")
    other = statement.split(len(PONDS), read=statement.digest)
    assert statement.quotations.get().exact == other.quotations.get().exact


def test_the_writer_is_asked_where_it_is_not_clear(writer, account, source):
    statement = quoting(account, source, PONDS)
    Statement.objects.filter(pk=statement.pk).update(text="Work began. Work went on.")
    bench = reverse("progress_bench", args=[account.resolution.code, account.year])
    page = writer.get(bench, {"split": statement.key})
    address = reverse("statement_split", args=[statement.pk])
    form = sent_by(page, address)
    asked = writer.post(address, form)
    assert asked.status_code == 422
    assert "with which half" in words_of(asked)
    assert order(account) == ["Work began. Work went on."]
    half = f"half-{statement.quotations.get().pk}"
    writer.post(address, sent_by(asked, address) | {half: "2"})
    assert order(account) == ["Work began.", "Work went on."]
    assert not statement.quotations.exists()


def test_one_sentence_is_split_at_its_marks_and_one_word_nowhere(account):
    statement = state_from_own_knowledge(account, "results", "Ponds, hedges and so on", "en")
    assert [words for _at, words in statement.places_to_part] == ["Ponds,"]
    assert state_from_own_knowledge(account, "results", "Ponds", "en").places_to_part == []
    with pytest.raises(RuleBroken):
        statement.split(500, read=statement.digest)


def test_joining_keeps_each_source_once(writer, account, source):
    one, other = quoting(account, source, PONDS), quoting(account, source, RANGERS)
    use_passage(account, source, "results", PONDS, statement=other)
    writer.post(reverse("statement_join", args=[other.pk]), {"read": other.digest})
    assert order(account) == [f"{PONDS} {RANGERS}"]
    assert [q.exact for q in one.quotations.all()] == [PONDS, RANGERS]


def test_what_readers_could_not_tell_apart_is_not_joined(account, source):
    one = quoting(account, source, PONDS)
    own = state_from_own_knowledge(account, "results", "I saw them.", "en")
    for statement in (one, own):
        with pytest.raises(RuleBroken):
            statement.join(read=statement.digest)
    Statement.objects.filter(pk=own.pk).update(basis="quoted", language="fr")
    own.refresh_from_db()
    with pytest.raises(RuleBroken, match="languages"):
        own.join(read=own.digest)
