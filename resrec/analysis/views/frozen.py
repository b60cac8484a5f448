"""Frozen analyses: the page, the lists behind its figures, and freezing one."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from resrec.analysis import analyses as known, lists
from resrec.analysis.analyses import standing
from resrec.analysis.charts import drawn
from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.frozen import FrozenOverview, find_frozen
from resrec.analysis.freeze.frozen_lists import entries
from resrec.analysis.freeze.obstacles import obstacles
from resrec.analysis.freeze.since import Since
from resrec.analysis.lists import template_of
from resrec.analysis.policies import AnalysisPolicy
from resrec.analysis.silence_named import named_to
from resrec.analysis.views.analysis import ENTRIES_A_PAGE
from resrec.analysis.world import Map
from resrec.rules import RuleBroken
from resrec.web.permission import require
from resrec.web.public import public_page

MOVED_SHOWN = 10


@public_page
def analysis_frozen(request, assembly, year, version):
    analysis = find_frozen(assembly, year, version)
    since = Since(analysis)
    overview = FrozenOverview(analysis, since.amber)
    charts = drawn(overview)
    tables = [(name, table, charts.get(name)) for name, table in overview.tables.items()]
    page = {"overview": overview, "analysis": analysis, "since": since, "tables": tables}
    page["map"] = Map(overview.geography, request.GET.get("map"))
    return render(request, "analysis/frozen.html", page)


@public_page
def analysis_frozen_list(request, assembly, year, version, figure):
    analysis = find_frozen(assembly, year, version)
    since = Since(analysis)
    overview = FrozenOverview(analysis, since.amber)
    found = overview.figures.get(figure)
    if found is None:
        raise Http404
    named = partial(named_to, request.user, overview, found)
    page = Paginator(named(), ENTRIES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "overview": overview,
        "analysis": analysis,
        "figure": found,
        "page": page,
        "entries": entries(overview, found, page.object_list),
        "unnamed": found.value - page.paginator.count,
        "template": template_of(found),
        "changes": since.touched.get(figure, []),
        **_moved(overview, found, since, named),
    }
    return render(request, "analysis/frozen_list.html", context)


def _moved(overview, figure, since, named):
    """How the list would be another one today, with the first few that are new or gone."""
    moved = since.moved.get(figure.key)
    new, gone = (named(moved.new), named(moved.gone)) if moved else ((), ())
    return {
        "moved": moved,
        "moved_new": lists.entries(since.live, figure, new[:MOVED_SHOWN]),
        "moved_gone": entries(overview, figure, gone[:MOVED_SHOWN]),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def analysis_freezing(request, assembly, year):
    """What a freeze would hold and what stands in its way; posted, it is frozen."""
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        raise Http404
    require(AnalysisPolicy(request.user).can_freeze)
    notice = request.POST.get("notice", "")
    if request.method == "POST":
        try:
            return redirect(freeze(congress, cycle, by=request.user, notice=notice))
        except RuleBroken as rule:
            messages.error(request, rule)
    context = {
        "congress": congress,
        "cycle": cycle,
        "stands": standing(congress, cycle),
        "obstacles": obstacles(congress, cycle),
        "notice": notice,
    }
    return render(request, "analysis/freezing.html", context)
