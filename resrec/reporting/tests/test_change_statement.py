"""Statements are reworded, moved and taken out; their anchors stay."""

import pytest
from django.urls import reverse

from resrec.reporting.account.synthesis import use_passage
from resrec.reporting.models import Statement


@pytest.fixture
def statement(account_of, report_of):
    source = report_of(results="Three ponds were dug.", status="accepted")
    return use_passage(account_of(), source, "results", "Three ponds", section="results")


@pytest.fixture
def writer(client, cast):
    client.force_login(cast.focal_point)
    return client


def reword(client, statement, **form):
    statement.refresh_from_db()
    form = {
        "text": "Ponds.",
        "section": "results",
        "language": "en",
        "read": statement.digest,
    } | form
    return client.post(reverse("statement_edit", args=[statement.pk]), form)


def test_rewording_keeps_the_anchor(writer, statement):
    before = statement.quotations.values().get()
    reword(writer, statement, text="A few ponds now hold water.", section="future", language="fr")
    statement.refresh_from_db()
    assert (statement.text, statement.section) == ("A few ponds now hold water.", "future")
    assert statement.language == "fr"
    assert statement.quotations.values().get() == before


def test_words_reworded_by_another_are_not_overwritten(writer, statement):
    read = statement.digest
    Statement.objects.filter(pk=statement.pk).update(text="Theirs.")
    answer = reword(writer, statement, text="Mine.", read=read)
    assert answer.status_code == 422
    assert "Theirs." in answer.text
    assert "Mine.</textarea>" in answer.text
    assert Statement.objects.get(pk=statement.pk).text == "Theirs."


def test_a_statement_needs_words(writer, statement):
    assert reword(writer, statement, text="  ").status_code == 422


def test_moving_up_and_down(writer, statement):
    def order():
        return [s.text for s in statement.report.statements.filter(section="results")]

    def move(to):
        writer.post(reverse("statement_move", args=[statement.pk]), {"to": to})

    assert order() == ["Ponds were dug.", statement.text]
    move("up")
    assert order() == [statement.text, "Ponds were dug."]
    move("up")
    assert order() == [statement.text, "Ponds were dug."]
    move("down")
    move("nowhere")
    assert order() == ["Ponds were dug.", statement.text]


def test_taking_it_out(writer, statement):
    address = reverse("statement_delete", args=[statement.pk])
    refused = writer.post(address, {"read": "older"})
    assert refused.url.endswith(f"#statement-{statement.key}")
    assert Statement.objects.filter(pk=statement.pk).exists()
    statement.refresh_from_db()
    writer.post(address, {"read": statement.digest})
    assert not Statement.objects.filter(pk=statement.pk).exists()


def test_taking_out_a_source_then_calling_it_own_knowledge(writer, statement):
    reword(writer, statement, own_knowledge="on")
    assert Statement.objects.get(pk=statement.pk).basis == "quoted"  # it still rests on a report
    writer.post(reverse("quotation_delete", args=[statement.quotations.get().pk]))
    assert not statement.quotations.exists()
    reword(writer, statement, own_knowledge="on")
    assert Statement.objects.get(pk=statement.pk).basis == "own_knowledge"


@pytest.mark.parametrize(
    ("says_now", "is_renewed"),
    [("Early on, Three ponds were dug.", True), ("Four ponds were dug.", False)],
)
def test_a_corrected_source_takes_over_where_it_says_the_same(
    writer, cast, statement, says_now, is_renewed
):
    quotation = statement.quotations.get()
    correction = corrected(quotation.source, cast, says_now)
    answer = writer.post(reverse("quotation_renewal", args=[quotation.pk]), follow=True)
    now = statement.quotations.get()
    assert (now.source == correction) == is_renewed
    assert ("do not stand in that source" in answer.text) != is_renewed
    assert now.exact == "Three ponds"


def test_one_press_renews_what_still_says_the_same(writer, cast, account_of, report_of):
    source = report_of(results="Three ponds were dug. Two newts came.", status="accepted")
    quotes = [(source, "results", "Three ponds were dug."), (source, "results", "Two newts came.")]
    account = account_of(says=(), quotes=quotes)
    correction = corrected(source, cast, "In May, Three ponds were dug. No newts.")
    bench = reverse("progress_bench", args=[cast.resolution.code, account.year])
    page = writer.get(bench).text
    assert "Rest 1 source that still says the same" in page
    assert "not used yet" not in page
    writer.post(reverse("progress_renewal", args=[account.pk]))
    rests_on = [one.quotations.get().source for one in account.statements.all()]
    assert rests_on == [correction, source]
    assert "that still says the same" not in writer.get(bench).text


WAS = "Three ponds were dug in teh north."


@pytest.mark.parametrize(
    ("says_now", "needs_reading"),
    [("Three ponds were dug in the north.", False), ("Two ponds were dug in the north.", True)],
)
def test_a_reworded_source_takes_its_statement_along(
    writer, cast, account_of, report_of, says_now, needs_reading
):
    """Polished words are followed; words that say something else, once they have been read."""
    source = report_of(results=WAS, status="accepted")
    statement = use_passage(account_of(), source, "results", WAS, section="results")
    correction = corrected(source, cast, says_now)
    address = reverse("quotation_renewal", args=[statement.quotations.get().pk])
    refused = writer.post(address, {"read": "Five ponds"}, follow=True)
    assert ("do not stand in that source" in refused.text) == needs_reading
    if needs_reading:
        assert says_now in refused.text  # it is shown what the source says now
        writer.post(address, {"read": says_now})
    statement.refresh_from_db()
    now = statement.quotations.get()
    assert (statement.text, now.exact, now.source) == (says_now, says_now, correction)


def corrected(source, cast, results):
    correction = source.correct(by=cast.reporter)
    correction.results = results
    correction.save()
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    return correction


def test_a_source_that_stands_is_not_renewed(writer, statement):
    quotation = statement.quotations.get()
    writer.post(reverse("quotation_renewal", args=[quotation.pk]))
    assert statement.quotations.get() == quotation


def test_own_knowledge_is_added_and_marked(writer, cast, account_of):
    account = account_of(says=())
    form = {"text": "I saw the\r\nponds.", "section": "results", "language": "es"}
    writer.post(reverse("statement_own", args=[account.pk]), form)
    known = account.statements.get()
    assert (known.text, known.basis, known.language) == ("I saw the\nponds.", "own_knowledge", "es")


@pytest.mark.parametrize("name", ["statement_edit", "statement_move", "statement_delete"])
@pytest.mark.parametrize(("who", "answer"), [("stranger", 404), ("reporter", 404)])
def test_others_cannot(client, cast, statement, name, who, answer):
    client.force_login(getattr(cast, who))
    assert client.post(reverse(name, args=[statement.pk])).status_code == answer


@pytest.mark.parametrize(
    ("name", "answer"),
    [("statement_edit", 302), ("statement_move", 405), ("statement_delete", 405)],
)
def test_reading_changes_nothing(writer, statement, name, answer):
    assert writer.get(reverse(name, args=[statement.pk])).status_code == answer
    assert Statement.objects.get(pk=statement.pk).text == "Three ponds"
