"""Saying whose reports are accepted after a period, and saying that no longer."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.reporting.forms.on_behalf import ConstituentNamed
from resrec.reporting.models.trust import MOST_DAYS


class TrustForm(forms.Form):
    """Which constituent, how many days, why, and until when."""

    constituent = ConstituentNamed(
        label=_("Constituent"),
        help_text=_("Its name or acronym."),
        error_messages={"required": _("Say which constituent is trusted.")},
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    days = forms.IntegerField(
        label=_("Days to wait"),
        help_text=_("Whole days after the submission in which anybody may speak against it."),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    reason = forms.CharField(
        label=_("Why it is trusted"),
        error_messages={"required": _("Say in a sentence why this constituent is trusted.")},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    until = forms.DateField(
        label=_("Last day"),
        help_text=_("Empty: until an officer ends it."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, data=None):
        super().__init__(data, use_required_attribute=False, label_suffix="")

    def clean_until(self):
        day = self.cleaned_data["until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("The last day is over already."))
        return day
