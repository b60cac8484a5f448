"""The life of a text, for officers: what becomes of it, what it is related to, when it may end."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.library.forms.life import EventForm, RelatedForm, RetirementForm, StepForm
from resrec.library.models import LifeEvent, Resolution
from resrec.library.policies import ResolutionPolicy
from resrec.rules import RuleBroken
from resrec.web.permission import require


def text_of(request, code):
    """Find a text whose life this person may change."""
    texts = Resolution.objects.for_display().select_related("succeeded_by")
    text = get_object_or_404(texts, code=code)
    require(ResolutionPolicy(request.user, text).can_change_life)
    return text


def life(request, code):
    text = text_of(request, code)
    if request.method != "POST":
        return _page(request, text)
    form = StepForm(text, request.POST)
    return _carry_out(request, text, form, _("The state of the text is changed."), step=form)


@require_POST
def related(request, code):
    """Relate the text to another; with `end`, the pk of one that it is related to, end that."""
    text = text_of(request, code)
    if end := request.POST.get("end", ""):
        return _end(request, text, end)
    form = RelatedForm(text, request.POST)
    return _carry_out(request, text, form, _("The texts are related."), related=form)


@require_POST
def retirement(request, code):
    text = text_of(request, code)
    form = RetirementForm(text, request.POST)
    return _carry_out(request, text, form, _("The criterion is stated."), retirement=form)


def life_event(request, pk):
    """Put the words of one event right."""
    event = get_object_or_404(LifeEvent.objects.select_related("text", "other"), pk=pk)
    require(ResolutionPolicy(request.user, event.text).can_change_life)
    form = EventForm(request.POST or None, instance=event)
    if request.method == "POST" and form.is_valid() and form.carry_out(by=request.user):
        messages.success(request, _("The words are put right."))
        return redirect("life", event.text.code)
    return render(request, "life/event.html", {"event": event, "text": event.text, "form": form})


def _end(request, text, end):
    other = get_object_or_404(Resolution, pk=end if end.isdecimal() else None)
    try:
        text.unrelate(other, by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The texts are no longer related."))
    return redirect("life", text.code)


def _carry_out(request, text, form, done, **forms):
    if form.is_valid() and form.carry_out(by=request.user):
        messages.success(request, done)
        return redirect("life", text.code)
    return _page(request, text, **forms)


def _page(request, text, step=None, related=None, retirement=None):
    history = LifeEvent.objects.of(text).select_related("text", "other", "by").order_by("-pk")
    context = {
        "text": text,
        "history": history,
        "related_texts": Resolution.objects.for_display().filter(pk__in=text.related_ids()),
        "step": step or StepForm(text),
        "related": related or RelatedForm(text),
        "retirement": retirement or RetirementForm(text),
    }
    return render(request, "life/page.html", context)
