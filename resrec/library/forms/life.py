"""What an officer says of the life of a text."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.library.codes import look_up
from resrec.library.models import Event, LifeEvent, Resolution
from resrec.library.models.life_event import WITH_ANOTHER
from resrec.rules import RuleBroken

REASONS = ("reason_en", "reason_fr", "reason_es")


class CodeField(forms.CharField):
    """The code of a text in whatever spelling; gives the Resolution."""

    def __init__(self, **options):
        super().__init__(max_length=100, **options)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value):
        code = super().clean(value)
        if not code:
            return None
        found = look_up(code)
        if found.only:
            return found.only
        if found.texts:
            told = ", ".join(text.label for text in found.texts)
            words = _("“%(code)s” can be several texts: give the whole code, such as %(texts)s.")
            raise ValidationError(words % {"code": code, "texts": told})
        raise ValidationError(_("No text with the code “%(code)s” is known here.") % {"code": code})


def _reason(language, words):
    widget = forms.Textarea(attrs={"rows": 2, "lang": language})
    return forms.CharField(label=words, widget=widget, required=False, max_length=5_000)


class Reasons(forms.Form):
    reason_en = _reason("en", _("Reason in English"))
    reason_fr = _reason("fr", _("Reason in French"))
    reason_es = _reason("es", _("Reason in Spanish"))

    @property
    def reasons(self):
        return {name: self.cleaned_data[name] for name in REASONS}


class StepForm(Reasons):
    """The next event in the life of a text: one of those that can happen as it stands."""

    kind = forms.ChoiceField(label=_("What happened"), widget=forms.RadioSelect)
    other = CodeField(
        label=_("Which text took its place"),
        required=False,
        help_text=_("Its code, where another text supersedes this one or takes it up."),
    )
    on = forms.DateField(
        label=_("Since"),
        initial=timezone.localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    decision = forms.CharField(
        label=_("By which decision"),
        max_length=200,
        help_text=_("Such as a minute of the Council."),
    )

    field_order = ["kind", "other", "on", "decision"]

    def __init__(self, text, data=None):
        super().__init__(data, use_required_attribute=False)
        self.text = text
        # Where a reason lacks in a language, readers get the English one.
        self.fields["reason_en"].required = True
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in text.moves]

    def clean(self):
        kind, other = self.cleaned_data.get("kind"), self.cleaned_data.get("other")
        if kind in WITH_ANOTHER and not other and "other" not in self.errors:
            self.add_error("other", _("Say which text took its place."))
        return self.cleaned_data

    def carry_out(self, *, by):
        """Do it; gives whether it was done, with what stood in the way among the errors."""
        said = {name: self.cleaned_data[name] for name in ("on", "decision")} | self.reasons
        other = [self.cleaned_data["other"]] if self.cleaned_data["kind"] in WITH_ANOTHER else []
        try:
            VERBS[self.cleaned_data["kind"]](self.text, *other, by=by, **said)
        except RuleBroken as rule:
            self.add_error(None, rule)
        return not self.errors


VERBS = {
    Event.ARCHIVED: Resolution.archive,
    Event.REACTIVATED: Resolution.reactivate,
    Event.SUPERSEDED: Resolution.supersede,
    Event.CONSOLIDATED: Resolution.consolidate,
    Event.REINSTATED: Resolution.reinstate,
}


class RelatedForm(Reasons):
    """Another text that belongs to this one, and why."""

    other = CodeField(label=_("Code of the other text"))

    field_order = ["other"]

    def __init__(self, text, data=None):
        super().__init__(data, prefix="related", use_required_attribute=False)
        self.text = text
        for name in REASONS:
            self.fields[name].widget.attrs["rows"] = 1

    def carry_out(self, *, by):
        try:
            self.text.relate(self.cleaned_data["other"], by=by, **self.reasons)
        except RuleBroken as rule:
            self.add_error(None, rule)
        return not self.errors


class RetirementForm(forms.ModelForm):
    """When a text may be retired, in the words of one language."""

    class Meta:
        model = Resolution
        fields = ["retirement_criterion", "retirement_criterion_language"]
        widgets = {"retirement_criterion": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, text, data=None):
        super().__init__(data, instance=text, prefix="retirement", use_required_attribute=False)
        self.fields["retirement_criterion"].max_length = 5_000

    def clean(self):
        words = self.cleaned_data.get("retirement_criterion")
        if words and not self.cleaned_data.get("retirement_criterion_language"):
            language = "retirement_criterion_language"
            self.add_error(language, _("Say in which language these words are."))
        return self.cleaned_data

    def carry_out(self, *, by):
        words, language = (self.cleaned_data[name] for name in self._meta.fields)
        self.instance.state_retirement_criterion(words, language, by=by)
        return True


class EventForm(forms.ModelForm):
    """The words of an event, put right."""

    class Meta:
        model = LifeEvent
        fields = ["decision", *REASONS]
        widgets = {name: forms.Textarea(attrs={"rows": 3, "lang": name[-2:]}) for name in REASONS}

    def carry_out(self, *, by):
        self.instance.correct(by=by, **self.cleaned_data)
        return True
