"""An Activity Report as it is read, and the beginning of a new one."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from resrec.library.codes import look_up
from resrec.library.models import Resolution
from resrec.reporting.account.where_used import published_uses
from resrec.reporting.draft.beginning import known_already
from resrec.reporting.forms.new_report import NewReportForm
from resrec.reporting.forms.on_behalf import AnswerForm, ObjectionForm
from resrec.reporting.models import ActivityReport, ReportingCycle
from resrec.reporting.models.one_report import report_seen_by
from resrec.reporting.policies import ActivityReportPolicy, NeedPolicy
from resrec.reporting.report_reading import Reading
from resrec.reporting.views.judging import Judging
from resrec.web.public import public_page


@public_page
@require_safe
def activity_report(request, pk):
    if report := report_seen_by(request.user, pk):
        return report_page(request, report)
    if request.user.is_authenticated:
        raise Http404
    # Mails lead here: whoever follows one is first asked who they are, whatever the number.
    return redirect_to_login(request.get_full_path())


def report_page(request, report, *, returning=None, **refused):
    """Draw the report. The others are forms that were refused: of a verdict (`returning`), an
    opinion (`opining`), an objection (`objecting`), an answer to one (`answering`)."""
    policy = ActivityReportPolicy(request.user, report)
    judging = Judging(policy, returning=returning, opining=refused.pop("opining", None))
    of_series = ActivityReport.objects.filter(series=report.series)
    versions = of_series.of(request.user) if policy.is_own else of_series.visible_to(request.user)
    context = {
        "report": report,
        "reading": Reading(
            report,
            with_private=policy.reads_private,
            with_reasons=policy.reads_reasons,
            returning=judging.asks_beside_passages,
        ),
        "policy": policy,
        "judging": judging,
        "marks_needs": NeedPolicy(request.user, report).can_mark,
        "uses": published_uses(report),
        "versions": versions.order_by("version"),
        "returning": judging.returning,
        "objecting": ObjectionForm(),
        "answering": AnswerForm(),
    }
    return render(request, "activity_reports/page.html", context | refused)


@require_http_methods(["GET", "HEAD", "POST"])
def report_new(request):
    if not request.user.constituents:
        return redirect("welcome")
    if request.method != "POST":
        return new_page(request, NewReportForm(request.user, initial=asked_for(request)))
    data = request.POST.copy()
    if request.POST.get("chosen"):
        data["text"] = request.POST["chosen"]
    form = NewReportForm(request.user, data)
    if not form.is_valid():
        return new_page(request, form)
    report = ActivityReport.begin(
        by=request.user,
        resolution=form.cleaned_data["text"],
        constituent=form.cleaned_data["constituent"],
        series=form.cleaned_data["series"],
        language=get_language(),
        **known_already(form.cleaned_data["text"], by=request.user),
    )
    return redirect("report_edit", report.pk)


def asked_for(request):
    return {"text": request.GET.get("text", "")[:100]}


def new_page(request, form):
    text = look_up(str(form["text"].value() or "")).only
    own = ActivityReport.objects.written_by(request.user)
    assemblies = ReportingCycle.objects.open().values("assembly")
    context = {
        "form": form,
        "text": text,
        "drafts": own.drafts().on(text).for_display() if text else (),
        "known": Resolution.objects.for_display().in_force().filter(assembly__in=assemblies),
    }
    return render(request, "activity_reports/new.html", context)
