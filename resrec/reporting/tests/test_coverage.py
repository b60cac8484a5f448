"""Which paragraphs have been reported on, by whom, in which year; and on which nobody has."""

from datetime import date

import pytest

from resrec.library.models import Paragraph
from resrec.reporting.coverage import coverage_of, coverages


@pytest.fixture
def paragraphs(cast):
    """Two operative paragraphs and a preambular one, which nobody implements."""
    made = [("pre-1", "preambular"), ("op-1", "operative"), ("op-2", "operative")]
    rows = [
        Paragraph.objects.create(resolution=cast.resolution, path=path, kind=kind, position=at)
        for at, (path, kind) in enumerate(made)
    ]
    return rows[1:]


def period(year):
    return {"period_from": date(year, 1, 1), "period_to": date(year, 12, 31)}


@pytest.fixture
def reported(cast, report_of):
    def make(*paragraphs, year=2025, status="accepted", **words):
        report = report_of(**period(year), **words)
        report.reported_texts.get().paragraphs.set(paragraphs)
        report.submit(by=cast.reporter)
        if status == "accepted":
            report.accept(by=cast.focal_point)
        return report

    return make


def states(cast, year):
    return [line.state(year) for line in coverage_of(cast.resolution).lines]


def test_a_paragraph_is_reported_on_in_the_year_of_the_report(cast, paragraphs, reported):
    report = reported(paragraphs[0], results="Ponds were dug.")
    coverage = coverage_of(cast.resolution)
    cell = coverage.lines[0].cell(2025)
    assert (cell.reports, cell.bodies) == ([(report.pk, report.reporter)], [report.reporter])
    assert states(cast, 2025) == ["reported", "silent"]
    assert states(cast, 2026) == ["earlier", "silent"]
    assert coverage.never == [paragraphs[1]]


def test_a_report_on_the_whole_says_nothing_about_any_paragraph(cast, paragraphs, reported):
    report = reported(results="Ponds were dug.")
    coverage = coverage_of(cast.resolution)
    assert states(cast, 2025) == ["silent", "silent"]
    assert coverage.whole.cell(2025).reports == [(report.pk, report.reporter)]


def test_what_is_not_accepted_or_of_one_press_is_not_counted(cast, paragraphs, reported):
    reported(paragraphs[0], results="Ponds were dug.", status="submitted")
    reported(paragraphs[1], results="Ponds were dug.", kind="done")
    assert states(cast, 2025) == ["silent", "silent"]


def test_a_published_statement_rests_on_the_paragraph(cast, paragraphs, account_of):
    account = account_of(year=2025, says=["Ponds hold water."])
    statement = account.statements.get()
    statement.point_at([paragraphs[1].pk])
    assert states(cast, 2025) == ["silent", "silent"], "in work it is nobody else's"
    seen_by_writer = coverage_of(cast.resolution, account=account)
    assert [line.state(2025) for line in seen_by_writer.lines] == ["silent", "used"]
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    assert states(cast, 2025) == ["silent", "used"]
    assert coverage_of(cast.resolution).lines[1].cell(2025).statements == [
        (account.pk, statement.key)
    ]


def test_all_texts_take_as_many_queries_as_one(
    cast, paragraphs, reported, django_assert_num_queries
):
    reported(paragraphs[0], results="Ponds were dug.")
    others = type(cast.resolution).objects.exclude(pk=cast.resolution.pk)[:5]
    texts = [cast.resolution.pk, *others.values_list("pk", flat=True)]
    with django_assert_num_queries(7):
        found = coverages(texts)
    assert [found[pk].numbers(2025)["reported"] for pk in texts] == [1, *[0] * (len(texts) - 1)]
