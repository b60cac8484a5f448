"""Beginning an Activity Report: on which text, and for whom."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.library.codes import look_up, nearest
from resrec.people.models import Constituent
from resrec.reporting.forms.on_behalf import on_behalf_field


class NewReportForm(forms.Form):
    """The code in any spelling.

    When it is not one text's, `sittings` are pairs of an assembly that it can mean and the texts
    known of it; `nearest` are texts whose codes are close to one that nobody knows.

    `series` is made with the page: the same page sent twice begins one report.
    """

    text = forms.CharField(
        label=_("Resolution, Recommendation or Decision"),
        help_text=_("Its code, however you write it: WCC 2016 Res 087, 6.087 …"),
        error_messages={"required": _("Say on which text you report.")},
        max_length=100,
        widget=forms.TextInput(attrs={"list": "known-texts", "autocomplete": "off"}),
    )
    constituent = forms.ModelChoiceField(
        Constituent.objects.none(),
        label=_("You report for"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say for which constituent you report.")},
    )
    series = forms.UUIDField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def __init__(self, user, data=None, **options):
        super().__init__(data, use_required_attribute=False, **options)
        self.sittings, self.nearest = [], []
        self.initial.setdefault("series", uuid.uuid4())
        bodies = user.constituents
        self.fields["constituent"].queryset = Constituent.objects.filter(
            pk__in=[body.pk for body in bodies]
        )
        if len(bodies) == 1:
            self.fields["constituent"].disabled = True
            self.fields["constituent"].widget = forms.HiddenInput()
            self.initial["constituent"] = bodies[0]

        if user.is_officer:
            self.fields["on_behalf_of"] = on_behalf_field()

    def clean(self):
        """A constituent named by an officer stands before the officer's own."""
        cleaned = super().clean()
        if other := cleaned.get("on_behalf_of"):
            cleaned["constituent"] = other
            self.errors.pop("constituent", None)
        return cleaned

    def clean_text(self):
        """Give the Resolution."""
        found = look_up(self.cleaned_data["text"])
        if found.only:
            return found.only
        if found.texts:
            self.sittings = found.by_sitting
            raise forms.ValidationError(_("This code can mean more than one text. Choose below."))
        self.nearest = nearest(self.cleaned_data["text"])
        if self.nearest:
            raise forms.ValidationError(
                _("We know no text with this code. These come nearest; choose, or try again.")
            )
        raise forms.ValidationError(
            _("We know no text with this code. Look it up in the list of Resolutions.")
        )
