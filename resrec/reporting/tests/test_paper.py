"""The form on paper: written, filled in, read back exactly; and forms that went wrong."""

import json
import re
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import override
from docx import Document

from resrec.reporting.forms.report_form import ReportForm
from resrec.reporting.models import ActivityReport
from resrec.reporting.paper.questions import sent
from resrec.reporting.paper.reading import read
from resrec.reporting.paper.taking_in import draft_for, filled_form
from resrec.reporting.paper.writing import written
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken
from resrec.web.file_kinds import WORD

WORDS = "Deux étangs.\n\nحُفرت بركتان\nTwo & three <ponds> – “dug”"


@pytest.fixture
def draft(report_of):
    report = report_of(
        results=WORDS,
        challenges="Money",
        activities=[
            {"kind_id": "field", "description": "Walks\nand talks", "status_id": "planned"}
        ],
        members_answer="not_known",
        private_fields=["challenges"],
    )
    report.countries.set(["FR", "SN"])
    report.future_activities.create(title="More ponds", planned="yes")
    report.evidence.create(url="https://example.org/a", title="A page")
    report.needs.create(
        kind_id="money", description="A boat", amount=Decimal("9000.5"), currency="KES"
    )
    return report


def form_of(report):
    return ReportForm(ActivityReport.objects.for_display().get(pk=report.pk))


def changed(content, change):
    """Give the .docx after `change(document)`, as somebody's word processor would."""
    document = Document(BytesIO(content))
    change(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def rows_of(document):
    return [row for table in document.tables for row in table.rows]


def answer(document, code, words):
    """Write an answer beside a code, as a person does."""
    (row,) = [row for row in rows_of(document) if row.cells[0].text.endswith(f"[{code}]")]
    row.cells[1].text = words


def come_back(content, report, by):
    filled = read(BytesIO(content))
    return filled_form(draft_for(filled, by=by), filled)


def without_marks(data):
    """Leave out what a page makes anew each time: its revision, and keys of rows of names."""
    passing = re.compile(r"revision|page|base|(countries|member|commission|committee)-\d+-key")
    return {name: values for name, values in data.lists() if not passing.fullmatch(name)}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_it_comes_back_exactly(cast, draft, language):
    before = sent(form_of(draft))
    with override(language):
        content = written(form_of(draft))
    form, unread = come_back(content, draft, cast.reporter)
    assert not unread
    assert form.save(by=cast.reporter), form.not_stored
    after = sent(form_of(draft))
    assert without_marks(after) == without_marks(before)
    assert after["results"] == WORDS


def test_what_is_filled_in_arrives(cast, draft):
    def fill(document):
        answer(document, "measures", "We asked for help.\nIt came.")
        answer(document, "members_answer", "☒ Yes\n☐ No\n☐ Not known")
        answer(document, "period_from", "2025-01-31")
        spare = next(
            row.cells[0].text.split("[activities:")[1][:8]
            for row in rows_of(document)
            if "[activities:" in row.cells[0].text and not row.cells[1].text.strip()
        )
        answer(document, f"activities:{spare}:description", "A second walk")
        answer(document, f"activities:{spare}:status", "Completed")

    content = changed(written(form_of(draft)), fill)
    form, unread = come_back(content, draft, cast.reporter)
    assert not unread
    form.save(by=cast.reporter)
    draft.refresh_from_db()
    assert draft.measures == "We asked for help.\nIt came."
    assert (draft.members_answer, str(draft.period_from)) == ("yes", "2025-01-31")
    activities = list(draft.activities.values_list("description", "status"))
    assert activities == [("Walks\nand talks", "planned"), ("A second walk", "completed")]
    form, _unread = come_back(content, draft, cast.reporter)
    form.save(by=cast.reporter)
    assert draft.activities.count() == 2, "brought in twice, it is the same"


def test_a_name_that_is_changed_replaces_the_one_before(cast, draft):
    def change(document):
        (row,) = [row for row in rows_of(document) if row.cells[1].text == "Senegal"]
        row.cells[1].text = "Mali"

    form, _unread = come_back(changed(written(form_of(draft)), change), draft, cast.reporter)
    form.save(by=cast.reporter)
    assert {country.pk for country in draft.countries.all()} == {"FR", "ML"}


def test_a_question_that_was_deleted_keeps_the_draft_s_answer(cast, draft):
    def delete(document):
        (row,) = [r for r in rows_of(document) if r.cells[0].text.endswith("[challenges]")]
        row._tr.getparent().remove(row._tr)

    form, unread = come_back(changed(written(form_of(draft)), delete), draft, cast.reporter)
    form.save(by=cast.reporter)
    draft.refresh_from_db()
    assert draft.challenges == "Money"
    assert unread == ["The question “Challenges” is not in the file; the draft’s answer stays."]


def test_what_cannot_be_read_is_said(cast, draft):
    def spoil(document):
        answer(document, "members_answer", "☒ Perhaps")
        answer(document, "committees_answer", "[x] Yes\n[x] No")
        rows_of(document)[-1].cells[0].text = "My own question"
        rows_of(document)[-1].cells[1].text = "My own answer"

    _form, unread = come_back(changed(written(form_of(draft)), spoil), draft, cast.reporter)
    assert "“Were Other Members" not in unread
    assert [message for message in unread if "Perhaps" in message]
    assert [message for message in unread if "only one can be ticked" in message]
    assert [message for message in unread if "My own answer" in message]


@pytest.mark.parametrize(
    "ticked", ["☒ Oui", "[x] Oui", "x Oui", "X ☐ Oui", "☐ x Oui", "oui", "☑Oui"]
)
def test_boxes_are_ticked_in_many_ways_and_languages(cast, draft, ticked):
    with override("fr"):
        content = written(form_of(draft))
    content = changed(content, lambda d: answer(d, "members_answer", f"{ticked}\n☐ Non"))
    form, unread = come_back(content, draft, cast.reporter)
    assert not unread
    form.save(by=cast.reporter)
    draft.refresh_from_db()
    assert draft.members_answer == "yes"


def test_a_form_of_somebody_else_s_draft_begins_one_s_own_and_once(cast, draft):
    content = written(form_of(draft))
    for _twice in range(2):
        form, _unread = come_back(content, draft, cast.other_reporter)
        form.save(by=cast.reporter)
    own = ActivityReport.objects.of(cast.other_reporter).get()
    assert own.results == WORDS
    assert own.constituent == cast.other_member
    draft.refresh_from_db()
    assert draft.revision == 0


def test_a_form_of_what_was_handed_in_is_refused(cast, draft):
    content = written(form_of(draft))
    draft.submit(by=cast.reporter)
    with pytest.raises(RuleBroken, match="handed in already"):
        come_back(content, draft, cast.reporter)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda content: b"", "not a Word file"),
        (lambda content: content[:2000], "not a Word file"),
        (lambda content: changed(content, without_mark), "not a form of ours"),
    ],
)
def test_what_is_no_form_is_refused_with_a_message(cast, draft, spoil, message):
    with pytest.raises(RuleBroken, match=message):
        read(BytesIO(spoil(written(form_of(draft)))))


