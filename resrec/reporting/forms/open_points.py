"""What an officer may do to the open points that are ticked."""

from django import forms
from django.utils.translation import gettext_lazy as _

NOBODY = ("nobody", _("nobody"))


class GiveForm(forms.Form):
    """To whom the texts are given."""

    officer = forms.ChoiceField(
        label=_("Officer who answers"),
        error_messages={"required": _("Say to whom these texts are given.")},
    )

    def __init__(self, officers, data=None):
        super().__init__(data, use_required_attribute=False, auto_id="give_%s")
        self.by_id = {str(one.pk): one for one in officers}
        names = [(key, str(one)) for key, one in self.by_id.items()]
        self.fields["officer"].choices = [*names, NOBODY]

    @property
    def chosen(self):
        """The User, or None for nobody."""
        return self.by_id.get(self.cleaned_data["officer"])


class SetAsideForm(forms.Form):
    """Until when these points are not to be shown, and why."""

    until = forms.DateField(
        label=_("Not before"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": _("Say until when.")},
    )
    why = forms.CharField(
        label=_("Why"),
        max_length=300,
        error_messages={"required": _("Say why, so that your colleagues know.")},
    )

    def __init__(self, data=None):
        super().__init__(data, use_required_attribute=False, auto_id="aside_%s")
