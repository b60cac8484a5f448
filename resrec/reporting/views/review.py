"""What becomes of a submitted report: accepted, returned with a reason, corrected."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.reporting.forms.judgement import ReturnForm
from resrec.reporting.models import ActivityReport
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.views.activity_report import report_page
from resrec.reporting.views.draft import own_report
from resrec.rules import RuleBroken
from resrec.web.permission import require


def report_to_judge(request, pk):
    """Find a report that this person may judge; whether it still can be is the model's to say."""
    reports = ActivityReport.objects.visible_to(request.user).for_display()
    report = get_object_or_404(reports, pk=pk)
    require(ActivityReportPolicy(request.user, report).judges)
    return report


@require_POST
def report_acceptance(request, pk):
    report = report_to_judge(request, pk)
    try:
        report.accept(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The report is accepted, and public from now on."))
    return redirect(report)


@require_POST
def report_return(request, pk):
    report = report_to_judge(request, pk)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return report_page(request, report, returning=form)
    try:
        report.send_back(by=request.user, reason=form.cleaned_data["reason"])
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The report is returned, and a new draft is open for it."))
    return redirect(report)


@require_POST
def report_correction(request, pk):
    report = own_report(request, pk)
    try:
        draft = report.correct(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
        return redirect(report)
    return redirect("report_edit", draft.pk)
