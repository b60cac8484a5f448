"""The officers' page of acceptance after a period: for whom, what it did, what people found."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from resrec.reporting.forms.trust import TrustForm
from resrec.reporting.judging.trusted import accepted_by_rule, held, records
from resrec.reporting.models import Trust
from resrec.reporting.policies import may_trust
from resrec.rules import RuleBroken
from resrec.web.permission import require

REPORTS_A_PAGE = 40


@require_http_methods(["GET", "HEAD", "POST"])
def trust(request):
    require(may_trust(request.user))
    if request.method != "POST":
        return trust_page(request, TrustForm())
    form = TrustForm(request.POST)
    if not form.is_valid():
        return trust_page(request, form)
    try:
        given = Trust.give(by=request.user, **form.cleaned_data)
    except RuleBroken as rule:
        form.add_error(None, rule)
        return trust_page(request, form)
    words = _("Reports of %(name)s are accepted after a period from now on.")
    messages.success(request, words % {"name": given.constituent})
    return redirect("trust")


@require_POST
def trust_withdrawal(request, pk):
    require(may_trust(request.user))
    given = get_object_or_404(Trust.objects.select_related("constituent"), pk=pk)
    try:
        given.withdraw(by=request.user, reason=request.POST.get("reason", "")[:2000])
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        words = _("Reports of %(name)s wait for a person from now on.")
        messages.success(request, words % {"name": given.constituent})
    return redirect("trust")


def trust_page(request, form):
    every = request.GET.get("show") == "every"
    found = Paginator(accepted_by_rule(unread=not every), REPORTS_A_PAGE)
    context = {
        "form": form,
        "records": records(),
        "held": held(),
        "page": found.get_page(request.GET.get("page")),
        "every": every,
        "one_in": settings.SPOT_CHECK_ONE_IN,
    }
    return render(request, "review/trust.html", context)
