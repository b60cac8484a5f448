"""Writing an Activity Report: edit, autosave, submit, discard."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from resrec.reporting.draft.beginning import last_report
from resrec.reporting.draft.drafting import BothChanged, StaleCopy
from resrec.reporting.draft.in_one_draft import both_changed, news_of, others_in
from resrec.reporting.forms.asked_changes import asked_changes
from resrec.reporting.forms.blank_rows import without_blank_ends
from resrec.reporting.forms.comparison import differences
from resrec.reporting.forms.report_form import ReportForm
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.activity_report import Status
from resrec.reporting.models.one_report import report_seen_by
from resrec.reporting.needs.open_needs import open_need, open_needs
from resrec.reporting.policies import ActivityReportPolicy
from resrec.rules import RuleBroken
from resrec.web.permission import require


def own_report(request, pk):
    """Find a report in which this person writes, in whatever state: own, entered on behalf, or one
    to whose draft they were invited."""
    report = report_seen_by(request.user, pk)
    if report is None:
        raise Http404
    require(ActivityReportPolicy(request.user, report).takes_part)
    return report


@require_http_methods(["GET", "HEAD", "POST"])
def report_edit(request, pk):
    report = own_report(request, pk)
    if report.status != Status.DRAFT:
        return no_longer_draft(request, report)
    if request.method != "POST":
        return edit_page(request, ReportForm(report))
    form = ReportForm(report, request.POST, request.FILES)
    # Who was only invited to the draft says nothing of the constituent's earlier reports.
    speaks = ActivityReportPolicy(request.user, report).can_submit
    if speaks:
        form.carry_on(request.POST.get("still_open", ""))
    try:
        is_whole = form.save(by=request.user)
    except StaleCopy:
        return both_copies(request, form)
    if speaks and (need := open_need(report, request.POST.get("met", ""))):
        need.mark_met(by=request.user, in_report=report)
        messages.success(request, _("The need is marked as met."))
    if form.focus or not is_whole:
        return edit_page(request, form)
    messages.success(request, _("The draft is saved."))
    for said in news_of(form, request.user).get("news", []):
        messages.info(request, said)
    return redirect(reverse("report_edit", args=[pk]) + ("#evidence" if request.FILES else ""))


@require_POST
def report_autosave(request, pk):
    """Store what is valid, and tell the page the new revision; 409 when the draft has moved on."""
    form = ReportForm(own_report(request, pk), without_blank_ends(request.POST))
    try:
        form.save(by=request.user)
    except BothChanged:
        return JsonResponse(both_changed(form), status=409)
    except StaleCopy as stale:
        return JsonResponse({"message": str(stale)}, status=409)
    fields = ", ".join(form.not_stored)
    return JsonResponse(
        {
            "revision": form.report.revision,
            "base": form.base,
            "saved_at": form.report.saved_at.isoformat(),
            "not_saved": _("Not saved yet: %(fields)s.") % {"fields": fields} if fields else "",
            **news_of(form, request.user),
        }
    )


@require_POST
def report_submission(request, pk):
    """Hand in what the page holds; or, from the page of the draft, what is stored."""
    report = own_report(request, pk)
    require(ActivityReportPolicy(request.user, report).writes)
    if report.status != Status.DRAFT:
        return no_longer_draft(request, report)
    try:
        if "revision" not in request.POST:
            report.submit(by=request.user)
        elif not (form := ReportForm(report, request.POST, request.FILES)).submit(by=request.user):
            if form.has_news:
                messages.warning(request, _("Look through what has changed, then submit again."))
            return edit_page(request, form)
    except StaleCopy:
        return both_copies(request, form)
    except RuleBroken as rule:
        for message in rule.messages:
            messages.error(request, message)
        return redirect("report_edit", pk)
    messages.success(request, _("Your report is submitted. Thank you."))
    return redirect(report)


@require_http_methods(["GET", "HEAD", "POST"])
def report_discard(request, pk):
    """Ask once, then delete the draft."""
    report = own_report(request, pk)
    policy = ActivityReportPolicy(request.user, report)
    require(policy.writes)
    if request.method != "POST":
        require(policy.can_discard)
        return render(request, "activity_reports/discard.html", {"report": report})
    try:
        report.discard(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
        return redirect(report)
    messages.success(request, _("The draft is deleted."))
    return redirect("desk")


def edit_page(request, form):
    policy = ActivityReportPolicy(request.user, form.report)
    context = {
        "form": form,
        "report": form.report,
        "policy": policy,
        "texts": [one.resolution for one in form.report.reported_texts.all()],
        "typed_text": request.POST.get("add_text", "")[:100],
        # The last report may be one that only its own people read.
        "last": last_report(form.report) if policy.can_submit else None,
        "changes": asked_changes(form),
        "others": others_in(form.report, request.user),
        "news": news_of(form, request.user).get("news", []),
        "open_needs": open_needs(form.report) if policy.can_submit else [],
    }
    return render(request, "activity_reports/edit.html", context)


def both_copies(request, form):
    """Show what was sent beside what is stored, where they differ, and let the person choose."""
    stored = ActivityReport.objects.for_display().get(pk=form.report.pk)
    saved = ReportForm(stored)
    found = differences(form, saved)
    if not found:
        return redirect("report_edit" if stored.status == Status.DRAFT else stored, stored.pk)
    kept = [
        (name, value)
        for name, values in form.data.lists()
        if name
        not in ("csrfmiddlewaretoken", "revision", "base", "add", "remove", "still_open", "met")
        for value in values
    ]
    context = {
        "report": stored,
        "differences": found,
        "kept": kept,
        "saved": saved,
        "is_open": stored.status == Status.DRAFT,
        "had_files": bool(request.FILES),
    }
    return render(request, "activity_reports/both_copies.html", context, status=409)


def no_longer_draft(request, report):
    """Answer a page that was opened before the report was handed in: nothing is lost or doubled."""
    if request.method == "POST":
        form = ReportForm(report, request.POST)
        if "revision" in request.POST and differences(form, ReportForm(report)):
            return both_copies(request, form)
        messages.info(request, _("This report had been submitted already."))
    return redirect(report)
