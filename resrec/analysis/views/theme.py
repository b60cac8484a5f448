"""Themes of challenges and possible solutions: the page of readers, the work of officers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from resrec.analysis import analyses as known
from resrec.analysis.lists import entries
from resrec.analysis.models import Theme, ThemedPassage
from resrec.analysis.models.themes import LANGUAGES
from resrec.analysis.overview import Overview
from resrec.analysis.policies import AnalysisPolicy
from resrec.analysis.theme_work import ThemeWork
from resrec.analysis.views.analysis import missing
from resrec.rules import RuleBroken
from resrec.web.permission import require
from resrec.web.public import public_page

SHOWN = 6  # passages of each side of a theme on the page; the list has all


@public_page
def themes(request, assembly, year):
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        return missing(request, assembly=assembly, congress=congress, year=year)
    overview = Overview(congress, cycle)
    rows = [(theme, overview.themes.row(theme)) for theme in overview.themes.all]
    sides = [figure.members[:SHOWN] for _theme, row in rows for figure in row.figures[:2]]
    found = entries(overview, overview.themes.passages, [pk for side in sides for pk in side])
    quoted = {one.passage.pk: one for one in found}
    shown = [
        (theme, row, *([quoted[pk] for pk in side.members[:SHOWN]] for side in row.figures[:2]))
        for theme, row in rows
    ]
    return render(request, "analysis/themes.html", {"overview": overview, "shown": shown})


def overview_for(request, assembly, year):
    """Find the analysis that an officer works on; 403 for others, 404 where there is none."""
    require(AnalysisPolicy(request.user).can_write)
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        raise Http404
    return Overview(congress, cycle)


@require_safe
def themes_work(request, assembly, year):
    return work_page(request, overview_for(request, assembly, year))


def work_page(request, overview, refused=None):
    """Draw the work; after a refusal with everything that was ticked and typed."""
    context = {
        "overview": overview,
        "work": ThemeWork(overview),
        "refused": refused,
        "names": names_in(request.POST),
        "typed": request.POST.get(f"name_{get_language()}", ""),
        "ticked": request.POST.getlist("passage"),
        "chosen": request.POST.get("theme", ""),
        "group": request.POST.get("group", ""),
    }
    return render(request, "analysis/themes_work.html", context)


def names_in(posted):
    return {language: posted.get(f"name_{language}", "") for language in LANGUAGES}


@require_POST
def theme_new(request, assembly, year):
    overview = overview_for(request, assembly, year)
    try:
        theme = Theme.begin(overview.assembly, names_in(request.POST), by=request.user)
    except RuleBroken as rule:
        return work_page(request, overview, rule)
    messages.success(request, _("There is a theme “%(name)s” now.") % {"name": theme.name})
    return redirect("themes_work", assembly, year)


@require_POST
def themes_put(request, assembly, year):
    """Put the ticked passages under the theme chosen, or under a new one of the name typed."""
    overview = overview_for(request, assembly, year)
    by_key = ThemeWork(overview).passages
    ticked = [by_key[key] for key in request.POST.getlist("passage") if key in by_key]
    try:
        if not ticked:
            raise RuleBroken(_("Tick the passages that you want to put under the theme."))
        number = theme_chosen(request, overview).put(ticked, by=request.user)
    except RuleBroken as rule:
        return work_page(request, overview, rule)
    words = ngettext("%(n)d passage is put there.", "%(n)d passages are put there.", number)
    messages.success(request, words % {"n": number})
    return redirect("themes_work", assembly, year)


def theme_chosen(request, overview):
    """Give the Theme named in the form, a new one where a name was typed. Raises RuleBroken."""
    if any(name.strip() for name in names_in(request.POST).values()):
        return Theme.begin(overview.assembly, names_in(request.POST), by=request.user)
    chosen = {str(theme.pk): theme for theme in overview.themes.all}.get(request.POST.get("theme"))
    if chosen is None:
        raise RuleBroken(_("Choose a theme, or give a new one a name."))
    return chosen


@require_POST
def theme_rename(request, pk, year):
    theme = theme_for(request, pk)
    return done(request, theme, year, lambda: theme.rename(names_in(request.POST), by=request.user))


@require_POST
def theme_removal(request, pk, year):
    theme = theme_for(request, pk)
    return done(request, theme, year, lambda: theme.remove(by=request.user))


@require_POST
def themed_passage_out(request, pk, year):
    passage = passage_for(request, pk)
    return done(request, passage.theme, year, lambda: passage.take_out(by=request.user))


@require_POST
def themed_passage_turn(request, pk, year):
    passage = passage_for(request, pk)
    return done(request, passage.theme, year, lambda: passage.turn(by=request.user))


def theme_for(request, pk):
    require(AnalysisPolicy(request.user).can_write)
    return get_object_or_404(Theme.objects.select_related("assembly"), pk=pk, is_removed=False)


def passage_for(request, pk):
    require(AnalysisPolicy(request.user).can_write)
    rows = ThemedPassage.objects.select_related("theme__assembly")
    return get_object_or_404(rows, pk=pk, is_out=False)


def done(request, theme, year, step):
    """Do a step to a theme, say what came of it and go back to the work of that year."""
    assembly = theme.assembly.code
    try:
        step()
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("That is done."))
    return redirect("themes_work", assembly, year)
