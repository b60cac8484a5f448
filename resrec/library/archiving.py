"""Archiving texts from the administration's list: which decision, and why."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from resrec.rules import RuleBroken


class ArchiveForm(forms.Form):
    """What the archive has to say of a text: the day, the decision, and the reason."""

    on = forms.DateField(label=gettext_lazy("Archived on"), initial=timezone.localdate)
    decision = forms.CharField(label=gettext_lazy("Decision"), max_length=200)
    reason_en = forms.CharField(label=gettext_lazy("Reason in English"), widget=forms.Textarea)
    reason_fr = forms.CharField(
        label=gettext_lazy("Reason in French"), widget=forms.Textarea, required=False
    )
    reason_es = forms.CharField(
        label=gettext_lazy("Reason in Spanish"), widget=forms.Textarea, required=False
    )


@admin.action(description=gettext_lazy("Put in the archive …"))
def archive(modeladmin, request, texts):
    """Ask for decision and reasons, then archive each text; those that are already are named."""
    form = ArchiveForm(request.POST if "apply" in request.POST else None)
    if form.is_valid():
        _do(request, texts, lambda text: text.archive(by=request.user, **form.cleaned_data))
        return None
    context = modeladmin.admin_site.each_context(request) | {
        "title": _("Put in the archive"),
        "opts": modeladmin.model._meta,
        "texts": texts,
        "form": form,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return render(request, "admin/library/resolution/archive.html", context)


@admin.action(description=gettext_lazy("Take out of the archive"))
def reactivate(modeladmin, request, texts):
    _do(request, texts, lambda text: text.reactivate(by=request.user))


def _do(request, texts, verb):
    done = 0
    for text in texts:
        try:
            verb(text)
            done += 1
        except RuleBroken as rule:
            messages.error(request, f"{text.label}: {rule}")
    if done:
        changed = ngettext("%(texts)s text changed.", "%(texts)s texts changed.", done)
        messages.success(request, changed % {"texts": done})
