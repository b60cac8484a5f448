"""A suggested draft: asked for, kept or removed, one statement or all of them."""

from django import forms
from django.contrib import messages
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from resrec.reporting.account.suggestions import (
    LENGTH,
    LONGEST,
    SHORTEST,
    keep_all,
    suggest,
    turn_down_all,
)
from resrec.reporting.account.undoing import remembered
from resrec.reporting.models import BenchStep
from resrec.reporting.views.progress_report import account_to_write, to_bench
from resrec.reporting.views.statement import place_beside, statement_to_write
from resrec.rules import RuleBroken


class LengthForm(forms.Form):
    words = forms.IntegerField(
        label=gettext_lazy("Words in the whole account"),
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=LENGTH,
    )


@require_POST
def progress_suggestion(request, pk):
    """Suggest a draft of so many words."""
    account = account_to_write(request, pk)
    form = LengthForm(request.POST)
    if not form.is_valid():
        messages.error(
            request,
            _("Give a number of words from %(shortest)d to %(longest)d.")
            % {"shortest": SHORTEST, "longest": LONGEST},
        )
        return to_bench(request, account, "suggest")
    try:
        with remembered(account, BenchStep.What.SUGGEST, by=request.user):
            added = suggest(account, by=request.user, words=form.cleaned_data["words"])
    except RuleBroken as rule:
        messages.error(request, rule)
        return to_bench(request, account, "suggest")
    messages.success(
        request,
        ngettext(
            "%(number)d statement is suggested. Keep or remove it.",
            "%(number)d statements are suggested. Keep or remove each.",
            len(added),
        )
        % {"number": len(added)},
    )
    return to_bench(request, account, "account")


@require_POST
def progress_suggestion_answer(request, pk):
    """Keep all that is suggested, or remove it."""
    account = account_to_write(request, pk)
    verb = {"keep": keep_all, "remove": turn_down_all}.get(request.POST.get("answer"))
    try:
        with remembered(account, BenchStep.What.ANSWER, by=request.user):
            if verb:
                verb(account, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    return to_bench(request, account, "account")


@require_POST
def statement_suggestion(request, pk):
    """Keep one suggestion, or remove it."""
    statement = statement_to_write(request, pk)
    answer = request.POST.get("answer")
    verb = {"keep": statement.keep, "remove": statement.turn_down}.get(answer)
    place, beside = f"statement-{statement.key}", place_beside(statement)
    try:
        with remembered(statement.report, BenchStep.What.ANSWER, by=request.user):
            if verb:
                verb(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    return to_bench(request, statement.report, place if statement.pk else beside)
