"""One row of a repeating group of an Activity Report's form.

A row is known by its key from the first time it is drawn, so that it stays the same row whether
the page is saved once or every few seconds. Removing is a hidden mark that saving acts on.
"""

import re

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from resrec.reporting.anchors import normalised
from resrec.reporting.forms.own_words import KEEP_PRIVATE
from resrec.reporting.models import Answer
from resrec.reporting.models.activity import new_key

KEY = re.compile(r"[0-9a-f]{8}")
NO_CHOICE = ("", _("Not stated"))


class Row(forms.Form):
    """One row. `SAYS` names the fields that make it more than an empty one."""

    SAYS: tuple[str, ...] = ()

    key = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def clean_key(self):
        key = self.cleaned_data["key"]
        return key if KEY.fullmatch(key) else new_key()

    @property
    def is_removed(self):
        return bool(self["DELETE"].value())

    @property
    def is_filled(self):
        """Whether there is anything to see in it, right or wrong."""
        return any(field.value() for field in self.visible_fields())

    @property
    def says_something(self):
        return any(self.cleaned_data.get(name) for name in self.SAYS)

    def columns(self):
        """Give the row's columns by name."""
        return {name: normalised(self.cleaned_data[name]) for name in self.SAYS}


class ActivityRow(Row):
    SAYS = ("description", "kind", "status")

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    description = forms.CharField(
        label=_("Description"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    status = forms.ChoiceField(label=_("Status"), required=False)
    private = forms.BooleanField(label=KEEP_PRIVATE, required=False)

    def __init__(self, *args, kinds, statuses, **options):
        super().__init__(*args, **options)
        self.fields["kind"].choices = kinds
        self.fields["status"].choices = statuses

    def columns(self):
        return {
            "kind_id": self.cleaned_data["kind"] or None,
            "description": normalised(self.cleaned_data["description"]),
            "status_id": self.cleaned_data["status"] or None,
        }


class FutureRow(Row):
    SAYS = ("title", "description", "planned")

    title = forms.CharField(label=_("What is to be done"), required=False, max_length=300)
    description = forms.CharField(
        label=_("Description"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    planned = forms.ChoiceField(
        label=_("Is it planned already?"), required=False, choices=[NO_CHOICE, *Answer.choices]
    )
    private = forms.BooleanField(label=KEEP_PRIVATE, required=False)


class EvidenceRow(Row):
    """A link; or a file that is there already (`evidence`), of which the title can be changed."""

    SAYS = ("url",)

    url = forms.URLField(
        label=_("Address of a page or document"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://", "inputmode": "url"}),
    )
    title = forms.CharField(label=_("What it shows"), required=False, max_length=250)
    happened_on = forms.DateField(
        label=_("Day of what it shows"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    owner = forms.CharField(label=_("Whose it is"), required=False, max_length=200)
    language = forms.ChoiceField(
        label=_("Its language"), required=False, choices=[NO_CHOICE, *settings.LANGUAGES]
    )
    is_private = forms.BooleanField(label=KEEP_PRIVATE, required=False)

    def __init__(self, *args, files=None, **options):
        super().__init__(*args, **options)
        self.evidence = (files or {}).get(self["key"].value())
        if self.evidence:
            del self.fields["url"]

    @property
    def is_filled(self):
        return bool(self.evidence) or super().is_filled

    @property
    def says_something(self):
        return bool(self.evidence) or super().says_something

    def clean_url(self):
        url = self.cleaned_data["url"]
        if url and not url.lower().startswith(("http://", "https://")):
            raise forms.ValidationError(_("An address begins with https:// or http://."))
        return url

    def clean(self):
        about = ("title", "happened_on", "owner", "language")
        says_more = any(self.cleaned_data.get(name) for name in about)
        if says_more and self.cleaned_data.get("url") == "":
            self.add_error("url", _("Give the address, or remove this row."))
        return self.cleaned_data

    def columns(self):
        words = ("title", "owner") if self.evidence else ("url", "title", "owner")
        columns = {name: normalised(self.cleaned_data[name]) for name in words}
        others = ("happened_on", "language", "is_private")
        return columns | {name: self.cleaned_data[name] for name in others}


class NameRow(Row):
    SAYS = ("name",)

    name = forms.CharField(label=_("Name"), required=False, max_length=400)
