"""Writing beside the figures: which sections there are, and the page of one in one language."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from resrec.analysis.bound import moved, paragraphs
from resrec.analysis.models import Narrative, Place, StaleNarrative
from resrec.analysis.narratives import Narratives
from resrec.analysis.views.theme import overview_for
from resrec.rules import RuleBroken


@require_safe
def narratives(request, assembly, year):
    overview = overview_for(request, assembly, year)
    page = {"overview": overview, "narratives": Narratives(overview)}
    return render(request, "analysis/narratives.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def narrative(request, assembly, year, place, language):
    overview = overview_for(request, assembly, year)
    section = section_of(overview, place, language)
    if request.method != "POST":
        return narrative_page(request, overview, section, section.text)
    text = request.POST.get("text", "")
    if "insert" in request.POST:
        return narrative_page(request, overview, section, with_figure(text, request))
    try:
        section.write(text, overview.all_figures, by=request.user, **read_of(request))
    except StaleNarrative as rule:
        stands = section_of(overview, place, language)
        return narrative_page(request, overview, stands, text, rule, stale=True)
    except RuleBroken as rule:
        return narrative_page(request, overview, section, text, rule)
    messages.success(request, _("Your words are kept, and readers see them."))
    return redirect("narratives", assembly, year)


@require_POST
def narrative_confirmation(request, assembly, year, place, language):
    """The sentences were read again with today's numbers, and still hold."""
    overview = overview_for(request, assembly, year)
    section = section_of(overview, place, language)
    try:
        section.confirm(overview.all_figures, by=request.user, read=read_of(request)["read"])
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("Marked as read again."))
    return redirect("narratives", assembly, year)


def section_of(overview, place, language):
    """Find the Narrative, or give an unsaved one; 404 for a place or language that is not."""
    if place not in Place or language not in dict(settings.LANGUAGES):
        raise Http404
    address = {"assembly": overview.assembly, "cycle": overview.cycle}
    address |= {"place": place, "language": language}
    return Narrative.objects.filter(**address).first() or Narrative(**address)


def read_of(request):
    """{read: the revision that the form was opened at, renders: that of the original beside it}.

    -1, which nothing has, for what is no number.
    """

    def number(name):
        said = request.POST.get(name, "")
        return int(said) if said.isdecimal() and said.isascii() and len(said) < 9 else -1

    return {"read": number("read"), "renders": max(number("renders"), 0)}


def with_figure(text, request):
    """Put the figure that was chosen behind the words, where no script put it at the caret."""
    key = request.POST.get("figure", "")
    return f"{text.rstrip()} {{{key}}}" if key else text


def narrative_page(request, overview, section, text, refused=None, *, stale=False):
    context = {
        "overview": overview,
        "section": section,
        "original": section.original(),
        "text": text,
        "refused": refused,
        "stands": section.text if stale else None,
        "moved": moved(section.text, overview.all_figures, section.figures),
        "shown": paragraphs(section.text, overview.all_figures, section.figures),
        "offered": offered(overview),
    }
    return render(request, "analysis/narrative.html", context)


def offered(overview):
    """Give (key, Figure) of those that the form offers; those of one country may be typed."""
    found = overview.all_figures.items()
    by_country = ("could_report_in_", "reported_in_", "texts_from_", "reports_from_")
    chosen = [
        (key, one)
        for key, one in found
        if not one.key.startswith(by_country) and not (one.is_frozen and "v" in key.split(".")[0])
    ]
    return sorted(chosen, key=lambda pair: (-pair[1].year, pair[1].label, pair[0]))
