"""Returning a report needs a reason."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReturnForm(forms.Form):
    """The reason for which a report is returned; those who wrote it read it."""

    reason = forms.CharField(
        label=_("What should be changed"),
        help_text=_("Those who wrote the report read this, and start from it."),
        error_messages={
            "required": _("Say what should be changed, so that the reporter can act on it.")
        },
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
