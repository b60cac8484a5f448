"""The texts that a draft is on: one more, one less; and starting from the last report."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.library.codes import look_up
from resrec.reporting.draft.beginning import last_report, start_from
from resrec.reporting.draft.drafting import StaleCopy
from resrec.reporting.forms.report_form import ReportForm
from resrec.reporting.models.activity_report import Status
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.views.draft import both_copies, edit_page, no_longer_draft, own_report
from resrec.web.permission import require


@require_POST
def report_texts(request, pk):
    """Store what the page holds, then add the text of a code, or take one away."""
    report = own_report(request, pk)
    if report.status != Status.DRAFT:
        return no_longer_draft(request, report)
    form = ReportForm(report, request.POST, request.FILES)
    try:
        is_whole = form.save(by=request.user)
    except StaleCopy:
        return both_copies(request, form)
    problem = change_texts(report, request.POST)
    if problem:
        messages.error(request, problem)
    if problem or not is_whole:
        form.report = own_report(request, pk)  # with the texts that it has now
        return edit_page(request, form)
    return redirect(reverse("report_edit", args=[pk]) + "#texts")


def change_texts(report, data):
    """Add or take away a text as the page asks; give a message when that cannot be."""
    if code := data.get("remove_text"):
        if report.reported_texts.count() == 1:
            return _("A report is on one text at least.")
        report.reported_texts.filter(resolution__code=code).delete()
        return ""
    typed = data.get("add_text", "").strip()[:100]
    found = look_up(typed)
    if not found.only:
        said = _("“%(code)s” is not the code of one text we know. Look it up, and try again.")
        return said % {"code": typed} if typed else _("Say on which text you report.")
    report.reported_texts.get_or_create(resolution=found.only)
    return ""


@require_POST
def report_started_from_last(request, pk):
    report = own_report(request, pk)
    if report.status != Status.DRAFT:
        return no_longer_draft(request, report)
    require(ActivityReportPolicy(request.user, report).can_submit)
    last = last_report(report)
    if last is None:
        raise Http404
    start_from(last, report)
    messages.success(
        request,
        _(
            "Taken over: who took part, where, and what was going on. "
            "Check it, and say what is new."
        ),
    )
    return redirect("report_edit", pk)
