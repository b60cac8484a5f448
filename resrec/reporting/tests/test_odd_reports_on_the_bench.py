"""Reports of one word and of sixty thousand, in scripts of both directions, out of Word, by the
hundred: the bench shows them all, and quotes what is chosen."""

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from resrec.reporting.account.bench_passages import LONG
from resrec.reporting.account.grouping import MOST_FOLDED
from resrec.reporting.models import Statement

MANY_WORDS = 60_000
LAST = "The very last pond was dug."
FROM_WORD = (
    "Ponds\u00a0dug:\r\n\u2022\u00a0\u00a0Ronda\t12\r\n\uf0b7\tTajo\t7\r\n"
    "Site\tPonds\tHectares\r\nRonda\t12\t3,5\r\n\u200bMore to come\u2026"
)


@pytest.fixture
def bench_of(client, cast, account_of):
    """Open the bench: `bench_of(by="theme")` gives (account, its page as a tree)."""
    account = account_of(says=())
    client.force_login(cast.focal_point)
    place = reverse("progress_bench", args=[cast.resolution.code, cast.cycle.year])

    def look(**how):
        answer = client.get(place, how)
        assert answer.status_code == 200
        return account, HTMLParser(answer.text)

    return look


def words_at(tree, report, field="passage-results"):
    (passage,) = tree.css(f'[id="{report.pk}-{field}"] .words')
    return passage


def test_of_sixty_thousand_words_the_beginning_and_all_to_who_asks(bench_of, report_of):
    long = " ".join(f"Pond {number} was dug." for number in range(MANY_WORDS // 4))
    report = report_of(results=f"{long} {LAST}", status="accepted")
    _account, tree = bench_of()
    assert 0 < len(words_at(tree, report).text()) <= LONG
    (link,) = tree.css(f'[id="{report.pk}-passage-results"] a[href*="at="]')
    assert link.text().startswith("Show all of it: ")
    _account, tree = bench_of(at=f"{report.pk}-passage-results")
    assert words_at(tree, report).text().endswith(LAST)


def test_words_at_the_end_of_a_long_passage_are_quoted(client, bench_of, report_of):
    report = report_of(results=f"{'Ponds were dug. ' * 1_000}{LAST}", status="accepted")
    account, _tree = bench_of()
    chosen = {"passage": f"{report.pk}/results", "exact": LAST, "target": "results"}
    answer = client.post(reverse("statement_new", args=[account.pk]), chosen, follow=True)
    assert answer.status_code == 200
    assert Statement.objects.get(report=account).quotations.get().exact == LAST
    assert "statement 1" in answer.text


def test_a_long_word_without_a_space_is_cut_too(bench_of, report_of):
    report = report_of(results="x" * 50_000, status="accepted")
    assert len(words_at(bench_of()[1], report).text()) == LONG


@pytest.mark.parametrize("by", ["report", "paragraph", "theme"])
def test_a_report_of_one_word(bench_of, report_of, by):
    report = report_of(results="Ponds", status="accepted")
    _account, tree = bench_of(by=by)
    assert words_at(tree, report).text() == "Ponds"


def test_words_that_run_from_the_right(client, bench_of, report_of):
    arabic = "حُفرت ثلاث برك في 2024 مع Fen Trust."
    report = report_of(results=arabic, status="accepted")
    account, tree = bench_of()
    assert words_at(tree, report).attributes["dir"] == "auto"
    assert words_at(tree, report).text() == arabic
    used = {"passage": f"{report.pk}/results", "whole": "1"}
    client.post(reverse("statement_new", args=[account.pk]), used)
    statement = Statement.objects.get(report=account)
    assert statement.text == arabic
    _account, tree = bench_of()
    for words in tree.css(f'[id="statement-{statement.key}"] .words'):
        assert words.attributes["dir"] == "auto"


def test_three_languages_in_one_report(bench_of, client, report_of):
    mixed = "Ponds were dug. Des mares ont été creusées. Se excavaron estanques."
    report = report_of(results=mixed, status="accepted")
    account, _tree = bench_of()
    middle = "Des mares ont été creusées."
    chosen = {"passage": f"{report.pk}/results", "exact": middle, "target": "results"}
    client.post(reverse("statement_new", args=[account.pk]), chosen)
    tree = bench_of()[1]
    assert tree.css_first(f'[id="{report.pk}-passage-results"] mark').text() == middle


def test_bullets_and_a_table_out_of_word(client, bench_of, report_of):
    report = report_of(results=FROM_WORD, status="accepted")
    account, tree = bench_of()
    assert words_at(tree, report).text().splitlines() == FROM_WORD.split("\r\n")
    # A browser's selection across rows has blanks for the tabs and line ends.
    row = "Ronda 12 3,5"
    chosen = {"passage": f"{report.pk}/results", "exact": row, "target": "results"}
    client.post(reverse("statement_new", args=[account.pk]), chosen)
    quotation = Statement.objects.get(report=account).quotations.get()
    assert quotation.exact == "Ronda\t12\t3,5"


def test_of_many_passages_folded_most_are_names_that_lead_to_them(bench_of, report_of):
    reports = [
        report_of(results="Eleven ponds were dug along the Ronda river.", status="accepted")
        for _number in range(MOST_FOLDED + 3)
    ]
    tree = bench_of(by="paragraph")[1]
    assert len(tree.css(".bench-fold quote-passage")) == MOST_FOLDED
    *_others, last = tree.css(".bench-fold > div > p:last-child a")
    place = f"{reports[-1].pk}-passage-results"
    assert last.attributes["href"] == f"?by=paragraph&at={place}#{place}"
    tree = bench_of(by="paragraph", at=place)[1]
    assert words_at(tree, reports[-1])
    assert "open" in tree.css_first(".bench-fold").attributes
