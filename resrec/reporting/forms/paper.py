"""Bringing back a form that was filled in as a Word file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.reporting.paper.reading import read


class FilledForm(forms.Form):
    """`file` becomes what was read of it, a Filled."""

    file = forms.FileField(
        label=_("The filled form"),
        help_text=_("The Word file (.docx) that you were given here, with your answers in it."),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("This file is empty."),
        },
    )

    def __init__(self, data=None, files=None):
        super().__init__(data, files, use_required_attribute=False)

    def clean_file(self):
        return read(self.cleaned_data["file"])
