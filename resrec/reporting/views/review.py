"""What becomes of a submitted report: accepted, returned with a reason, corrected."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.reporting.forms.judgement import ReturnForm
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.activity_report import Status
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.views.activity_report import report_page
from resrec.reporting.views.draft import own_report
from resrec.reporting.views.judging import opinion_form, verdict_form
from resrec.rules import RuleBroken
from resrec.web.permission import require


def report_to_judge(request, pk):
    """Find a report that this person may judge, and read the form of the verdict.

    Whether it still can be judged is the model's to say.
    """
    reports = ActivityReport.objects.visible_to(request.user).for_display()
    report = get_object_or_404(reports, pk=pk)
    policy = ActivityReportPolicy(request.user, report)
    require(policy.judges)
    return report, verdict_form(policy, request.POST)


@require_POST
def report_acceptance(request, pk):
    report, form = report_to_judge(request, pk)
    if not form.needs_silence():
        return report_page(request, report, returning=form)
    try:
        report.accept(by=request.user, texts=form.chosen, although=form.why_all_the_same)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        say_what_became(request, report, accepted=True)
    return redirect(report)


@require_POST
def report_return(request, pk):
    report, form = report_to_judge(request, pk)
    if not form.needs_words():
        return report_page(request, report, returning=form)
    try:
        report.send_back(by=request.user, **form.verdict)
    except RuleBroken as rule:
        form.add_error(None, rule)  # what was typed is shown again
        return report_page(request, report, returning=form)
    say_what_became(request, report, accepted=False)
    return redirect(report)


def say_what_became(request, report, *, accepted):
    """Say what the verdict has done; one that is not the last moves nothing yet."""
    if report.status == Status.SUBMITTED:
        messages.success(request, _("Your verdict is noted. The report waits for that of others."))
    elif accepted:
        messages.success(request, _("The report is accepted, and public from now on."))
    else:
        messages.success(request, _("The report is returned, and a new draft is open for it."))


@require_POST
def report_correction(request, pk):
    report = own_report(request, pk)
    try:
        draft = report.correct(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
        return redirect(report)
    return redirect("report_edit", draft.pk)


@require_POST
def report_opinion(request, pk):
    """Say for which verdict one is; whether it is still asked for is the model's to say."""
    reports = ActivityReport.objects.visible_to(request.user).for_display()
    report = get_object_or_404(reports, pk=pk)
    policy = ActivityReportPolicy(request.user, report)
    require(policy.reviews)
    form = opinion_form(policy, request.POST)
    if policy.texts_to_review and not form.is_valid():
        return report_page(request, report, opining=form)
    try:
        form.give(report, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("Your opinion is noted. It can be changed until the verdict."))
    return redirect(report)


@require_POST
def report_spot_check(request, pk):
    """Say what a look at a report has found that the rule has accepted."""
    reports = ActivityReport.objects.visible_to(request.user).for_display()
    report = get_object_or_404(reports, pk=pk)
    require(ActivityReportPolicy(request.user, report).may_check)
    form = ReturnForm(report, data=request.POST)
    returns = request.POST.get("do") == "return"
    if not (form.needs_words() if returns else form.needs_silence()):
        return report_page(request, report, returning=form)
    try:
        if returns:
            report.ask_for_correction(by=request.user, **form.said)
        else:
            report.confirm(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("What you found is noted."))
    return redirect(report)
