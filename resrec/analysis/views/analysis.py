"""The yearly analysis: overview, the lists behind its figures, and which analyses there are."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render

from resrec.analysis import analyses as known
from resrec.analysis.analyses import standing
from resrec.analysis.charts import drawn, stacks
from resrec.analysis.lists import entries, excerpts, template_of
from resrec.analysis.movement import Movement
from resrec.analysis.narratives import Narratives
from resrec.analysis.overview import Overview
from resrec.analysis.silence_named import named_to
from resrec.analysis.world import Map
from resrec.web.public import public_page

ENTRIES_A_PAGE = 50


@public_page
def analyses(request):
    return render(request, "analysis/analyses.html", {"analyses": known.analyses()})


@public_page
def analysis_year(request, year):
    congress = known.under_report(year)
    if congress is None:
        return missing(request, year=year)
    return redirect("analysis", congress, year)


@public_page
def analysis(request, assembly, year):
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        return missing(request, assembly=assembly, congress=congress, year=year)
    overview = Overview(congress, cycle)
    page = {
        "overview": overview,
        "charts": drawn(overview),
        "first": excerpts(overview),
        "map": Map(overview.geography, request.GET.get("map")),
        "narratives": Narratives(overview),
        "frozen": standing(congress, cycle),
    }
    return render(request, "analysis/analysis.html", page)


@public_page
def movement(request, assembly, year):
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        return missing(request, assembly=assembly, congress=congress, year=year)
    overview = Overview(congress, cycle)
    statuses = overview.statuses
    page = {
        "overview": overview,
        "movement": Movement(overview),
        "chart": stacks(statuses.over_the_cycles, statuses.table.rows),
    }
    return render(request, "analysis/movement.html", page)


@public_page
def analysis_list(request, assembly, year, figure):
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        return missing(request, assembly=assembly, congress=congress, year=year)
    overview = Overview(congress, cycle)
    found = overview.figures.get(figure)
    if found is None:
        return missing(request, overview=overview, key=figure)
    named = named_to(request.user, overview, found)
    page = Paginator(named, ENTRIES_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "analysis/list.html",
        {
            "overview": overview,
            "figure": found,
            "page": page,
            "entries": entries(overview, found, page.object_list),
            "unnamed": found.value - len(named),
            "template": template_of(found),
            "changes": overview.touched.get((year, figure), []),
        },
    )


def missing(request, **what):
    """Say what is not there, and what is."""
    context = what | {"analyses": known.analyses()}
    return render(request, "analysis/missing.html", context, status=404)
