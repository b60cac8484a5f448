"""The part of an Activity Report's form that holds the report's own fields."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.reporting.anchors import normalised
from resrec.reporting.draft.evidence_files import checked
from resrec.reporting.models import ActivityReport, Answer
from resrec.reporting.models.passages import NARRATIVE

PERIOD = ("period_from", "period_to")
ANSWERS = ("members_answer", "commissions_answer", "committees_answer", "secretariat_answer")
ANSWER_CHOICES = [*Answer.choices, ("", _("Not stated"))]
# Years outside are slips of the finger: "0205" for "2025".
EARLIEST = date(1900, 1, 1)

KEEP_PRIVATE = _("Keep this private")


class OwnWords(forms.ModelForm):
    """Everything may be left empty: what a submission needs is the model's to say."""

    revision = forms.IntegerField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}))
    private_results = forms.BooleanField(label=KEEP_PRIVATE, required=False)
    private_challenges = forms.BooleanField(label=KEEP_PRIVATE, required=False)
    private_measures = forms.BooleanField(label=KEEP_PRIVATE, required=False)
    file = forms.FileField(
        label=_("A file"),
        required=False,
        allow_empty_file=True,
        help_text=_("Text, table, PDF or picture, up to 20 MB. It is checked when it arrives."),
    )

    class Meta:
        model = ActivityReport
        fields = [
            "language",
            *PERIOD,
            *NARRATIVE,
            "scopes",
            *ANSWERS,
            "other_organisations",
            "contact_name",
            "contact_email",
        ]
        widgets = {
            "period_from": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "period_to": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "results": forms.Textarea(attrs={"rows": 7}),
            "challenges": forms.Textarea(attrs={"rows": 5}),
            "measures": forms.Textarea(attrs={"rows": 5}),
            "other_organisations": forms.Textarea(attrs={"rows": 3}),
            "scopes": forms.CheckboxSelectMultiple,
            **{name: forms.RadioSelect(choices=ANSWER_CHOICES) for name in ANSWERS},
        }
        help_texts = {
            "language": _("Write in the language you are most at ease in."),
            "results": _("What changed because of it? Numbers, places and titles help."),
            "challenges": _("What stood in the way: money, people, time, agreement …"),
            "other_organisations": _("Bodies outside the Union, in your own words."),
            "contact_name": _("Whom may the focal point ask? Never public."),
        }

    def __init__(self, data=None, files=None, *, instance):
        initial = {f"private_{name}": name in instance.private_fields for name in NARRATIVE}
        initial["revision"] = instance.revision
        super().__init__(
            data, files, instance=instance, initial=initial, use_required_attribute=False
        )
        for name in ANSWERS:
            self.fields[name].choices = ANSWER_CHOICES
        for name in (*NARRATIVE, "other_organisations"):
            self.fields[name].widget.attrs["lang"] = instance.language

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload:
            checked(upload)
        return upload

    def clean(self):
        begins, ends = (self.cleaned_data.get(name) for name in PERIOD)
        if begins and ends and begins > ends:
            self.add_error("period_to", _("The period ends before it begins."))
        latest = date(timezone.localdate().year + 1, 12, 31)
        for name, day in zip(PERIOD, (begins, ends), strict=True):
            if day and not EARLIEST <= day <= latest:
                self.add_error(name, _("Please check the year of this date."))
        if set(PERIOD) & set(self.errors):
            # The two days hold each other: one is not stored without the other being right.
            for name in PERIOD:
                self.cleaned_data.pop(name, None)
        return self.cleaned_data

    def _post_clean(self):
        """Leave the model alone, which asks the database: `clean` has said what it would say."""

    def columns(self):
        """Give the report's columns by name, as far as they were understood."""
        return {
            name: normalised(value) if isinstance(value, str) else value
            for name, value in self.cleaned_data.items()
            if name in self._meta.fields and name != "scopes"
        }

    @property
    def private_fields(self):
        """The addresses of these fields that are to be private."""
        return [name for name in NARRATIVE if self.cleaned_data.get(f"private_{name}")]
