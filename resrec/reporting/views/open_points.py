"""What blocks the yearly analysis: the officers' lists, and what is done to many lines at once."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from resrec.reporting.forms.open_points import GiveForm, SetAsideForm
from resrec.reporting.models import BulkStep, ReportingCycle
from resrec.reporting.open_points import bulk
from resrec.reporting.open_points.kinds import BY_CODE
from resrec.reporting.open_points.listing import Criteria, OpenPoints
from resrec.reporting.open_points.sheet import header, rows
from resrec.rules import RuleBroken
from resrec.web.permission import require
from resrec.web.spreadsheet import MEDIA_TYPE, spreadsheet

SHOWN = 8  # lines of a kind before its whole list is opened


def points_asked_for(request, assembly, year):
    """Find the open points of a cycle that an officer asks for in the address."""
    require(request.user.is_officer)
    cycles = ReportingCycle.objects.select_related("assembly__kind__collection")
    cycle = get_object_or_404(cycles, assembly__code=assembly, year=year)
    criteria = Criteria.of(request.GET)
    if criteria.kind and criteria.kind not in BY_CODE:
        raise Http404
    return OpenPoints(cycle, criteria)


@require_safe
def open_points(request, assembly, year):
    return points_page(request, points_asked_for(request, assembly, year))


def points_page(request, found, *, give=None, aside=None, ticked=(), status=200):
    """Draw the lists. `give` and `aside` are forms that were refused, `ticked` keys of points."""
    context = {
        "found": found,
        "criteria": found.criteria,
        "shown": None if found.criteria.kind else SHOWN,
        "give": give or GiveForm(found.officers),
        "aside": aside or SetAsideForm(),
        "ticked": set(ticked),
        "all_ticked": "all" in request.POST,
        "address": reverse("open_points", args=[found.cycle.assembly.code, found.cycle.year]),
        "query": request.GET.urlencode(),
        "last": BulkStep.objects.filter(by=request.user, undone_at=None).first(),
    }
    return render(request, "open_points/page.html", context, status=status)


@require_safe
def open_points_sheet(request, assembly, year):
    found = points_asked_for(request, assembly, year)
    content = spreadsheet(_("Open points"), header(), [*rows(found)])
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    name = _("open-points")
    response["Content-Disposition"] = (
        f'attachment; filename="{name}-{assembly}-{year}-{get_language()}.xlsx"'
    )
    return response


@require_POST
def open_points_given(request, assembly, year):
    found = points_asked_for(request, assembly, year)
    form = GiveForm(found.officers, request.POST)
    if not form.is_valid():
        return points_page(request, found, give=form, ticked=request.POST.getlist("point"))
    return done(request, found, lambda points: bulk.give(points, form.chosen, by=request.user))


@require_POST
def open_points_set_aside(request, assembly, year):
    found = points_asked_for(request, assembly, year)
    form = SetAsideForm(request.POST)
    if not form.is_valid():
        return points_page(request, found, aside=form, ticked=request.POST.getlist("point"))
    said = form.cleaned_data["until"], form.cleaned_data["why"]
    return done(request, found, lambda points: bulk.set_aside(points, *said, by=request.user))


def done(request, found, step):
    """Do a step to the ticked points, say what was done, and go back to the lists."""
    keys = set(request.POST.getlist("point"))
    takes_all = "all" in request.POST and found.criteria.kind
    try:
        ticked = [point for point in found.points if takes_all or point.key in keys]
        number = len(step(ticked).changes)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        words = ngettext("%(number)d line is changed.", "%(number)d lines are changed.", number)
        messages.success(request, words % {"number": number})
    return back(request, found.cycle)


@require_POST
def bulk_step_undone(request, assembly, year, pk):
    """Take back one's own bulk step."""
    found = points_asked_for(request, assembly, year)
    step = get_object_or_404(BulkStep, pk=pk, by=request.user)
    try:
        left = bulk.undo(step, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("That is undone."))
        if left:
            words = ngettext(
                "%(number)d line was changed by somebody since, and stays as it is.",
                "%(number)d lines were changed by somebody since, and stay as they are.",
                left,
            )
            messages.warning(request, words % {"number": left})
    return back(request, found.cycle)


def back(request, cycle):
    address = reverse("open_points", args=[cycle.assembly.code, cycle.year])
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)
