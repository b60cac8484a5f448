"""The synthesis bench of a text and year: begin its Progress Report, and write it."""

from functools import wraps
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_POST, require_safe

from resrec.library.models import Resolution
from resrec.reporting.account.bench import Bench
from resrec.reporting.account.grouping import SourcesShown
from resrec.reporting.account.synthesis import begin, partners_in, sources_of
from resrec.reporting.account.undoing import last_step
from resrec.reporting.forms.progress_report import AnswersForm, WriterForm
from resrec.reporting.models import ProgressReport, Statement
from resrec.reporting.policies import ProgressReportPolicy
from resrec.rules import RuleBroken
from resrec.web.permission import require


@require_safe
def progress_bench(request, code, year):
    """The account in work beside its sources, or what there is instead of one."""
    text = get_object_or_404(Resolution.objects.for_display(), code=code)
    cycle = text.collection.cycles.filter(year=year).first()
    if cycle is None:
        return no_cycle(request, text, year)
    reports = ProgressReport.objects.visible_to(request.user)
    account = reports.in_work().filter(resolution=text, cycle=cycle).first()
    if account is None:
        return start_page(request, text, cycle)
    account.resolution, account.cycle = text, cycle  # read already
    return bench_page(request, account)


def no_cycle(request, text, year):
    """Say that there is no such year, and which there are."""
    context = {"text": text, "year": year, "cycles": text.collection.cycles.all()}
    return render(request, "progress_reports/no_cycle.html", context, status=404)


def start_page(request, text, cycle):
    """Nothing is in work: offer to begin, or say what stands. Reading it begins nothing."""
    account = ProgressReport(resolution=text, cycle=cycle)
    policy = ProgressReportPolicy(request.user, account)
    if not policy.can_see_work:
        raise Http404
    stands = ProgressReport.objects.published().filter(resolution=text, cycle=cycle).first()
    context = {
        "text": text,
        "cycle": cycle,
        "policy": policy,
        "stands": stands,
        "sources": sources_of(account),
    }
    return render(request, "progress_reports/start.html", context)


@require_POST
def progress_start(request, code, year):
    text = get_object_or_404(Resolution, code=code)
    cycle = get_object_or_404(text.collection.cycles, year=year)
    policy = ProgressReportPolicy(request.user, ProgressReport(resolution=text, cycle=cycle))
    if not policy.can_see_work:
        raise Http404
    require(policy.can_begin)
    try:
        begin(text, cycle, by=request.user, language=get_language())
    except RuleBroken as rule:
        messages.error(request, rule)
    return redirect("progress_bench", code, year)


def bench_page(request, account, *, answers=None, failed=None, conflict=()):
    """Draw the bench. `failed` is a BenchForm that was refused: its words show where they stood."""
    policy = ProgressReportPolicy(request.user, account)
    chosen = failed.place if failed else request.GET.get("passage", "")
    at = chosen or request.GET.get("at", "")
    bench = Bench(account, at)
    context = {
        "account": account,
        "text": account.resolution,
        "bench": bench,
        "shown": SourcesShown(bench, **shown_in(request), at=at),
        "policy": policy,
        "answers": answers or AnswersForm(account, stored=bench.bodies),
        "conflict": conflict,
        "failed": failed,
        "chosen": chosen,
        "splitting": _split_of(failed) if failed else request.GET.get("split", ""),
        "last_step": last_step(account, request.user) if policy.can_edit else None,
        "sections": Statement.Section.choices,
        "writers": WriterForm(account) if policy.can_give else None,
    }
    refused = failed is not None or (answers is not None and answers.is_bound)
    status = 422 if refused else 200
    return render(request, "progress_reports/bench.html", context, status=status)


def _split_of(form):
    """The key of the statement that a refused SplitForm is about, else ""."""
    key, _dash, what = form.place.partition("-")
    return key if what == "split" else ""


def account_to_write(request, pk):
    """Find an account that this person may see, and ask that they may write it."""
    reports = ProgressReport.objects.visible_to(request.user).for_display()
    account = get_object_or_404(reports, pk=pk)
    require(ProgressReportPolicy(request.user, account).is_writer)
    return account


def bench_form(find):
    """Let a view take what was posted; `find(request, pk)` gives the account it is about.

    Words that are refused are shown at the view's own address, so a GET of it, as a change of
    language asks for, leads back to the bench.
    """

    def decorate(view):
        @wraps(view)
        def answer(request, pk):
            return (
                view(request, pk)
                if request.method == "POST"
                else to_bench(request, find(request, pk))
            )

        return answer

    return decorate


@bench_form(account_to_write)
def progress_answers(request, pk):
    """Keep the answers; words saved over an older copy are refused, and both are shown."""
    account = account_to_write(request, pk)
    proposed = partners_in(sources_of(account).told)
    form = AnswersForm(account, request.POST, proposed=proposed)
    if not form.is_valid():
        return bench_page(request, account, answers=form)
    try:
        form.save()
    except RuleBroken as rule:
        messages.error(request, rule)
        account.refresh_from_db()
        return bench_page(
            request, account, answers=form.on_top_of(account), conflict=form.differing()
        )
    messages.success(request, _("The answers are saved."))
    return to_bench(request, account, "answers")


@require_POST
def progress_next_version(request, pk):
    account = account_to_write(request, pk)
    try:
        account = account.open_next_version(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
        return redirect(account)
    return to_bench(request, account)


@require_POST
def progress_writer(request, pk):
    """An officer gives the writing to another focal point of the text."""
    account = account_to_write(request, pk)
    require(ProgressReportPolicy(request.user, account).is_officer)
    form = WriterForm(account, request.POST)
    try:
        if form.is_valid():
            account.give(form.cleaned_data["writer"], by=request.user)
            messages.success(request, _("The writing has been given on."))
        else:
            messages.error(request, _("Choose one of the text’s focal points."))
    except RuleBroken as rule:
        messages.error(request, rule)
    return to_bench(request, account)


def to_bench(request, account, place=""):
    """Go back to the bench as it was shown, to the element with this id."""
    address = reverse("progress_bench", args=[account.resolution.code, account.year])
    shown = {name: value for name, value in shown_in(request).items() if value}
    if place.partition("-")[0].isdecimal():  # of a source: the part that holds it
        shown = shown | {"at": place}
        shown.pop("part", None)
    query = f"?{urlencode(shown)}" if shown.keys() - {"at"} else ""
    return redirect(f"{address}{query}#{place}" if place else f"{address}{query}")


def shown_in(request):
    """How the sources are shown: {"by": …, "part": …} of this page, or of that a form came from."""
    asked = request.GET
    if request.method == "POST" and not asked:
        asked = QueryDict(urlsplit(request.META.get("HTTP_REFERER", "")).query[:500])
    return {"by": asked.get("by", ""), "part": asked.get("part", "")}
