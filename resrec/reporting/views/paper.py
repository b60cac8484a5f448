"""The form of a draft on paper: as a Word file, to print, and brought back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from resrec.reporting.forms.paper import FilledForm
from resrec.reporting.forms.report_form import ReportForm
from resrec.reporting.paper.questions import parts_of
from resrec.reporting.paper.taking_in import draft_for, filled_form
from resrec.reporting.paper.writing import mark_of, written
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.views.draft import edit_page, own_report
from resrec.rules import RuleBroken
from resrec.web.file_kinds import WORD
from resrec.web.permission import require


def own_draft(request, pk):
    report = own_report(request, pk)
    require(ActivityReportPolicy(request.user, report).can_edit)
    return report


@require_safe
def report_as_word(request, pk):
    report = own_draft(request, pk)
    response = HttpResponse(written(ReportForm(report)), content_type=WORD)
    codes = "-".join(one.resolution.code for one in report.reported_texts.all())
    name = _("report-form")
    response["Content-Disposition"] = (
        f'attachment; filename="{name}-{codes[:80]}-{get_language()}.docx"'
    )
    return response


@require_safe
def report_to_print(request, pk):
    report = own_draft(request, pk)
    context = {"report": report, "parts": parts_of(ReportForm(report)), "mark": mark_of(report)}
    return render(request, "paper/to_print.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def report_from_paper(request):
    """Take in a filled form: its draft is opened with what was read, and what was not is said."""
    form = FilledForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "paper/bring_in.html", {"form": form})
    filled = form.cleaned_data["file"]
    try:
        draft, unread = filled_form(draft_for(filled, by=request.user), filled)
    except RuleBroken as rule:
        form.add_error("file", rule)
        return render(request, "paper/bring_in.html", {"form": form})
    draft.save(by=request.user)
    for message in unread:
        messages.warning(request, message)
    messages.success(request, _("The form is read. Look through it, then submit the report."))
    return edit_page(request, draft)
