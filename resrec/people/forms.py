"""What people may say about themselves."""

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from resrec.people.models import MailChoices

# Languages name themselves, so that their speakers find them.
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]


class ProfileForm(forms.Form):
    """Language and consent; name and address are the accounts' business."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=LANGUAGES,
        help_text=_("Messages to you are written in this language."),
    )
    agrees_to_be_named = forms.BooleanField(
        label=_("I agree that my name is shown in public where I am a focal point."),
        required=False,
    )


class MailChoicesForm(forms.Form):
    """How often a person is reminded, and on which days of the week never."""

    frequency = forms.ChoiceField(
        label=_("Reminders to report"),
        choices=MailChoices.Frequency.choices,
        help_text=_("All that is open for you comes in one message."),
    )
    quiet_weekdays = forms.TypedMultipleChoiceField(
        label=_("No reminders on"),
        choices=[*WEEKDAYS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class JoiningForm(forms.Form):
    """“I work for …”"""

    constituent = forms.CharField(
        label=_("I work for"),
        max_length=300,
        help_text=_("The name of the Member, Commission, Committee or Secretariat unit."),
        widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "organization"}),
    )
    message = forms.CharField(
        label=_("Anything the Secretariat should know"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SignInByMailForm(forms.Form):
    """The address to which a link is mailed."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Give your e-mail address."),
            "invalid": _("This is not an e-mail address."),
        },
    )

    def __init__(self, data=None):
        super().__init__(data, use_required_attribute=False)
