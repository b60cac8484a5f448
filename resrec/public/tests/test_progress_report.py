"""The Progress Report as everyone reads it."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.reporting.models import ProgressReport


@pytest.fixture
def source(report_of):
    return report_of(
        results="Three ponds were dug.",
        language="fr",
        contact_name="Nadia Private",
        status="accepted",
    )


def read(client, account):
    answer = client.get(account.get_absolute_url())
    assert answer.status_code == 200
    return answer.text


def test_a_statement_shows_the_words_it_rests_on(client, cast, account_of, source):
    account = account_of(quotes=[(source, "results", "Three ponds")], says=(), status="published")
    page = read(client, account)
    statement = account.statements.get()
    assert f'id="statement-{statement.key}"' in page
    assert 'href="#source-1"' in page
    assert '<q class="words" lang="fr" dir="auto">Three ponds</q>' in page
    assert f"{reverse('activity_report', args=[source.pk])}#passage-results" in page
    assert "Fen and Heath Trust" in page


def test_a_corrected_source_is_amber_and_leads_to_both_versions(client, cast, account_of, source):
    account = account_of(quotes=[(source, "results", "Three ponds")], status="published")
    assert "amber" not in read(client, account)
    correction = source.correct(by=cast.reporter)
    correction.submit(by=cast.reporter)
    correction.accept(by=cast.focal_point)
    page = read(client, account)
    assert 'class="source amber"' in page
    for version in (source, correction):
        assert f"{reverse('activity_report', args=[version.pk])}#passage-results" in page


def test_what_nobody_said_is_not_stated(client, account_of):
    page = read(client, account_of(status="published"))
    facts = page[page.index('<dl class="facts">') : page.index("</dl>")]
    assert facts.count("not stated") == 7  # four questions, other bodies, kinds, planned
    assert "<dd>No</dd>" not in facts


def test_no_and_not_known_are_answers(client, account_of):
    account = account_of(
        status="published",
        members_answer="no",
        commissions_answer="not_known",
        secretariat_answer="no",
    )
    page = read(client, account)
    assert "None were involved" in page
    assert "Not known" in page


def test_own_knowledge_and_imported_statements_say_so(client, account_of):
    account = account_of()
    account.statements.create(section="future", text="Then.", language="en", basis="imported")
    page = read_preview(client, account)
    assert "own knowledge" in page
    assert "imported, sources not known" in page


def read_preview(client, account):
    ProgressReport.objects.filter(pk=account.pk).update(status="published")
    account.refresh_from_db()
    return read(client, account)


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ({1: "underway", 2: "underway"}, "unchanged"),
        ({1: "initiated"}, "when it was “Initiated”"),
        ({1: None, 2: "underway"}, None),
        ({}, None),
    ],
)
def test_since_when_the_status_stands(client, cast, account_of, years, words):
    this_year = cast.cycle.year
    for back, status in sorted(years.items(), reverse=True):
        account_of(
            year=this_year - back,
            status="published",
            implementation_status_id=status,
            status_reason="So it is.",
        )
    account = account_of(
        status="published", implementation_status_id="underway", status_reason="Water stands."
    )
    page = read(client, account)
    if words == "unchanged":
        assert f"Since {this_year - 2}, unchanged in {this_year}." in page
    elif words:
        assert words in page
    else:
        assert "unchanged" not in page
        assert "Moved since" not in page
    assert "Water stands." in page


def test_no_person_is_named(client, cast, account_of, source):
    account = account_of(
        quotes=[(source, "results", "Three ponds")], status="published", writer=cast.focal_point
    )
    page = read(client, account)
    for person in (cast.focal_point, cast.officer, cast.reporter):
        assert person.name not in page
    assert "Nadia Private" not in page


def test_a_year_without_one_names_the_years_that_have_one(client, cast, account_of):
    account_of(status="published")
    answer = client.get(reverse("progress_report", args=[cast.resolution.code, 1999]))
    assert answer.status_code == 404
    assert reverse("progress_report", args=[cast.resolution.code, cast.cycle.year]) in answer.text


@pytest.mark.parametrize("status", ["draft", "proposed"])
def test_what_is_in_work_is_for_insiders(client, cast, account_of, status):
    account = account_of(status=status)
    address = reverse("progress_report_version", args=[account.pk])
    by_year = reverse("progress_report", args=[cast.resolution.code, cast.cycle.year])
    assert client.get(address).status_code == 404
    assert client.get(by_year).status_code == 404
    client.force_login(cast.focal_point)
    page = client.get(address)
    assert page.status_code == 200
    assert "This is not published" in page.text


def test_an_imported_one_has_no_date_and_perhaps_no_year(client, cast):
    account = ProgressReport.objects.create(resolution=cast.resolution, origin="import")
    account.statements.create(section="results", text="Dug.", language="en", basis="imported")
    account.propose(by=None)
    account.publish(by=None)
    page = read(client, account)
    assert "Date of publication not known" in page
    assert "year not known" in page


def test_public_pages_hold_no_form(client, account_of):
    page = read(client, account_of(status="published"))
    assert "csrfmiddlewaretoken" not in page


def test_it_costs_a_fixed_number_of_queries(
    client, cast, account_of, report_of, django_assert_max_num_queries
):
    def with_sources(count, year):
        sources = [
            report_of(
                results=f"{number} ponds were dug.",
                status="accepted",
                period_from=date(year - 1, 1, 1),
                period_to=date(year, 1, 1),
            )
            for number in range(count)
        ]
        quotes = [(source, "results", "ponds") for source in sources]
        return account_of(year=year, quotes=quotes, status="published")

    account = with_sources(12, cast.cycle.year)
    with django_assert_max_num_queries(25):
        read(client, account)
