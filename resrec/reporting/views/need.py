"""A need of an accepted report: marked as met, and open again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from resrec.reporting.forms.need_met import NeedMetForm
from resrec.reporting.models import Need
from resrec.reporting.models.one_report import report_seen_by
from resrec.reporting.models.passages import never_public
from resrec.reporting.policies import ActivityReportPolicy, NeedPolicy
from resrec.rules import RuleBroken
from resrec.web.permission import require


def need_to_mark(request, pk):
    """Find a need that this person may read, and see that they may mark it."""
    need = Need.objects.select_related("kind").filter(pk=pk).first()
    report = need and report_seen_by(request.user, need.report_id)
    if not report:
        raise Http404
    hidden = need.field in never_public(report)
    if hidden and not ActivityReportPolicy(request.user, report).reads_private:
        raise Http404
    require(NeedPolicy(request.user, report).can_mark)
    need.report = report
    return need


@require_http_methods(["GET", "HEAD", "POST"])
def need_met(request, pk):
    need = need_to_mark(request, pk)
    form = NeedMetForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "needs/met.html", {"need": need, "form": form})
    try:
        need.mark_met(by=request.user, **form.met)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The need is marked as met."))
    return redirect(need)


@require_POST
def need_open_again(request, pk):
    need = need_to_mark(request, pk)
    try:
        if not need.met:
            raise RuleBroken(_("This need is open already."))
        need.met.take_back(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The need is open again."))
    return redirect(need)
