"""The statements of an account in work: made of passages, reworded, moved, taken out."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from resrec.reporting.forms.progress_report import OwnStatementForm, PassageForm, StatementForm
from resrec.reporting.models import ProgressReport, Quotation, Statement
from resrec.reporting.policies import ProgressReportPolicy
from resrec.reporting.synthesis import state_from_own_knowledge, use_passage
from resrec.reporting.views.progress_report import (
    account_to_write,
    bench_form,
    bench_page,
    to_bench,
)
from resrec.rules import RuleBroken
from resrec.web.permission import require

STEPS = {"up": -1, "down": 1}
LONGEST_ID = 19  # digits; what is longer is no id of ours


@bench_form(account_to_write)
def statement_new(request, pk):
    """Words of a source become a statement, or a further source of one.

    The writer comes back to the passage, to go on reading from there.
    """
    account = account_to_write(request, pk)
    form = PassageForm(account, request.POST)
    return _answer(
        request, account, form, lambda words: use_passage(account, **words), place=form.place
    )


@bench_form(account_to_write)
def statement_own(request, pk):
    """A statement from the writer's own knowledge, marked so."""
    account = account_to_write(request, pk)
    form = OwnStatementForm(request.POST)
    return _answer(request, account, form, lambda words: state_from_own_knowledge(account, **words))


def statement_to_write(request, pk):
    visible = ProgressReport.objects.visible_to(request.user)
    statements = Statement.objects.select_related("report__resolution", "report__cycle")
    statement = get_object_or_404(statements, pk=pk, report__in=visible)
    require(ProgressReportPolicy(request.user, statement.report).is_writer)
    return statement


@bench_form(lambda request, pk: statement_to_write(request, pk).report)
def statement_edit(request, pk):
    statement = statement_to_write(request, pk)
    form = StatementForm(statement, request.POST)

    def reword(words):
        statement.reword(**words)
        return statement

    return _answer(request, statement.report, form, reword)


@require_POST
def statement_move(request, pk):
    statement = statement_to_write(request, pk)
    _try(request, lambda: statement.move(STEPS.get(request.POST.get("to"), 0)))
    return to_bench(statement.report, f"statement-{statement.key}")


@require_POST
def statement_paragraphs(request, pk):
    """Say which paragraphs of the text it is about; none for the text as a whole."""
    statement = statement_to_write(request, pk)
    named = request.POST.getlist("paragraph")
    ids = [int(one) for one in named if one.isdecimal() and len(one) < LONGEST_ID]
    _try(request, lambda: statement.point_at(ids))
    return to_bench(statement.report, f"statement-{statement.key}")


@require_POST
def statement_delete(request, pk):
    statement = statement_to_write(request, pk)
    _try(request, lambda: statement.remove(read=request.POST.get("read", "")))
    return to_bench(statement.report, "account")


@require_POST
def quotation_delete(request, pk):
    quotation = _quotation_to_write(request, pk)
    _try(request, quotation.remove)
    return to_bench(quotation.statement.report, f"statement-{quotation.statement.key}")


@require_POST
def quotation_renewal(request, pk):
    """Rest on the corrected report: where it says the same, or on the words that were shown."""
    quotation = _quotation_to_write(request, pk)
    _try(request, lambda: quotation.renew(read=request.POST.get("read", "")))
    return to_bench(quotation.statement.report, f"statement-{quotation.statement.key}")


def _quotation_to_write(request, pk):
    quotation = get_object_or_404(Quotation.objects.select_related("source"), pk=pk)
    quotation.statement = statement_to_write(request, quotation.statement_id)
    return quotation


def _answer(request, account, form, verb, *, place=""):
    """Do what the form asks and go to `place`, else to the statement that `verb` gives.

    Words that were refused are shown where they stood.
    """
    if form.is_valid():
        try:
            statement = verb(form.words() if hasattr(form, "words") else form.cleaned_data)
        except RuleBroken as rule:
            form.add_error(None, rule)
        else:
            return to_bench(account, place or f"statement-{statement.key}")
    return bench_page(request, account, failed=form)


def _try(request, verb):
    try:
        verb()
    except RuleBroken as rule:
        messages.error(request, rule)
