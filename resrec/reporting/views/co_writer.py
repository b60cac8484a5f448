"""Writing a draft together: inviting, answering, leaving."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from resrec.people.asking import is_too_often
from resrec.people.link_questions import Question, asks
from resrec.people.models import User
from resrec.reporting.forms.co_writer import InviteCoWriter
from resrec.reporting.models import ActivityReport, CoWriter
from resrec.reporting.policies import ActivityReportPolicy
from resrec.reporting.views.draft import own_report
from resrec.rules import RuleBroken
from resrec.web.permission import require

AN_HOUR = 20  # invitations of one person


@require_http_methods(["GET", "HEAD", "POST"])
def co_writers(request, pk):
    report = own_report(request, pk)
    policy = ActivityReportPolicy(request.user, report)
    if request.method != "POST":
        return co_writers_page(request, policy, InviteCoWriter())
    require(policy.can_invite)
    form = InviteCoWriter(request.POST)
    if form.is_valid():
        invite(form, report, by=request.user)
    if form.errors:
        return co_writers_page(request, policy, form)
    messages.success(request, _("They are invited, and will find the link in their mail."))
    return redirect("co_writers", pk)


def invite(form, report, *, by):
    """Send the invitation, or say in the form why not."""
    if is_too_often(f"co-writers:{by.pk}", AN_HOUR):
        form.add_error(None, _("You have sent many invitations. Please wait an hour."))
        return
    language = form.cleaned_data["language"] or "en"
    try:
        CoWriter.invite(report, form.cleaned_data["email"], by=by, language=language)
    except RuleBroken as rule:
        form.add_error("email", rule)


def co_writers_page(request, policy, form):
    found = CoWriter.objects.open().on(policy.report).select_related("person")
    emails = [one.person.email for one in found]
    context = {
        "report": policy.report,
        "policy": policy,
        "co_writers": found,
        "unreachable": set(
            User.objects.unreachable().filter(email__in=emails).values_list("email", flat=True)
        ),
        "form": form,
    }
    return render(request, "co_writers/list.html", context)


def co_writer_question(person, pk):
    """What the invitation asks, on the page of the link that was mailed with it."""
    waiting = CoWriter.objects.open().filter(person=person, accepted_at=None)
    invited = waiting.select_related("invited_by").filter(pk=pk).first()
    if not invited:
        return None
    report = ActivityReport.objects.for_display().get(pk=invited.report_id)
    return Question(
        title=_("Will you write in this draft?"),
        template="co_writers/question.html",
        context={"co_writer": invited, "report": report},
        button=_("Accept, and open the draft"),
        accept=partial(co_writer_acceptance, pk=pk),
    )


@asks(co_writer_question)
@require_safe
def co_writer(request, pk):
    """The page that an invitation leads to; who has accepted goes on to the draft."""
    invited = get_object_or_404(CoWriter.objects.open().filter(person=request.user), pk=pk)
    report = ActivityReport.objects.for_display().get(pk=invited.report_id)
    if invited.accepted_at:
        return redirect("report_edit", newest(invited).pk)
    return render(request, "co_writers/answer.html", {"co_writer": invited, "report": report})


def newest(invited):
    """Give the newest version of the report."""
    series = ActivityReport.objects.filter(series=invited.report.series)
    return series.order_by("-version").first()


@require_POST
def co_writer_acceptance(request, pk):
    invited = get_object_or_404(CoWriter.objects.open().filter(person=request.user), pk=pk)
    try:
        invited.accept(by=request.user)
    except RuleBroken as rule:
        messages.info(request, rule)
    return redirect("report_edit", newest(invited).pk)


@require_POST
def co_writer_end(request, pk):
    """Leave or decline; or, as one of the report's own people, withdraw the invitation."""
    found = CoWriter.objects.open().select_related("person", "report")
    one = get_object_or_404(found, pk=pk)
    is_own = one.person == request.user
    if not is_own and not ActivityReportPolicy(request.user, one.report).can_invite:
        raise Http404
    try:
        one.end(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        said = _("You write in this draft no more.") if is_own else _("It is withdrawn.")
        messages.success(request, said)
    return redirect("desk") if is_own else redirect("co_writers", one.report_id)
