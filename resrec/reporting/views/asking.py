"""An officer's page of the asking of a cycle, and the calendar that a program fetches."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _, override
from django.views.decorators.http import require_POST, require_safe

from resrec.people.models import MailChoices
from resrec.reporting.asking.calendar import calendar_of
from resrec.reporting.asking.campaign import Campaign
from resrec.reporting.asking.digest import preview
from resrec.reporting.models import FocalPoint, ReportingCycle
from resrec.reporting.models.asking import pause, resume
from resrec.web.permission import require

TEAMS_A_PAGE = 40


def _cycle(request, assembly, year):
    require(request.user.is_officer)
    cycles = ReportingCycle.objects.select_related("assembly__kind__collection")
    return get_object_or_404(cycles, assembly__code=assembly, year=year)


@require_safe
def asking(request, assembly, year):
    campaign = Campaign(_cycle(request, assembly, year))
    page = Paginator(campaign.silent_teams, TEAMS_A_PAGE).get_page(request.GET.get("page"))
    context = {"campaign": campaign, "cycle": campaign.cycle, "page": page}
    context["silent"] = campaign.describe(page.object_list)
    return render(request, "asking/page.html", context)


@require_safe
def asking_preview(request, assembly, year, pk):
    """Show the message that the holder of a post would get today, whatever the ladder says."""
    cycle = _cycle(request, assembly, year)
    posts = FocalPoint.objects.select_related("resolution").filter(
        resolution__assembly=cycle.assembly
    )
    post = get_object_or_404(posts, pk=pk)
    context = {"cycle": cycle, "post": post, "message": preview(post, cycle)}
    return render(request, "asking/preview.html", context)


@require_POST
def asking_pause(request, assembly, year):
    """Pause or resume, as the button said that was pressed."""
    cycle = _cycle(request, assembly, year)
    if request.POST.get("do") == "resume":
        resume(cycle, by=request.user)
        messages.success(request, _("Reminders go on."))
    else:
        pause(cycle, by=request.user)
        messages.success(request, _("Reminders are paused."))
    return redirect("asking", assembly, year)


@login_not_required  # a calendar program has no session: the token says whose it is
@require_safe
def calendar(request, token):
    choices = MailChoices.by_calendar_token(token)
    if choices is None:
        raise Http404
    with override(choices.person.language):
        text = calendar_of(choices.person)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response
