"""A draft is suggested of what may be quoted, and stands in the way until a person has kept it."""

import pytest

from resrec.journal.models import Entry
from resrec.reporting.account.suggestions import keep_all, suggest, turn_down_all
from resrec.reporting.account.synthesis import use_passage
from resrec.reporting.account.warnings import warnings_for
from resrec.reporting.models import Statement
from resrec.rules import RuleBroken

RESULTS = "We thank our partners. In 2024 we planted 12,000 mangroves in the Saloum delta."


@pytest.fixture
def source(report_of):
    return report_of(
        results=RESULTS, challenges="A storm destroyed 3 nurseries.", status="accepted"
    )


@pytest.fixture
def account(account_of):
    return account_of(says=())


def said(account):
    return {one.text: one for one in account.statements.all()}


def test_each_suggestion_quotes_its_source(cast, account, source):
    suggest(account, by=cast.focal_point, words=18)
    found = said(account)
    assert set(found) == {
        "In 2024 we planted 12,000 mangroves in the Saloum delta.",
        "A storm destroyed 3 nurseries.",
    }
    for text, statement in found.items():
        quotation = statement.quotations.get()
        assert (quotation.exact, quotation.source, statement.is_suggested) == (text, source, True)
    assert {s.section for s in found.values()} == {"results", "challenges"}
    assert Entry.objects.filter(verb="progress_report.suggested", by=cast.focal_point).exists()


def test_what_others_tell_too_stands_under_it(cast, account, source, report_of):
    french = "En 2024, nous avons planté 12 000 palétuviers dans le delta du Saloum."
    denied = "En 2024 no se plantaron 12.000 mangles en el delta del Saloum."
    tells = report_of(results=french, language="fr", status="accepted")
    report_of(results=denied, language="es", status="accepted")
    report_of(results="Rien.", measures=french, language="fr", status="accepted")
    suggest(account, by=cast.focal_point, words=20)
    quoted = {
        (quotation.source, quotation.exact)
        for statement in account.statements.filter(section="results")
        for quotation in statement.quotations.all()
    }
    mangroves = "In 2024 we planted 12,000 mangroves in the Saloum delta."
    assert quoted == {(source, mangroves), (tells, french)}


def test_asking_again_adds_nothing(cast, account, source):
    suggest(account, by=cast.focal_point, words=100)
    before = set(said(account))
    with pytest.raises(RuleBroken):
        suggest(account, by=cast.focal_point, words=100)
    assert set(said(account)) == before


def test_what_is_stated_in_another_language_is_not_suggested(cast, account, source, report_of):
    french = report_of(
        results="En 2024, nous avons planté 12 000 palétuviers dans le delta du Saloum.",
        language="fr",
        status="accepted",
    )
    use_passage(account, french, "results", french.results, section="results")
    suggest(account, by=cast.focal_point)
    assert not any("12,000" in text for text in said(account))


def test_a_report_in_french_is_suggested_in_french(cast, account, report_of):
    report_of(results="Nous avons creusé 12 mares.", language="fr", status="accepted")
    (statement,) = suggest(account, by=cast.focal_point)
    assert (statement.language, statement.text) == ("fr", "Nous avons creusé 12 mares.")


def test_a_sentence_in_another_language_keeps_its_own(cast, account, report_of):
    text = "We dug 3 ponds near Dakar. Nous avons aussi formé 45 gardes dans le delta."
    report_of(results=text, language="en", status="accepted")
    suggest(account, by=cast.focal_point)
    assert {one.language for one in said(account).values()} == {"en", "fr"}


@pytest.mark.parametrize(
    "words",
    [
        {"status": "submitted"},
        {"status": "accepted", "private_fields": ["results"]},
        {"status": "accepted", "results": "—", "challenges": ""},
    ],
)
def test_nothing_is_suggested_of_what_may_not_be_quoted(cast, account, report_of, words):
    report_of(**{"results": RESULTS} | words)
    with pytest.raises(RuleBroken):
        suggest(account, by=cast.focal_point)
    assert not account.statements.exists()


def test_nothing_is_suggested_for_what_is_published(cast, account_of, source):
    with pytest.raises(RuleBroken):
        suggest(account_of(status="published"), by=cast.focal_point)


def test_a_suggestion_stands_in_the_way_until_it_is_kept(cast, account, source):
    suggest(account, by=cast.focal_point)
    assert ("suggested", True) in {(w.kind, w.blocks) for w in warnings_for(account)}
    assert account.obstacles()
    with pytest.raises(RuleBroken):
        account.propose(by=cast.focal_point)
    assert keep_all(account, by=cast.focal_point) == account.statements.count()
    assert account.obstacles() == []
    assert Entry.objects.filter(verb="progress_report.suggestion_kept").exists()


def test_removing_takes_suggestions_only(cast, account, source):
    first, *_rest = suggest(account, by=cast.focal_point)
    first.keep(by=cast.focal_point)
    with pytest.raises(RuleBroken):
        first.turn_down(by=cast.focal_point)
    turn_down_all(account, by=cast.focal_point)
    assert list(account.statements.all()) == [first]


def test_who_rewords_a_suggestion_has_kept_it(cast, account, source):
    first, *_rest = suggest(account, by=cast.focal_point)
    first.reword(read=first.digest, text="Mangroves were planted.")
    assert not Statement.objects.get(pk=first.pk).is_suggested


def test_courtesy_stays_in_the_report(cast, account, source):
    suggest(account, by=cast.focal_point, words=500)
    assert "We thank our partners." not in said(account)


def test_a_sentence_that_stands_twice_is_quoted_where_it_was_chosen(cast, account, report_of):
    report_of(results="We dug 3 ponds. We hired 4 guards.\nWe dug 3 ponds.", status="accepted")
    texts = [one.text for one in suggest(account, by=cast.focal_point)]
    assert sorted(texts) == ["We dug 3 ponds.", "We hired 4 guards."]
