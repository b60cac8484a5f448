"""From the writer to the officer to the public, and back to the writer with a reason."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.reporting.forms.progress_report import SendBackForm
from resrec.reporting.policies import ProgressReportPolicy
from resrec.reporting.views.progress_report import (
    account_to_write,
    bench_form,
    bench_page,
    to_bench,
)
from resrec.rules import RuleBroken
from resrec.web.permission import require


@require_POST
def progress_proposal(request, pk):
    account = account_to_write(request, pk)
    try:
        account.propose(by=request.user)
    except RuleBroken as rule:
        for message in rule.messages:
            messages.error(request, message)
    else:
        messages.success(request, _("The Secretariat’s officers have been asked to publish it."))
    return to_bench(request, account, "warnings")


def account_to_publish(request, pk):
    """Find an account, and ask that this person is an officer; its state is the model's matter."""
    account = account_to_write(request, pk)
    require(ProgressReportPolicy(request.user, account).is_officer)
    return account


@require_POST
def progress_publication(request, pk):
    account = account_to_publish(request, pk)
    try:
        account.publish(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
        return to_bench(request, account)
    messages.success(request, _("The Progress Report is published."))
    return redirect(account)


@bench_form(account_to_publish)
def progress_return(request, pk):
    account = account_to_publish(request, pk)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return bench_page(request, account, failed=form)
    try:
        account.send_back(by=request.user, **form.cleaned_data)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The Progress Report is back with its writer."))
    return to_bench(request, account)
