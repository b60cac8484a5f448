"""Assigning many posts at once: choosing, looking, carrying out, undoing. Officers only."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from resrec.reporting.assigning import beginning, storing
from resrec.reporting.assigning.summary import Summary, as_csv
from resrec.reporting.assigning.template import template
from resrec.reporting.assigning.undoing import undo
from resrec.reporting.forms.assignment import SheetForm, TextsForm
from resrec.reporting.models import Assignment
from resrec.reporting.policies import may_assign
from resrec.rules import RuleBroken
from resrec.web.permission import require
from resrec.web.spreadsheet import MEDIA_TYPE

ROWS_A_PAGE = 100
LAST = 20  # assignments that the first page lists


@require_safe
def assignments(request):
    require(may_assign(request.user))
    return choices(request)


def choices(request, **forms):
    """Show the ways to assign, with a form that was refused in the place of its empty one."""
    last = Assignment.objects.select_related("by").defer("rows")[:LAST]
    context = {"sheet": SheetForm(), "texts": TextsForm(), "last": last}
    return render(request, "assignments/choice.html", context | forms)


@require_POST
def assignment_from_sheet(request):
    require(may_assign(request.user))
    form = SheetForm(request.POST, request.FILES)
    if form.is_valid():
        file, language = form.cleaned_data["file"], form.cleaned_data["language"] or "en"
        try:
            made = beginning.from_sheet(file, file.name, by=request.user, language=language)
        except RuleBroken as rule:
            form.add_error("file", rule)
        else:
            return redirect(made)
    return choices(request, sheet=form)


@require_POST
def assignment_from_texts(request):
    require(may_assign(request.user))
    form = TextsForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        what = (said["chosen"], said["role"], said["constituent"], said["email"])
        try:
            made = beginning.from_texts(*what, by=request.user, language=said["language"] or "en")
        except RuleBroken as rule:
            form.add_error(None, rule)
        else:
            return redirect(made)
    return choices(request, texts=form)


@require_safe
def assignment_template(request):
    require(may_assign(request.user))
    response = HttpResponse(template(), content_type=MEDIA_TYPE)
    name = _("posts-to-assign")
    response["Content-Disposition"] = f'attachment; filename="{name}-{get_language()}.xlsx"'
    return response


def found(request, pk):
    require(may_assign(request.user))
    people = ("by", "done_by", "undone_by")
    return get_object_or_404(Assignment.objects.select_related(*people), pk=pk)


@require_safe
def assignment(request, pk):
    one = found(request, pk)
    summary = Summary(one)
    only_errors = "errors" in request.GET and bool(summary.with_errors)
    lines = summary.with_errors if only_errors else summary.lines
    context = {
        "assignment": one,
        "summary": summary,
        "only_errors": only_errors,
        "page": Paginator(lines, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "same": one.digest and _same_sheet(one),
    }
    return render(request, "assignments/page.html", context)


def _same_sheet(one):
    """Give the last other assignment of the very same file that was carried out, or None."""
    same = Assignment.objects.carried_out().filter(digest=one.digest, undone_at=None)
    return same.exclude(pk=one.pk).defer("rows").first()


@require_safe
def assignment_rows(request, pk):
    one = found(request, pk)
    response = HttpResponse(as_csv(Summary(one)), content_type="text/csv; charset=utf-8")
    name = _("assignment")
    response["Content-Disposition"] = f'attachment; filename="{name}-{one.pk}.csv"'
    return response


@require_POST
def assignment_carried_out(request, pk):
    one = found(request, pk)
    try:
        storing.carry_out(one, by=request.user, only_good="only_good" in request.POST)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("That is done. Whoever is asked gets one message for all."))
    return redirect(one)


@require_POST
def assignment_undone(request, pk):
    one = found(request, pk)
    try:
        stay = undo(one, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("That is undone."))
        if stay:
            words = ngettext("%(number)d row stays.", "%(number)d rows stay.", stay)
            messages.warning(request, words % {"number": stay})
    return redirect(one)
