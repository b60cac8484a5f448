"""The sources on the bench: by report, paragraph and theme, folded, in parts."""

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from resrec.library.models import Keyword, Paragraph
from resrec.reporting.account.bench import Bench
from resrec.reporting.account.grouping import REPORTS_A_PART, SourcesShown

DUG = "Eleven ponds were dug along the Ronda river for newts in spring."


def shown(account, by="report", **how):
    return SourcesShown(Bench(account), by=by, **how)


def headings(account, by):
    return [
        (group.heading, [entry.one.passage.text for entry in group.entries])
        for group in shown(account, by).groups
    ]


@pytest.fixture
def paragraphs(cast):
    found = []
    for number, words in [(1, "Asks for ponds and newts"), (2, "Asks for rangers")]:
        one = Paragraph.objects.create(
            resolution=cast.resolution,
            path=f"op-{number}",
            kind=Paragraph.Kind.OPERATIVE,
            number=str(number),
            position=100 + number,
        )
        one.texts.create(language="en", text=words)
        found.append(one)
    return found


def pointing(report, *paragraphs):
    report.reported_texts.get().paragraphs.set(paragraphs)
    report.submit(by=report.entered_by)
    return report


def test_by_paragraph_it_points_at(account_of, report_of, cast, paragraphs):
    both = report_of(results="Rangers came.", challenges="Newts drowned.")
    pointing(both, *paragraphs).accept(by=cast.focal_point)
    report_of(by=cast.other_reporter, results="Something else.", status="accepted")
    assert [texts for _heading, texts in headings(account_of(), "paragraph")] == [
        ["Newts drowned."],
        ["Rangers came."],
        ["Something else."],
    ]


def test_by_theme(account_of, report_of):
    Keyword.objects.create(
        code="wet", label_en="Wet land", label_fr="Zone humide", label_es="Humedal", position=1
    )
    report_of(
        results="Un plan pour la zone humide.",
        challenges="Rain.",
        activities=[{"kind_id": "field", "description": "Digging."}],
        status="accepted",
    )
    found = headings(account_of(), "theme")
    assert [texts for _heading, texts in found] == [
        ["Digging."],
        ["Un plan pour la zone humide."],
        ["Rain."],
    ]
    assert found[1][0] == "Wet land"


def test_near_duplicates_fold_across_constituents(client, account_of, report_of, cast):
    report_of(results=DUG, status="accepted")
    also = "En primavera se excavaron once estanques para tritones junto al río Ronda."
    other = report_of(by=cast.other_reporter, results=also, language="es", status="accepted")
    account = account_of()
    (group,) = shown(account, "paragraph").groups
    (entry,) = group.entries
    assert len(entry.under) == 1
    client.force_login(cast.focal_point)
    page = client.get(
        reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year]),
        {"by": "paragraph", "at": f"{other.pk}-passage-results"},
    )
    tree = HTMLParser(page.text)
    assert all(len(tree.css(f'[id="{one.pk}-passage-results"]')) == 1 for one in (other,))
    assert "1 passage says nearly the same" in page.text


def test_in_parts_and_the_part_that_holds_a_place(account_of, report_of, cast):
    reports = [
        report_of(results=f"Pond {number}.", status="accepted")
        for number in range(REPORTS_A_PART + 1)
    ]
    account = account_of()
    first, last = shown(account), shown(account, at=f"{reports[-1].pk}-passage-results")
    assert (first.part, first.count, len(first.reports)) == (1, 2, REPORTS_A_PART)
    assert [one.report for one in last.reports] == [reports[-1]]


@pytest.mark.parametrize("part", ["0", "-1", "99", "x", "٣", "9" * 40])
def test_a_part_that_is_none(account_of, report_of, part):
    report_of(results="Pond.", status="accepted")
    assert shown(account_of(), "nothing", part=part).part == 1


def test_a_form_leads_back_to_the_sources_as_they_were_shown(client, account_of, cast):
    statement = account_of().statements.get()
    client.force_login(cast.focal_point)
    answer = client.post(
        reverse("statement_move", args=[statement.pk]),
        {"to": "down"},
        headers={"referer": "http://testserver/en/x/?by=theme&part=2&passage=1"},
    )
    assert answer.url.endswith(f"/edit/?by=theme&part=2#statement-{statement.key}")
