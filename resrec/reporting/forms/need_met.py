"""By whom a need was met, and on which day."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.people.models import Constituent
from resrec.reporting.anchors import normalised
from resrec.reporting.forms.own_words import EARLIEST


class NeedMetForm(forms.Form):
    whom = forms.CharField(
        label=_("By whom"),
        required=False,
        max_length=400,
        help_text=_("A constituent or anyone else, by name. Leave it empty if it is not known."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = forms.DateField(
        label=_("On which day"),
        required=False,
        help_text=_("Today, if you leave it empty."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, data=None):
        super().__init__(data, use_required_attribute=False)

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come."))
        if day and day < EARLIEST:
            raise forms.ValidationError(_("Please check the year of this date."))
        return day

    @property
    def met(self):
        """What `Need.mark_met` takes of it: a body that is on record, or the name as typed."""
        name = normalised(self.cleaned_data["whom"]).strip()
        body = Constituent.objects.named(name) if name else None
        return {
            "on": self.cleaned_data["on"],
            "constituent": body,
            "name": "" if body else name,
        }
