"""Which paragraphs have been reported on: of one text, and across a Congress."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext as _

from resrec.library.models import Resolution
from resrec.library.spelling import tidy
from resrec.public.coverage import find
from resrec.public.views.resolution import by_another_spelling
from resrec.reporting.coverage import coverage_of
from resrec.web.public import public_page
from resrec.web.spreadsheet import MEDIA_TYPE, spreadsheet


@public_page
def text_coverage(request, code):
    text = Resolution.objects.for_display().filter(code=tidy(code)).first()
    if text is None:
        return by_another_spelling(request, code)
    coverage = coverage_of(text)
    context = {"text": text, "coverage": coverage, "rows": coverage.rows(coverage.years)}
    return render(request, "coverage/text.html", context)


@public_page
def assembly_coverage(request, assembly, year):
    return render(request, "coverage/assembly.html", {"coverage": _found(assembly, year)})


@public_page
def assembly_coverage_sheet(request, assembly, year):
    coverage = _found(assembly, year)
    header = [_("Code"), _("Title"), *(state.head for state in coverage.states), _("In all")]
    rows = [
        [row.text.code, str(row.text.title or ""), *row.numbers, row.all]
        for row in coverage.with_words
    ]
    name = f"{coverage.assembly.code}-{year}-{get_language()}.xlsx"
    answer = HttpResponse(
        spreadsheet(coverage.assembly.label, header, rows), content_type=MEDIA_TYPE
    )
    answer["Content-Disposition"] = f'attachment; filename="coverage-{name}"'
    return answer


def _found(assembly, year):
    coverage = find(assembly, year)
    if coverage is None:
        raise Http404
    return coverage
