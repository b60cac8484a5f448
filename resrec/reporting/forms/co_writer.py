"""Inviting somebody to a draft."""

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.reporting.forms.post import LANGUAGES


class InviteCoWriter(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the message"),
        choices=LANGUAGES,
        required=False,
        help_text=_("For an address that is new here; everyone else has chosen theirs."),
    )
