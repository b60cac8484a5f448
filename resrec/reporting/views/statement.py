"""The statements of an account in work: made of passages, reworded, moved, taken out."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.reporting.account.all_at_once import point_all, renew_all
from resrec.reporting.account.bench import Bench
from resrec.reporting.account.synthesis import state_from_own_knowledge, take_over, use_passage
from resrec.reporting.account.undoing import remembered, undo
from resrec.reporting.forms.progress_report import (
    OwnStatementForm,
    PassageForm,
    SplitForm,
    StatementForm,
)
from resrec.reporting.models import BenchStep, ProgressReport, Quotation, Statement
from resrec.reporting.policies import ProgressReportPolicy
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
    what = BenchStep.What.USE
    return _answer(
        request, account, form, what, lambda words: use_passage(account, **words), place=form.place
    )


@bench_form(account_to_write)
def statement_own(request, pk):
    """A statement from the writer's own knowledge, marked so."""
    account = account_to_write(request, pk)
    form = OwnStatementForm(request.POST)
    what = BenchStep.What.STATE
    return _answer(
        request, account, form, what, lambda words: state_from_own_knowledge(account, **words)
    )


@require_POST
def statement_take_over(request, pk):
    """Say again, in the account in work, what the one before said."""
    published = ProgressReport.objects.published()
    statements = Statement.objects.filter(report__in=published).select_related("report__cycle")
    earlier = get_object_or_404(statements, pk=pk)
    in_work = ProgressReport.objects.in_work().visible_to(request.user).for_display()
    of_text = in_work.filter(resolution=earlier.report.resolution_id)
    account = of_text.filter(cycle__year__gt=earlier.report.year or 0).order_by("cycle__year")
    account = get_object_or_404(account[:1])
    require(ProgressReportPolicy(request.user, account).is_writer)
    _try(request, account, BenchStep.What.TAKE_OVER, partial(take_over, account, earlier))
    return to_bench(request, account, f"before-{earlier.key}")


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

    return _answer(request, statement.report, form, BenchStep.What.REWORD, reword)


@require_POST
def statement_move(request, pk):
    """One place `to` up or down; or into a `section`, `before` a statement or at its end."""
    statement = statement_to_write(request, pk)
    section = request.POST.get("section", "")
    if section:
        before = request.POST.get("before", "")
        move = partial(statement.move_to, section, before=before)
    else:
        move = partial(statement.move, STEPS.get(request.POST.get("to"), 0))
    _try(request, statement.report, BenchStep.What.MOVE, move)
    return to_bench(request, statement.report, f"statement-{statement.key}")


@bench_form(lambda request, pk: statement_to_write(request, pk).report)
def statement_split(request, pk):
    """Two of one; the writer is asked with which half a source goes where that is not clear."""
    statement = statement_to_write(request, pk)
    form = SplitForm(statement, request.POST)

    def split(words):
        statement.split(**words)
        return statement

    return _answer(request, statement.report, form, BenchStep.What.SPLIT, split)


@require_POST
def statement_join(request, pk):
    """One of two: this one goes behind the words of the one above it."""
    statement = statement_to_write(request, pk)
    join = partial(statement.join, read=request.POST.get("read", ""))
    above = _try(request, statement.report, BenchStep.What.JOIN, join)
    return to_bench(request, statement.report, f"statement-{(above or statement).key}")


@require_POST
def progress_undo(request, pk):
    """Take back this person's last step on the draft."""
    account = account_to_write(request, pk)
    try:
        step = undo(account, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("Undone: %(what)s.") % {"what": step})
    return to_bench(request, account, "account")


@require_POST
def statement_paragraphs(request, pk):
    """Say which paragraphs of the text it is about; none for the text as a whole."""
    statement = statement_to_write(request, pk)
    named = request.POST.getlist("paragraph")
    ids = [int(one) for one in named if one.isdecimal() and len(one) < LONGEST_ID]
    _try(request, statement.report, BenchStep.What.POINT, partial(statement.point_at, ids))
    return to_bench(request, statement.report, f"statement-{statement.key}")


@require_POST
def progress_paragraphs(request, pk):
    """Point every statement at the paragraphs that its sources are on."""
    account = account_to_write(request, pk)
    _try(request, account, BenchStep.What.POINT, partial(point_all, Bench(account)))
    return to_bench(request, account, "account")


@require_POST
def statement_delete(request, pk):
    statement = statement_to_write(request, pk)
    place = f"statement-{statement.key}"
    beside = place_beside(statement)
    remove = partial(statement.remove, read=request.POST.get("read", ""))
    _try(request, statement.report, BenchStep.What.REMOVE, remove)
    return to_bench(request, statement.report, place if statement.pk else beside)


def place_beside(statement):
    """Where one goes on when a statement is gone: the one below it, else above it."""
    keys = list(statement.report.statements.values_list("key", flat=True))
    at = keys.index(statement.key)
    beside = keys[at + 1 :] or keys[:at][-1:]
    return f"statement-{beside[0]}" if beside else "account"


@require_POST
def quotation_delete(request, pk):
    quotation = _quotation_to_write(request, pk)
    _try(request, quotation.statement.report, BenchStep.What.SOURCE, quotation.remove)
    return to_bench(request, quotation.statement.report, f"statement-{quotation.statement.key}")


@require_POST
def quotation_renewal(request, pk):
    """Rest on the corrected report: where it says the same, or on the words that were shown."""
    quotation = _quotation_to_write(request, pk)
    renew = partial(quotation.renew, read=request.POST.get("read", ""))
    _try(request, quotation.statement.report, BenchStep.What.SOURCE, renew)
    return to_bench(request, quotation.statement.report, f"statement-{quotation.statement.key}")


@require_POST
def progress_renewal(request, pk):
    """Rest every source that still says the same on its corrected report."""
    account = account_to_write(request, pk)
    _try(request, account, BenchStep.What.SOURCE, partial(renew_all, Bench(account)))
    return to_bench(request, account, "warnings")


def _quotation_to_write(request, pk):
    quotation = get_object_or_404(Quotation.objects.select_related("source"), pk=pk)
    quotation.statement = statement_to_write(request, quotation.statement_id)
    return quotation


def _answer(request, account, form, what, verb, *, place=""):
    """Do what the form asks and go to `place`, else to the statement that `verb` gives.

    Words that were refused are shown where they stood.
    """
    if form.is_valid():
        try:
            with remembered(account, what, by=request.user):
                statement = verb(form.words() if hasattr(form, "words") else form.cleaned_data)
        except RuleBroken as rule:
            form.refuse(rule)
        else:
            return to_bench(request, account, place or f"statement-{statement.key}")
    return bench_page(request, account, failed=form)


def _try(request, account, what, verb):
    """Do it and give what it gives; else say why not."""
    try:
        with remembered(account, what, by=request.user):
            return verb()
    except RuleBroken as rule:
        messages.error(request, rule)
