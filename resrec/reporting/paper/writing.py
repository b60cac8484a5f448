"""The form of a draft as a Word file: a table of two columns, the question and room to answer."""

from io import BytesIO

from django.conf import settings
from django.utils.translation import get_language, gettext as _

from resrec.reporting.paper.questions import parts_of

TICKED, OPEN = "☒", "☐"
QUESTION_WIDTH, ANSWER_WIDTH = 5.5, 11.0  # centimetres


def written(form):
    """Give the bytes of a .docx with the questions and what a ReportForm (unbound) holds."""
    # Taken in by the first form that is asked for: most processes never make one.
    from docx import Document
    from docx.shared import Pt

    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    _head(document, form.report)
    for part in parts_of(form):
        if part.heading:
            document.add_heading(part.heading, level=2)
        _table(document, part.questions)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def mark_of(report):
    """Say of which report a form is, and in which language its questions are."""
    codes = ",".join(one.resolution.code for one in report.reported_texts.all())
    return f"form:{report.series}:{get_language()}:{codes}"


def _head(document, report):
    labels = ", ".join(one.resolution.label for one in report.reported_texts.all())
    title = _("Activity Report: %(texts)s") % {"texts": labels}
    document.core_properties.title = title
    document.core_properties.author = str(report.reporter or "")
    document.core_properties.language = get_language()
    document.add_heading(title, level=1)
    for reported in report.reported_texts.all():
        if reported.resolution.title:
            document.add_paragraph(reported.resolution.title.title)
    document.add_paragraph(
        _(
            "Write in the right-hand column; tick a box by putting an x over it. Leave the small "
            "words in brackets as they are: by them each answer finds its question again. What "
            "you leave empty is shown as “not stated”."
        )
    )
    document.add_paragraph(f"{settings.ORIGIN}/{get_language()}/")
    _small(document.add_paragraph(), mark_of(report))


def _table(document, questions):
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for question in questions:
        asked, answer = table.add_row().cells
        asked.width, answer.width = Cm(QUESTION_WIDTH), Cm(ANSWER_WIDTH)
        asked.paragraphs[0].add_run(question.label).bold = True
        _small(asked.add_paragraph(), question.code)
        _answer(answer, question)


def _answer(cell, question):
    lines = question.text.split("\n")
    if question.is_ticked:
        lines = [
            f"{TICKED if value in question.chosen else OPEN} {label}"
            for value, label in question.choices
        ]
    cell.paragraphs[0].add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line)


def _small(paragraph, words):
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(f"[{words}]")
    run.font.size, run.font.color.rgb = Pt(7), RGBColor(0x59, 0x59, 0x59)
