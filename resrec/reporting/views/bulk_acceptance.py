"""The reports that wait for a person: the plain ones are ticked, and accepted at one press."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from resrec.reporting.judging.bulk_acceptance import accept_all, waiting_for


@require_http_methods(["GET", "HEAD", "POST"])
def review(request):
    waiting = waiting_for(request.user)
    if request.method != "POST":
        plain = sum(not one.doubts for one in waiting)
        return render(request, "review/list.html", {"waiting": waiting, "plain": plain})
    ticked = set(request.POST.getlist("report"))
    chosen = [one.report for one in waiting if str(one.report.pk) in ticked]
    accepted, refused = accept_all(chosen, by=request.user)
    words = ngettext("%(number)d report is accepted.", "%(number)d reports are accepted.", accepted)
    messages.success(request, words % {"number": accepted})
    for message in refused:
        messages.error(request, message)
    return redirect("review")