def without_mark(document):
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("[form:"):
            paragraph.clear()


def test_the_page_takes_a_form_in_and_shows_the_draft(client, cast, draft):
    client.force_login(cast.reporter)
    got = client.get(reverse("report_as_word", args=[draft.pk]))
    assert got["Content-Type"] == WORD
    content = changed(got.content, lambda d: answer(d, "results", "Ten ponds, all told."))
    file = SimpleUploadedFile("form.docx", content)
    page = client.post(reverse("report_from_paper"), {"file": file})
    assert "Ten ponds, all told." in page.content.decode()
    draft.refresh_from_db()
    assert draft.results == "Ten ponds, all told."
    assert draft.status == "draft"


def test_the_page_says_what_is_wrong_with_a_file(client, cast, draft):
    client.force_login(cast.reporter)
    file = SimpleUploadedFile("form.docx", b"not a form")
    page = client.post(reverse("report_from_paper"), {"file": file})
    assert "This is not a Word file, or it is damaged." in words_of(page)


def test_it_is_printed_with_its_answers(client, cast, draft):
    client.force_login(cast.reporter)
    words = words_of(client.get(reverse("report_to_print", args=[draft.pk])))
    assert "Two & three <ponds>" in words
    assert "☒ Not known" in words


def test_the_command_tells_and_takes_in(cast, draft, tmp_path):
    path = tmp_path / "form.docx"
    path.write_bytes(changed(written(form_of(draft)), lambda d: answer(d, "measures", "Asked.")))
    out = StringIO()
    call_command("read_report_form", str(path), stdout=out)
    said = json.loads(out.getvalue())
    assert said["answers"]["measures"] == "Asked."
    assert (said["language"], said["texts"]) == ("en", ["WCC-2016-Res-087"])
    draft.refresh_from_db()
    assert draft.measures == ""
    call_command("read_report_form", str(path), by=cast.reporter.email, stdout=out)
    draft.refresh_from_db()
    assert draft.measures == "Asked."


def test_the_command_ends_with_a_message(cast, tmp_path):
    path = tmp_path / "form.docx"
    path.write_bytes(b"PK")
    for file in (path, tmp_path / "none.docx"):
        with pytest.raises(CommandError):
            call_command("read_report_form", str(file))
