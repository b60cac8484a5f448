"""Asking somebody to take a post, answering, and leaving."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Languages name themselves, so that their speakers find them.
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]


def day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class InviteForm(forms.Form):
    """Whom to ask, by address; one that nobody here has yet becomes a person."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    since = forms.DateField(
        label=_("From"),
        required=False,
        widget=day_input(),
        help_text=_("Left empty, it begins on the day they accept."),
    )
    language = forms.ChoiceField(
        label=_("Language of the message"),
        choices=LANGUAGES,
        required=False,
        help_text=_("For an address that is new here; everyone else has chosen theirs."),
    )


class DeclineForm(forms.Form):
    """Declining needs a word."""

    reason = forms.CharField(
        label=_("Why you decline"),
        help_text=_("A word is enough. The policy officers read it, nobody else."),
        error_messages={"required": _("Say in a word why you decline.")},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LeaveForm(forms.Form):
    """The last day in the post."""

    on = forms.DateField(label=_("Last day"), widget=day_input(), initial=timezone.localdate)
