"""Answering in one press, for one text or for all of a person's texts."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from resrec.library.codes import look_up
from resrec.library.models import Resolution
from resrec.people.link_questions import Question, asks
from resrec.reporting.asking.said import said_by, said_where_asked, texts_to_answer
from resrec.reporting.asking.short_answers import answer
from resrec.reporting.views.draft import own_report
from resrec.rules import RuleBroken

TEXTS_A_PAGE = 30


def short_answer_question(person, code):
    """What a reminder asks, on the page of the link that was mailed with it: where one constituent
    of this person's is to answer, and has not."""
    text = look_up(code).only
    open_ones = [one for one in said_by(person.constituents, [text] if text else []) if one.cycle]
    if len(open_ones) != 1 or open_ones[0].now:
        return None
    return Question(
        title=_("Answer in one press"),
        template="short_answers/question.html",
        context={"one": open_ones[0]},
        button="",
        accept=partial(press, text=text),
        answered_by="kind",
    )


@asks(short_answer_question)
@require_http_methods(["GET", "HEAD", "POST"])
def short_answer(request, code):
    """Show the three presses for a text; a POST is one of them."""
    text = _text(code)
    if not request.user.constituents:
        return redirect("welcome")
    if request.method == "POST":
        return press(request, text)
    context = {"text": text, "said": said_by(request.user.constituents, [text])}
    return render(request, "short_answers/page.html", context)


def _text(code):
    found = look_up(code).only
    if found is None:
        raise Http404
    return Resolution.objects.for_display().get(pk=found.pk)


def press(request, text):
    bodies = {str(body.pk): body for body in request.user.constituents}
    body, kind = bodies.get(request.POST.get("constituent")), request.POST.get("kind")
    try:
        if body is None:
            raise RuleBroken(_("Say for which constituent you answer."))
        answer(text, body, kind, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("Your answer is recorded. Thank you."))
    return redirect(back_to(request, text))


def back_to(request, text):
    """The page that the press came from: that of one text, or the list at that text."""
    if not request.POST.get("page", "").isdecimal():
        return reverse("short_answer", args=[text.code])
    page = int(request.POST["page"][:4])
    return f"{reverse('short_answers')}?page={page}#text-{text.pk}"


@require_safe
def short_answers(request):
    """All texts on which this person's constituents are to say something."""
    if not request.user.constituents:
        return redirect("welcome")
    texts = texts_to_answer(request.user).for_display().order_by("assembly", "number", "pk")
    page = Paginator(texts, TEXTS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "said": said_where_asked(request.user, page.object_list)}
    return render(request, "short_answers/list.html", context)


@require_POST
def report_withdrawal(request, pk):
    report = own_report(request, pk)
    try:
        report.withdraw(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
        return redirect(report)
    messages.success(request, _("Your answer is taken back. It counts as if nobody had answered."))
    return redirect(back_to(request, report.resolutions.first()))
