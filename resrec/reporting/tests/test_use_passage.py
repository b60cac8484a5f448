"""Passages become statements that keep their sources."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.reporting.account.synthesis import use_passage
from resrec.reporting.models import Quotation, Statement
from resrec.rules import RuleBroken

WORDS = "Three ponds were dug.\nThree ponds were planted."


@pytest.fixture
def source(report_of):
    return report_of(results=WORDS, challenges="Money was short.", status="accepted")


@pytest.fixture
def account(account_of):
    return account_of(says=())


def post(client, account, **form):
    return client.post(reverse("statement_new", args=[account.pk]), form)


def test_the_whole_passage(client, cast, account, source):
    client.force_login(cast.focal_point)
    form = {"passage": f"{source.pk}/results", "whole": "1", "exact": "", "near": ""}
    answer = post(client, account, **form)
    assert answer.url.endswith(f"#{source.pk}-passage-results")
    statement = account.statements.get()
    assert (statement.text, statement.section, statement.basis) == (WORDS, "results", "quoted")
    assert statement.quotations.get().exact == WORDS


def test_a_field_that_is_not_there(client, cast, account, source):
    client.force_login(cast.focal_point)
    form = {"passage": f"{source.pk}/activity:none/description", "exact": "Three"}
    assert post(client, account, **form).status_code == 422


@pytest.mark.parametrize(
    ("field", "section"), [("results", "results"), ("challenges", "challenges")]
)
def test_a_passage_finds_its_section(client, cast, account, source, field, section):
    client.force_login(cast.focal_point)
    post(client, account, passage=f"{source.pk}/{field}", whole="1")
    assert account.statements.get().section == section


def test_choosing_the_words_without_script(client, cast, account, source):
    client.force_login(cast.focal_point)
    address = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])
    page = client.get(address, {"passage": f"{source.pk}-passage-results"})
    assert f"{WORDS}</textarea>" in page.text
    assert f"{WORDS}</textarea>" not in client.get(address).text


def test_a_report_folded_away_opens_where_words_are_chosen(client, cast, account, report_of):
    later = report_of(
        results="Next year.", status="accepted", period_to=date(cast.cycle.year + 1, 1, 1)
    )
    client.force_login(cast.focal_point)
    address = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])
    assert '<details id="other-reports">' in client.get(address).text
    page = client.get(address, {"passage": f"{later.pk}-passage-results"})
    assert '<details id="other-reports" open>' in page.text


def test_words_selected_are_found_near_where_they_stood(client, cast, account, source):
    client.force_login(cast.focal_point)
    form = {"passage": f"{source.pk}/results", "target": "future"}
    post(client, account, exact="Three ponds", near=22, **form)
    quotation = account.statements.get(section="future").quotations.get()
    assert (quotation.exact, quotation.suffix) == ("Three ponds", " were planted.")


def test_a_further_source_of_a_statement(client, cast, account, source, report_of):
    other = report_of(by=cast.other_reporter, results="Ponds everywhere.", status="accepted")
    statement = use_passage(account, source, "results", WORDS, section="results")
    client.force_login(cast.focal_point)
    form = {"passage": f"{other.pk}/results", "exact": "everywhere"}
    post(client, account, target=statement.key, **form)
    assert [q.source for q in statement.quotations.all()] == [source, other]


def test_own_knowledge_that_finds_a_source_rests_on_it(account, source):
    known = account.statements.create(
        section="results", text="Ponds.", language="en", basis="own_knowledge"
    )
    use_passage(account, source, "results", "Three ponds", statement=known)
    assert Statement.objects.get(pk=known.pk).basis == "quoted"


def test_words_that_are_not_in_the_source_are_kept_for_the_writer(client, cast, account, source):
    client.force_login(cast.focal_point)
    form = {"passage": f"{source.pk}/results", "target": "results"}
    answer = post(client, account, exact="Four ponds were dug.", **form)
    assert answer.status_code == 422
    assert "do not stand in that source" in answer.text
    assert "Four ponds were dug.</textarea>" in answer.text
    assert not account.statements.exists()


@pytest.mark.parametrize(
    "form",
    [
        {"passage": ""},
        {"passage": "x/results"},
        {"passage": "999999/results"},
        {"passage": "9" * 30 + "/results"},
        {"target": "nowhere"},
        {"near": "-4"},
        {"exact": ""},
    ],
)
def test_a_form_that_makes_no_sense_says_so(client, cast, account, source, form):
    client.force_login(cast.focal_point)
    sensible = {"passage": f"{source.pk}/results", "target": "results", "exact": "Three"}
    assert post(client, account, **sensible | form).status_code == 422
    assert not Quotation.objects.exists()


def test_private_words_cannot_be_quoted(cast, account, report_of):
    source = report_of(
        results="Dug.", challenges="A dispute.", private_fields=["challenges"], status="accepted"
    )
    with pytest.raises(RuleBroken):
        use_passage(account, source, "challenges", "A dispute.", section="challenges")


def test_private_words_are_not_on_the_bench(client, cast, account, report_of):
    report_of(
        results="Dug.", challenges="A dispute.", private_fields=["challenges"], status="accepted"
    )
    client.force_login(cast.focal_point)
    bench = client.get(reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year]))
    assert "Dug." in bench.text
    assert "A dispute." not in bench.text


@pytest.mark.parametrize("status", ["draft", "submitted"])
def test_only_accepted_reports_are_quoted(account, report_of, status):
    source = report_of(results="Dug.", status=status)
    with pytest.raises(RuleBroken, match="accepted"):
        use_passage(account, source, "results", "Dug.", section="results")


def test_reports_on_another_text_are_not_quoted(account, report_of, cast):
    other = type(cast.resolution).objects.exclude(pk=cast.resolution.pk).first()
    source = report_of(resolution=other, results="Dug.", status="accepted")
    with pytest.raises(RuleBroken):
        use_passage(account, source, "results", "Dug.", section="results")


def test_used_words_are_marked_and_name_their_statement(client, cast, account, source):
    statement = use_passage(account, source, "challenges", "Money", section="challenges")
    client.force_login(cast.focal_point)
    bench = client.get(reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year]))
    assert "<mark>Money</mark> was short." in bench.text
    assert f'<a href="#statement-{statement.key}">statement 1</a>' in bench.text


@pytest.mark.parametrize(("who", "answer"), [("reporter", 404), ("stranger", 404), (None, 302)])
def test_others_cannot(client, cast, account, source, who, answer):
    if who:
        client.force_login(getattr(cast, who))
    form = {"passage": f"{source.pk}/results", "exact": "Three", "target": "results"}
    assert post(client, account, **form).status_code == answer
    assert not account.statements.exists()


def test_a_proposed_account_takes_no_more_words_and_loses_none(client, cast, account_of, source):
    account = account_of(status="proposed")
    client.force_login(cast.focal_point)
    form = {"passage": f"{source.pk}/results", "target": "results"}
    answer = post(client, account, exact="Three ponds were dug.", **form)
    assert answer.status_code == 422
    assert "not a draft any more" in answer.text
    assert "Three ponds were dug." in answer.text
    assert account.statements.count() == 1
