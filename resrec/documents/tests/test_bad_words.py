"""Whatever people have typed: no document with a hole, nothing that is taken for markup."""

import pytest

from resrec.documents import glyphs
from resrec.documents.building.progress_report import progress_report
from resrec.documents.building.text_record import text_record
from resrec.documents.tests.accessible_pdf import faults
from resrec.documents.tests.conftest import Pdf, read_csv, read_sheets, read_word
from resrec.library.sittings import page_of
from resrec.people.models import Constituent
from resrec.reporting.models import ProgressReport

CODE = "WCC-2016-Res-087"
RARE = "Łódź Ǻǿ Ωμέγα Київ ქართული Հայ עברית تونس 李四 𝔘 \u0e44\u0e17\u0e22 e\u0301 \ufeff\u200d"


def build():
    return text_record(page_of(CODE))


@pytest.fixture
def rare(cast, report_of):
    Constituent.objects.filter(pk=cast.member.pk).update(name=f"Trust {RARE}"[:200])
    return report_of(
        results="هذه الجملة مكتوبة من اليمين إلى اليسار.\n\nΌλα καλά.",
        challenges="=HYPERLINK(1)\n@cmd\n+1\n-2 \\ # $ * _ ` < > & ] ) } \u0007 😀",
        status="accepted",
    )


def test_a_name_with_rare_signs_leaves_no_hole(made, rare):
    content = made(build, "pdf")
    assert faults(content) == []
    words = Pdf(content).words
    for said in ("Łódź", "Ωμέγα", "Київ", "ქართული", "Հայ", "Όλα καλά."):
        assert said in words
    assert "‹U+674E›‹U+56DB›" in words.replace(" ", "")  # lines may break between them
    assert "\x07" not in words
    word = "\n".join(p.text for p in read_word(made(build, "docx")).paragraphs)
    assert "李四" in word
    assert "李四" in made(build, "csv").decode()


def test_a_reader_is_told_what_numbers_of_signs_mean(made, rare):
    assert "shown by their number" in Pdf(made(build, "pdf")).words


def test_words_from_right_to_left_run_so(made, rare):
    xml = read_word(made(build, "docx")).element.xml
    assert "<w:bidi/>" in xml
    assert "<w:rtl/>" in xml


def test_signs_of_markup_and_formulas_are_words(made, rare):
    words = Pdf(made(build, "pdf")).words
    for said in ("=HYPERLINK(1)", "@cmd", "\\ # $ * _ ` < > & ] ) }"):
        assert said in words
    rows = next(iter(read_sheets(made(build, "xlsx")).values()))
    said = [row[6] for row in rows if row[6] and "HYPERLINK" in row[6]]
    assert said
    assert all(one.startswith("'=") for one in said)
    assert any(row[6].startswith("'=HYPERLINK") for row in read_csv(made(build, "csv")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Ž", "Ž"),
        ("李", "‹U+674E›"),
        ("a\u0301b", "a\u0301b"),
        ("\u0627\u0644", "\u0627\u0644"),
        ("\n\t", "\n\t"),
    ],
)
def test_only_what_no_font_draws_is_told_by_its_number(text, shown):
    assert glyphs.shown(text) == shown


def test_any_sign_at_all_can_be_set(made, report_of):
    """Each plane that people type in, sign by sign: whatever the fonts lack, a PDF comes out."""
    signs = [*range(0xA0, 0x3000, 7), *range(0xA640, 0xD7FF, 61), *range(0xF900, 0x1FFFF, 97)]
    report_of(results=" ".join(map(chr, signs)), status="accepted")
    content = made(build, "pdf")
    assert faults(content) == []
    assert len(Pdf(content).reader.pages) > 2


def test_a_statement_of_60_000_words_runs_over_its_pages(made, account_of):
    long = " ".join(f"fen{number}" for number in range(60_000))
    account = account_of(says=[long], status="published")
    kept = ProgressReport.objects.for_display().get(pk=account.pk)
    content = made(lambda: progress_report(kept), "pdf")
    for number in (0, 29_999, 59_999):
        assert f"fen{number}" in Pdf(content).words
    assert "fen59999" in made(lambda: progress_report(kept), "csv").decode()
    sheets = read_sheets(made(lambda: progress_report(kept), "xlsx"))
    assert "fen59999" in "".join(str(row[6]) for row in next(iter(sheets.values())))


def test_an_account_that_says_nothing_says_so(made, account_of):
    account = account_of(says=())
    ProgressReport.objects.filter(pk=account.pk).update(status="published")
    kept = ProgressReport.objects.for_display().get(pk=account.pk)
    content = made(lambda: progress_report(kept), "pdf")
    assert faults(content) == []
    assert Pdf(content).words.count("Not stated.") == 3
    for suffix in ("docx", "xlsx", "csv"):
        assert made(lambda: progress_report(kept), suffix)
