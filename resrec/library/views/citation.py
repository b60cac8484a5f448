"""Citations that can mean several texts: an officer says which."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.library.citations.to_settle import ToSettle
from resrec.library.forms.citation import DecisionForm
from resrec.library.models import Citation
from resrec.library.policies import CitationPolicy
from resrec.rules import RuleBroken
from resrec.web.permission import require

A_PAGE = 20


def open_citations(request):
    """Those to settle; with `?show=settled` those that were, for who wants to decide again."""
    require(CitationPolicy(request.user).can_decide)
    settled = request.GET.get("show") == "settled"
    pages = Paginator(ToSettle(settled), A_PAGE)
    page = pages.get_page(request.GET.get("page") or 1)
    return render(request, "citations/to_settle.html", {"page": page, "settled": settled})


@require_POST
def decision(request, pk):
    require(CitationPolicy(request.user).can_decide)
    citation = get_object_or_404(Citation.objects.select_related("source"), pk=pk)
    form = DecisionForm(request.POST)
    try:
        form.decide(citation, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("“%(words)s” is settled.") % {"words": citation})
    return redirect(form.back)
