"""Reports, statements and posts point at paragraphs where they like to; it is kept and frozen."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from resrec.library.models import Paragraph, ParagraphText
from resrec.reporting.account.synthesis import use_passage
from resrec.reporting.draft.next_version import account_after
from resrec.reporting.models import FocalPoint
from resrec.reporting.pointed_at import pointed_at
from resrec.reporting.tests.pages import sent_by


@pytest.fixture
def paragraphs(cast):
    """Two operative paragraphs and a sub-paragraph, behind one of the preamble."""
    made = {}
    for position, path in enumerate(["pre-1", "op-1", "op-2", "op-2-b"], start=1):
        kind = "preambular" if path == "pre-1" else "operative"
        made[path] = Paragraph.objects.create(
            resolution=cast.resolution, path=path, kind=kind, position=position
        )
        ParagraphText.objects.create(paragraph=made[path], language="fr", text=f"Texte {path}")
    return made


@pytest.fixture
def write(client, cast, report_of):
    """Open the page of a draft, change some fields, send it: gives the draft."""

    def send(draft, *, to="report_edit", **changes):
        client.force_login(cast.reporter)
        page = reverse("report_edit", args=[draft.pk])
        to = reverse(to, args=[draft.pk])
        return client.post(to, sent_by(client.get(page), page) | changes)

    return send


NAME = "paragraphs-WCC-2016-Res-087"


def labels(owner):
    return [one.label for one in owner.paragraphs.all()]


def test_the_form_asks_for_operative_paragraphs_and_keeps_the_answer(
    client, paragraphs, write, report_of
):
    draft = report_of()
    write(draft, **{NAME: [str(paragraphs["op-1"].pk), str(paragraphs["op-2-b"].pk)]})
    assert labels(draft.reported_texts.get()) == ["1", "2 (b)"]
    page = client.get(reverse("report_edit", args=[draft.pk])).text
    assert '<span lang="fr">Texte op-2</span>' in page
    assert "Texte pre-1" not in page
    # Sent as it is: nothing is lost. Sent by autosave without ticks: nothing is left.
    write(draft)
    assert labels(draft.reported_texts.get()) == ["1", "2 (b)"]
    write(draft, to="report_autosave", **{NAME: []})
    assert labels(draft.reported_texts.get()) == []


def test_a_text_without_paragraphs_is_not_asked_about(client, cast, report_of):
    client.force_login(cast.reporter)
    page = client.get(reverse("report_edit", args=[report_of().pk])).text
    assert "Which paragraphs?" not in page


def test_a_paragraph_of_another_text_is_refused_and_said(client, paragraphs, write, report_of):
    draft = report_of()
    answer = write(draft, **{NAME: ["999999", "x"]})
    assert answer.status_code == 200
    assert "The paragraphs have changed: choose again." in answer.text
    assert labels(draft.reported_texts.get()) == []


def test_the_reports_page_leads_to_its_paragraphs(client, cast, paragraphs, report_of):
    report = report_of(results="Dug.")
    report.reported_texts.get().paragraphs.set([paragraphs["op-2-b"]])
    report.submit(by=cast.reporter)
    report.accept(by=cast.officer)
    page = client.get(reverse("activity_report", args=[report.pk])).text
    assert '<a href="/en/resolutions/WCC-2016-Res-087/#op-2-b">2 (b)</a>' in page
    Paragraph.objects.filter(path="op-2-b").update(gone_on="2026-01-01")
    page = client.get(reverse("activity_report", args=[report.pk])).text
    assert "2 (b) (no longer in the text)" in page


def test_submitted_paragraphs_are_frozen_and_the_next_version_has_them(cast, paragraphs, report_of):
    report = report_of(results="Dug.")
    reported = report.reported_texts.get()
    reported.paragraphs.set([paragraphs["op-1"]])
    report.submit(by=cast.reporter)
    for change in (
        lambda: reported.paragraphs.add(paragraphs["op-2"]),
        lambda: reported.paragraphs.clear(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    draft = report.send_back(by=cast.officer, reason="More, please.")
    assert labels(draft.reported_texts.get()) == ["1"]


def test_a_statement_takes_over_what_its_source_is_on(
    client, cast, paragraphs, report_of, account_of
):
    source = report_of(results="Ponds were dug.")
    source.reported_texts.get().paragraphs.set([paragraphs["op-2"]])
    source.submit(by=cast.reporter)
    source.accept(by=cast.officer)
    account = account_of(says=())
    statement = use_passage(account, source, "results", "Ponds were dug.", section="results")
    client.force_login(cast.focal_point)
    bench = client.get(reverse("progress_bench", args=[cast.resolution.code, account.year])).text
    assert "Put it on paragraph 2<" in bench
    to = reverse("statement_paragraphs", args=[statement.pk])
    client.post(to, {"paragraph": [paragraphs["op-2"].pk, "x", "9" * 40]})
    assert labels(statement) == ["2"]
    bench = client.get(reverse("progress_bench", args=[cast.resolution.code, account.year])).text
    assert "Put it on" not in bench


def test_one_press_puts_each_statement_where_its_sources_are(
    client, cast, paragraphs, report_of, account_of
):
    source = report_of(results="Ponds were dug. Newts came.")
    source.reported_texts.get().paragraphs.set([paragraphs["op-2"]])
    source.submit(by=cast.reporter)
    source.accept(by=cast.officer)
    account = account_of(quotes=[(source, "results", "Ponds"), (source, "results", "Newts")])
    unquoting, first, second = account.statements.all()
    first.point_at([paragraphs["op-1"].pk])
    client.force_login(cast.focal_point)
    client.post(reverse("progress_paragraphs", args=[account.pk]))
    assert [labels(one) for one in (unquoting, first, second)] == [[], ["1", "2"], ["2"]]
    client.post(reverse("progress_undo", args=[account.pk]))
    first.refresh_from_db()
    assert [labels(one) for one in (first, second)] == [["1"], []]


def test_published_statements_keep_their_paragraphs(client, cast, paragraphs, account_of):
    account = account_of()
    statement = account.statements.get()
    statement.point_at([paragraphs["op-1"].pk])
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    page = client.get(account.get_absolute_url()).text
    assert 'On paragraph <a href="/en/resolutions/WCC-2016-Res-087/#op-1">1</a>' in page
    with pytest.raises(IntegrityError), transaction.atomic():
        statement.paragraphs.clear()
    assert labels(account_after(account).statements.get()) == ["1"]


def test_counts_what_is_public_in_one_query(
    cast, paragraphs, report_of, account_of, django_assert_num_queries
):
    for status in ("accepted", "submitted"):
        report = report_of(results="Dug.")
        report.reported_texts.get().paragraphs.set([paragraphs["op-1"]])
        report.submit(by=cast.reporter)
        if status == "accepted":
            report.accept(by=cast.officer)
            accepted = report
    account = account_of()
    account.statements.get().point_at([paragraphs["op-1"].pk, paragraphs["op-2"].pk])
    key = account.statements.get().key
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    with django_assert_num_queries(1):
        found = pointed_at(cast.resolution)
    assert found[paragraphs["op-1"].pk].reports == [f"/en/reports/{accepted.pk}/"]
    assert found[paragraphs["op-2"].pk].statements == [
        f"/en/progress-reports/{account.pk}/#statement-{key}"
    ]
    assert not found[paragraphs["op-2"].pk].reports


def test_a_post_is_for_paragraphs_of_its_own_text(client, cast, paragraphs):
    post = FocalPoint.objects.get(resolution=cast.resolution)
    client.force_login(cast.officer)
    page = client.get(reverse("admin:reporting_focalpoint_change", args=[post.pk])).text
    assert "Texte op-2-b" in page
    post.paragraphs.set([paragraphs["op-2-b"]])
    listed = client.get(reverse("focal_points", args=[cast.resolution.assembly.code])).text
    assert '#op-2-b">2 (b)</a>' in listed
