"""The statements of an account side by side with their renderings in one language."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from resrec.reporting.account.rendering import LANGUAGES, keep_renderings, lines_of
from resrec.reporting.account.undoing import remembered
from resrec.reporting.models import BenchStep
from resrec.reporting.views.progress_report import account_to_write
from resrec.rules import RuleBroken


@require_http_methods(["GET", "HEAD", "POST"])
def progress_renderings(request, pk, language):
    """Write and read them; what cannot be kept shows where it was typed."""
    account = account_to_write(request, pk)
    if language not in LANGUAGES:
        raise Http404
    refused, lines = False, None
    if request.method == "POST":
        try:
            with remembered(account, BenchStep.What.RENDER, by=request.user):
                lines = keep_renderings(account, language, request.POST, by=request.user)
        except RuleBroken as rule:
            messages.error(request, rule)
            return redirect(account)
        refused = any(line.refused for line in lines)
        if not refused:
            messages.success(request, _("The renderings are saved."))
            return redirect("progress_renderings", pk, language)
    context = {
        "account": account,
        "text": account.resolution,
        "language": language,
        "name": LANGUAGES[language],
        "lines": lines_of(account, language) if lines is None else lines,
    }
    status = 422 if refused else 200
    return render(request, "progress_reports/renderings.html", context, status=status)
