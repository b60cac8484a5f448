"""Objecting to a report that was entered on one's behalf; taking that back; answering it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.reporting.forms.on_behalf import AnswerForm, ObjectionForm
from resrec.reporting.models import ActivityReport
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.views.activity_report import report_page
from resrec.rules import RuleBroken
from resrec.web.permission import require


def readable(request, pk):
    """Give a report that this person may read, and the Policy."""
    reports = ActivityReport.objects.visible_to(request.user).for_display()
    report = get_object_or_404(reports, pk=pk)
    return report, ActivityReportPolicy(request.user, report)


@require_POST
def report_objection(request, pk):
    report, policy = readable(request, pk)
    require(policy.is_own)
    form = ObjectionForm(request.POST)
    if not form.is_valid() and report.on_behalf:
        return report_page(request, report, objecting=form)
    return said(
        request,
        report,
        lambda: report.object(by=request.user, reason=form.cleaned_data.get("reason", "")),
        _("Your objection is recorded. The Secretariat is told."),
    )


@require_POST
def objection_withdrawal(request, pk):
    report, policy = readable(request, pk)
    require(policy.is_own)
    return said(
        request,
        report,
        lambda: standing(report).withdraw(by=request.user),
        _("Your objection is withdrawn."),
    )


@require_POST
def objection_answer(request, pk):
    report, policy = readable(request, pk)
    require(policy.is_officer)
    form = AnswerForm(request.POST)
    if not form.is_valid() and report.objection:
        return report_page(request, report, answering=form)
    return said(
        request,
        report,
        lambda: standing(report).give_answer(
            by=request.user, words=form.cleaned_data.get("answer", "")
        ),
        _("The objection is answered. Who made it is told."),
    )


def standing(report):
    if objection := report.objection:
        return objection
    raise RuleBroken(_("No objection to this report stands."))


def said(request, report, step, message):
    """Take the step, and say what became of it."""
    try:
        step()
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, message)
    return redirect(report)
