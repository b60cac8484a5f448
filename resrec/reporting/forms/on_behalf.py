"""Entering a report on behalf of a constituent, and the words of an objection to it."""

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from resrec.people.folding import folded
from resrec.people.models import Constituent

NEAR = 8


class ConstituentNamed(forms.CharField):
    """A constituent by its name, acronym or identifier; gives it as it stands after merges."""

    def clean(self, value):
        words = super().clean(value)
        return self._named(words) if words else None

    def _named(self, words):
        if body := Constituent.objects.named(words):
            return body
        near = Constituent.objects.current().resolved()
        near = near.filter(names__folded__contains=folded(words)).distinct()[:NEAR]
        names = [str(body) for body in near]
        if len(names) == 1:
            return near[0]
        if names:
            raise forms.ValidationError(
                gettext("Several constituents have this in their name: %(names)s."),
                params={"names": "; ".join(names)},
            )
        raise forms.ValidationError(gettext("We know no constituent with this name."))


def on_behalf_field():
    return ConstituentNamed(
        label=_("On behalf of another constituent"),
        help_text=_(
            "Its name or acronym. Readers see that the Secretariat entered the report; the "
            "constituent is told, and can object."
        ),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ObjectionForm(forms.Form):
    """To what the constituent objects; readers of the report see it."""

    reason = forms.CharField(
        label=_("To what you object"),
        help_text=_("It is shown on this page, to everyone who can read the report."),
        error_messages={"required": _("Say in a sentence to what you object.")},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerForm(forms.Form):
    """What the Secretariat answers to an objection."""

    answer = forms.CharField(
        label=_("What becomes of the objection"),
        help_text=_("It is shown on this page beside the objection, which then stands no more."),
        error_messages={"required": _("Say what becomes of the objection.")},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
